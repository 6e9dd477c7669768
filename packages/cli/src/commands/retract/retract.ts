import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { bookPath, type Handbook } from '@octavo/core';
import { type Retracted, retractionsOf, versionSegment } from '@octavo/core/ledger';
import { type History, readHistory } from '@octavo/press/history';
import { latestVersion, retract as retraction, retractionPage } from '@octavo/press/release';
import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { requireDay } from '../../command-line/require-day.ts';
import type { RetractOptions } from '../../commands.generated.ts';
import { takeLock } from '../../disk/lock.ts';
import { defaultOutput } from '../../disk/output-folder.ts';
import { pointLatest } from '../../disk/published-tree.ts';
import { handbookFolder } from '../../disk/read-handbook.ts';
import { writeAtomic } from '../../disk/write-file.ts';
import { ledgerPath } from '../../edition-files.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { endWithErrors } from '../../report-diagnostics.ts';
import { requireEdition } from '../../require-edition.ts';
import { listRetracted, putNotice } from './put-notice.ts';

/**
 * `octavo retract`: withdraws a release. First the notice goes into the ledger, in one step; then what lies in the
 * output follows it: the files, and `latest`. Interrupted, it is run again and finishes.
 */
export async function retract(
  { positionals: [version = '', path = '.'], options }: Call<RetractOptions>,
  io: Io,
): Promise<ExitCode> {
  const { reason, files, edition, date = io.today() } = options;
  requireDay('date', date);
  const root = await handbookFolder(resolve(io.cwd, path));
  // What is read of the ledger is what is written to: no release is made meanwhile.
  const ledgerLock = await takeLock(join(root, '.octavo', 'ledger'));
  try {
    const loaded = await loadSound(
      path,
      { drafts: true, lenient: true, edition, 'no-color': options['no-color'] },
      io,
    );
    requireEdition(loaded.editions, edition, `retract ${version}`);
    const { handbook } = loaded;
    const out =
      options.out === undefined
        ? dirname(defaultOutput(root, io.cwd, handbook.id, join(edition ?? '', 'preview')))
        : resolve(io.cwd, options.out);
    const history = await readHistory(loaded.files);
    if (!history) return endWithErrors(loaded, options, io);
    const before = retractionsOf(history.notices).get(version);
    // Files that stayed may go later; files that went never come back.
    const known = before?.files === 'keep' && files === 'notice' ? undefined : before;
    const said = reason === undefined && before ? before.reason : undefined;
    const wanted = known ?? { reason: said ?? checkReason(reason), files, date };
    const made = known ? undefined : record(handbook, history, { version, ...wanted });
    const notice = made && join(root, ledgerPath(made.path, edition));
    if (made && notice) await writeAtomic(notice, made.text);
    const told = await tellOutput(out, handbook, made?.history ?? history, { version, ...wanted });
    if (!options.quiet) {
      const commit = notice ? `commit the ledger: ${relative(io.cwd, notice)}\n` : '';
      io.stderr.write(
        `${handbook.title} ${version} ${known ? 'was retracted already' : 'is retracted'}: ${wanted.reason}\n${told}${commit}`,
      );
    }
    return EXIT.ok;
  } finally {
    await ledgerLock.release();
  }
}

function checkReason(reason: string | undefined): string {
  if (reason === undefined || reason.trim() === '')
    misuse(
      'why is it retracted? Readers will ask',
      'Say it with --reason "…", in the language of the handbook.',
    );
  if (/[\r\n]/.test(reason)) misuse('--reason has several lines', 'Say it in one.');
  return reason.trim();
}

function record(handbook: Handbook, history: History, wanted: Retracted & { readonly version: string }) {
  const versions = history.ledger.map((release) => release.version);
  if (!versions.includes(wanted.version))
    misuse(
      `there is no release ${wanted.version}${didYouMean(wanted.version, versions)}`,
      versions.length === 0 ? 'Nothing was released yet.' : `Released are ${versions.join(', ')}.`,
    );
  return retraction(handbook, history, wanted);
}

/** Brings the folder of all releases in line with the ledger. Says, in lines, what it did. */
async function tellOutput(
  out: string,
  handbook: Handbook,
  history: History,
  wanted: Retracted & { readonly version: string },
): Promise<string> {
  if (!existsSync(out)) return '';
  const lock = await takeLock(join(out, 'release'));
  try {
    await writeAtomic(join(out, 'notices.json'), `${JSON.stringify(history.notices, null, 2)}\n`);
    const latest = latestVersion(history);
    const folder = join(out, versionSegment(wanted.version));
    const replaced =
      wanted.files === 'notice' &&
      (await putNotice(folder, handbook, wanted, retractionPage(handbook, wanted, latest)));
    await listRetracted(out, bookPath(handbook, 'editions.js'), wanted);
    return `${replaced ? `a notice stands in place of its files: ${relative(dirname(out), folder)}\n` : ''}${await moveLatest(out, latest)}`;
  } finally {
    await lock.release();
  }
}

/** Points `latest` to the release that it leads to now, and says where it leads. */
async function moveLatest(out: string, latest: string | undefined): Promise<string> {
  if (latest === undefined) {
    await rm(join(out, 'latest'), { force: true });
    return 'latest leads nowhere: every release is retracted\n';
  }
  const name = versionSegment(latest);
  if (!existsSync(join(out, name)))
    return `latest is not moved: ${name} is not in ${basename(out)}; "octavo release ${latest}" from its tag puts it back\n`;
  if (!(await pointLatest(out, name)))
    return `latest is not moved: no link can be made in ${basename(out)}\n`;
  return `latest leads to ${name}\n`;
}

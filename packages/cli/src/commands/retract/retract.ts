import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { Handbook } from '@octavo/core';
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
import { writeAtomic } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { endWithErrors } from '../../report-diagnostics.ts';
import { putNotice } from './put-notice.ts';

/**
 * `octavo retract`: withdraws a release. First the notice goes into the ledger, in one step; then what lies in the
 * output follows it: the files, and `latest`. Interrupted, it is run again and finishes.
 */
export async function retract(
  { positionals: [version = '', path = '.'], options }: Call<RetractOptions>,
  io: Io,
): Promise<ExitCode> {
  const { reason, files, date = io.today() } = options;
  requireDay('date', date);
  const loaded = await loadSound(path, { drafts: true, lenient: true, 'no-color': options['no-color'] }, io);
  const { handbook, root } = loaded;
  const out =
    options.out === undefined
      ? dirname(defaultOutput(root, io.cwd, handbook.id))
      : resolve(io.cwd, options.out);
  const ledgerLock = await takeLock(join(root, '.octavo', 'ledger'));
  try {
    const history = await readHistory(loaded.files);
    if (!history) return endWithErrors(loaded, options, io);
    const known = retractionsOf(history.notices).get(version);
    const wanted = known ?? { reason: checkReason(reason), files, date };
    const made = known ? undefined : record(handbook, history, { version, ...wanted });
    if (made) await writeAtomic(join(root, made.path), made.text);
    const told = await tellOutput(out, handbook, made?.history ?? history, { version, ...wanted });
    if (!options.quiet) {
      const commit = made ? `commit the ledger: ${relative(io.cwd, join(root, made.path))}\n` : '';
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
    const name = latest === undefined ? undefined : versionSegment(latest);
    if (name !== undefined && existsSync(join(out, name))) await pointLatest(out, name);
    else if (name === undefined) await rm(join(out, 'latest'), { force: true });
    return `${replaced ? `a notice stands in place of its files: ${relative(dirname(out), folder)}\n` : ''}${name === undefined ? 'latest leads nowhere: every release is retracted\n' : `latest leads to ${name}\n`}`;
  } finally {
    await lock.release();
  }
}

import { dirname, join, relative, resolve, sep } from 'node:path';
import { counted } from '@octavo/core';
import { readHistory } from '@octavo/press/history';
import { blackout } from '@octavo/press/release';
import { checkAfter, filesWith } from '../../book-after.ts';
import type { Call } from '../../command-line/command.ts';
import { requireDay } from '../../command-line/require-day.ts';
import type { RedactOptions } from '../../commands.generated.ts';
import { readRepository } from '../../disk/git.ts';
import { takeLock } from '../../disk/lock.ts';
import { defaultOutput } from '../../disk/output-folder.ts';
import { carryOut, finishRedaction } from '../../disk/redaction.ts';
import { editionFiles } from '../../edition-files.ts';
import { EXIT, type ExitCode, fail, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { releaseFolders } from '../../release/published-trees.ts';
import { endWithErrors } from '../../report-diagnostics.ts';
import { lettersOf, needlesOf, needleTexts } from './needles.ts';
import { type RedactionPlan, redactionPlan } from './redact-plan.ts';
import { redactedSources } from './redacted-sources.ts';
import type { RedactedBook } from './redaction-facts.ts';
import { subjectsOf } from './subjects.ts';

/**
 * `octavo redact`: takes entries, or words wherever they stand, out of the sources, the ledger and everything that was
 * built, and seals the history again. What was cut off by a kill is finished by the next run.
 */
export async function redact(
  { positionals: [given = '', path = '.'], options }: Call<RedactOptions>,
  io: Io,
): Promise<ExitCode> {
  const root = resolve(io.cwd, path);
  // There is one ledger: no release is made meanwhile.
  const lock = await takeLock(resolve(root, '.octavo', 'ledger'));
  try {
    if (await finishRedaction(root)) {
      io.stderr.write('the interrupted redaction is finished: give the command again for another one\n');
      return EXIT.ok;
    }
    return await locked(given, path, root, options, io);
  } finally {
    await lock.release();
  }
}

async function locked(
  given: string,
  path: string,
  root: string,
  options: Call<RedactOptions>['options'],
  io: Io,
): Promise<ExitCode> {
  const { words, reason, date = io.today(), previous } = options;
  const names = given.split(',').filter((name) => name !== '');
  if (names.length === 0 && words.length === 0)
    misuse(
      'what is to disappear? Give the number of an entry, or --words',
      '"octavo help redact" has examples.',
    );
  if (reason === undefined || reason.trim() === '')
    misuse(
      'why? Give --reason: readers, the feed and the ledger are told',
      'It must not say what disappears.',
    );
  requireDay('date', date);
  const short = words.find((one) => lettersOf(one).length < 3);
  if (short !== undefined) misuse(`--words cannot be "${short}"`, 'Three letters or more.');
  const loaded = await loadSound(path, { ...options, drafts: true }, io);
  const { handbook, files, prefix } = loaded;
  const base =
    options.out === undefined
      ? dirname(defaultOutput(root, io.cwd, handbook.id))
      : resolve(io.cwd, options.out);
  // What disappears, disappears from all editions: each has a ledger, and releases, of its own.
  const books: RedactedBook[] = [];
  for (const edition of [undefined, ...loaded.editions]) {
    const own =
      edition === undefined ? loaded : await loadSound(path, { ...options, drafts: true, edition }, io);
    const history = await readHistory(own.files);
    if (!history) return endWithErrors(own, options, io);
    const out = join(base, edition ?? '');
    const releases = await releaseFolders(own.handbook, history.ledger, [out, base]);
    books.push({ edition, handbook: own.handbook, files: own.files, history, out, releases });
  }
  const subjects = subjectsOf(names, handbook, books);
  if (subjects.gone.length > 0)
    io.stderr.write(`redacted already, and nothing of it is left: ${subjects.gone.join(', ')}\n`);
  if (subjects.entries.length + words.length === 0) return EXIT.ok;
  const instead = { question: options.title ?? handbook.labels.withdrawn, answer: `${reason} (${date})` };
  const black = blackout(words);
  const sources = redactedSources(files, subjects, handbook, instead, black);
  const plan = await redactionPlan({
    root,
    books,
    subjects,
    sources,
    blackout: black,
    inFeed: blackout([...words, ...needleTexts(subjects.questions)]),
    instead,
    needles: needlesOf(subjects.texts, words),
    what: [...subjects.entries.map(({ number }) => number), ...(words.length > 0 ? ['words'] : [])],
    reason,
    date,
    previous: previous === undefined ? undefined : resolve(io.cwd, previous),
  });
  refuse(plan, options.leave, io);
  const after = new Map([...plan.changes].flatMap(([at, text]) => (text === undefined ? [] : [[at, text]])));
  const left = files.filter((file) => !plan.changes.has(file.path) || after.has(file.path));
  for (const { edition } of books) {
    const own = editionFiles(filesWith(left, after), edition);
    await checkAfter(own, prefix, { ...options, edition, lenient: false }, io);
    if (!(await readHistory(own)))
      throw new TypeError('The ledger as it would be after the redaction cannot be read.');
  }
  if (!options['dry-run']) await carryOut(root, plan.disk);
  const repository = await readRepository(root);
  io.stdout.write(listOf(plan, io.cwd));
  io.stderr.write(
    summary(plan, { isDone: !options['dry-run'], isInGit: repository !== undefined, leave: options.leave }),
  );
  return EXIT.ok;
}

/** Ends the command where something would be left, or cannot be sealed again. Nothing was written. */
function refuse({ missing, left }: RedactionPlan, leave: boolean, io: Io): void {
  if (missing.length > 0)
    fail(
      EXIT.refused,
      `${counted(missing.length, 'feed page')} of earlier releases ${missing.length === 1 ? 'is' : 'are'} not at hand: ${missing.slice(0, 3).join(', ')}`,
      'Give the published folder with --previous. Nothing was written.',
    );
  if (left.length === 0 || leave) return;
  io.stderr.write(left.map((path) => `${shown(path, io.cwd)}\n`).join(''));
  fail(
    EXIT.refused,
    `${counted(left.length, 'file')} would still hold the words`,
    'Edit or remove them, or give the words with --words; --leave leaves them as they are. Nothing was written.',
  );
}

/** What is done, a line for each file and folder. */
function listOf({ disk }: RedactionPlan, cwd: string): string {
  const lines = [
    ...disk.files.map(
      ([path, content]) => `${content === null ? 'removed ' : 'written '} ${shown(path, cwd)}`,
    ),
    ...disk.trees.map(({ folder }) => `a notice ${shown(folder, cwd)}`),
    ...disk.folders
      .filter((folder) => !/\.(?:next|previous)$/.test(folder))
      .map((folder) => `removed  ${shown(folder, cwd)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

interface Said {
  readonly isDone: boolean;
  readonly isInGit: boolean;
  readonly leave: boolean;
}

function summary({ disk, left, unread }: RedactionPlan, { isDone, isInGit, leave }: Said): string {
  const releases = counted(disk.trees.length, 'release');
  return [
    isDone
      ? `${releases} sealed again; the folder of each holds a notice. Release the next edition, and publish it with publish.mjs, which takes the files away that held the words.`
      : `${releases} would be sealed again, and nothing was written: without --dry-run it is done.`,
    leave && left.length > 0
      ? `${counted(left.length, 'file')} still hold what was taken out: ${left.join(', ')}`
      : '',
    unread.length > 0 ? `Not searched, since a PDF cannot be: ${unread.join(', ')}` : '',
    isInGit
      ? 'git still has the words: write them, a line each, as "literal:<words>==>█████" into a file outside the repository, run "git filter-repo --replace-text <file>" on a fresh clone, push it by force, and have every clone and fork made anew.'
      : '',
    'Copies that readers, mirrors, archives and search engines have are beyond reach of this command.',
    '',
  ]
    .filter((line, at, all) => line !== '' || at === all.length - 1)
    .join('\n');
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}

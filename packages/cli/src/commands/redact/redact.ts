import { dirname, relative, resolve, sep } from 'node:path';
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
import { EXIT, type ExitCode, fail, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { endWithErrors } from '../../report-diagnostics.ts';
import { lettersOf, needlesOf, needleTexts } from './needles.ts';
import { type RedactionPlan, redactionPlan } from './redact-plan.ts';
import { redactedSources } from './redacted-sources.ts';
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
  if (loaded.editions.length > 0)
    fail(
      EXIT.refused,
      'a book with editions cannot be redacted: each edition has a ledger of its own',
      'Take the words out of the sources, and out of what was published by hand. Nothing was written.',
    );
  const history = await readHistory(files);
  if (!history) return endWithErrors(loaded, options, io);
  const subjects = subjectsOf(names, handbook, history);
  if (subjects.gone.length > 0)
    io.stderr.write(`redacted already, and nothing of it is left: ${subjects.gone.join(', ')}\n`);
  if (subjects.entries.length + words.length === 0) return EXIT.ok;
  const instead = { question: options.title ?? handbook.labels.withdrawn, answer: `${reason} (${date})` };
  const black = blackout(words);
  const sources = redactedSources(files, subjects, handbook, instead, black);
  const plan = await redactionPlan({
    root,
    handbook,
    files,
    history,
    subjects,
    sources,
    blackout: black,
    inFeed: blackout([...words, ...needleTexts(subjects.questions)]),
    instead,
    needles: needlesOf(subjects.texts, words),
    what: [...subjects.entries.map(({ number }) => number), ...(words.length > 0 ? ['words'] : [])],
    reason,
    date,
    out:
      options.out === undefined
        ? dirname(defaultOutput(root, io.cwd, handbook.id))
        : resolve(io.cwd, options.out),
    previous: previous === undefined ? undefined : resolve(io.cwd, previous),
  });
  refuse(plan, options.leave, io);
  const after = new Map(
    [...sources, ...plan.history.files].flatMap(([at, text]) => (text === undefined ? [] : [[at, text]])),
  );
  const gone = new Set(
    [...sources, ...plan.history.files].flatMap(([at, text]) => (text === undefined ? [at] : [])),
  );
  const left = files.filter((file) => !gone.has(file.path));
  await checkAfter(filesWith(left, after), prefix, { ...options, lenient: false }, io);
  if (!(await readHistory(filesWith(left, after))))
    throw new TypeError('The ledger as it would be after the redaction cannot be read.');
  if (!options['dry-run']) await carryOut(root, plan.disk);
  const repository = await readRepository(root);
  io.stdout.write(listOf(plan, io.cwd));
  io.stderr.write(
    summary(plan, { isDone: !options['dry-run'], isInGit: repository !== undefined, leave: options.leave }),
  );
  return EXIT.ok;
}

/** Ends the command where something would be left, or cannot be sealed again. Nothing was written. */
function refuse({ history, left }: RedactionPlan, leave: boolean, io: Io): void {
  if (history.missing.length > 0)
    fail(
      EXIT.refused,
      `${counted(history.missing.length, 'feed page')} of earlier releases ${history.missing.length === 1 ? 'is' : 'are'} not at hand: ${history.missing.slice(0, 3).join(', ')}`,
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

function summary({ history, left, unread }: RedactionPlan, { isDone, isInGit, leave }: Said): string {
  const releases = counted(history.trees.size, 'release');
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

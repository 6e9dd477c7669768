import { join, relative, resolve, sep } from 'node:path';
import {
  compareNumbers,
  counted,
  DEFAULT_TYPE,
  entrySchema,
  examplesOf,
  type Handbook,
  isNumber,
  isOfVolume,
  isWithin,
  NUMBER_PRESETS,
  numberAtEnd,
  numberBehind,
  numberKey,
  toText,
} from '@octavo/core';
import { assemble, read } from '@octavo/core/read';
import { readLedger } from '@octavo/press/history';
import type { VFile } from 'vfile';
import { stringify } from 'yaml';
import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import type { NewOptions } from '../../commands.generated.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { writeNewFile } from '../../disk/write-file.ts';
import { EXIT, type ExitCode, fail, misuse } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { chapterFor } from './chapter-for.ts';
import { freeSlug } from './free-slug.ts';
import { type Taken, takenNumbers } from './taken.ts';

/**
 * `octavo new`: writes a draft entry into the file where it belongs. Errors elsewhere in the handbook do not
 * prevent it.
 */
export async function newEntry(
  { positionals: [number = '', question = '', path = '.'], options }: Call<NewOptions>,
  io: Io,
): Promise<ExitCode> {
  const root = resolve(io.cwd, path);
  const files = await readHandbook(root);
  const book = assemble(read(files));
  const ledger = (await readLedger(files))?.ledger;
  if (!book?.handbook.chapters || !ledger) return unreadable(files);
  const { handbook, entries, references } = book;
  checkWords(number, question, handbook);
  const taken = takenNumbers(handbook, entries, ledger, ({ question: asked }) => toText(asked));
  checkFree(number, handbook, taken);
  const chapter = chapterFor(handbook, number, options.chapter);
  const fields = fieldsFor(handbook, options.type, chapter);
  const isFree = (id: string) =>
    references.resolve(id, '') === undefined && !handbook.chapters.some((one) => one.id === id);
  const file = `${chapter}/${numberKey(number)}-${freeSlug(question, number, isFree)}.md`;
  await writeNewFile(join(root, file), entrySkeleton(number, question, fields));
  io.stdout.write(`${relative(io.cwd, join(root, file)).split(sep).join('/')}\n`);
  io.stderr.write(
    'a draft: write the answer, remove "status: draft" when it is to be published, and run "octavo check"\n' +
      draftsHint(1 + entries.filter(({ status }) => status === 'draft').length),
  );
  return EXIT.ok;
}

/** Says how many drafts no build shows. */
function draftsHint(count: number): string {
  return `${counted(count, 'draft')} in the handbook: a build leaves ${count === 1 ? 'it' : 'them'} out without "--drafts"\n`;
}

function checkWords(number: string, question: string, { numbers }: Handbook): void {
  if (!isNumber(number, numbers))
    misuse(
      `"${number}" is no number of an entry`,
      numbers
        ? `Such as ${numbers.flatMap(examplesOf).join(' or ')}: "numbers:" of handbook.yaml says how they are built.`
        : 'Such as 618, 634A or 3.1.6.',
    );
  if (question.trim() === '' || /[\r\n]/.test(question))
    misuse('the question is one line that is not blank', 'Put it in quotes.');
}

function checkFree(number: string, handbook: Handbook, taken: Taken): void {
  const { volume } = handbook;
  const isHere = (one: string) => !volume || isOfVolume(one, volume, handbook.numbers);
  const what = taken(number);
  if (what === undefined && volume && !isHere(number))
    misuse(
      `${number} is outside this volume, ${volume.first} to ${volume.last}`,
      'Take a number of the volume, such as one with a letter: 634A stands behind 634.',
    );
  if (what === undefined) return;
  const system = handbook.numbers ?? NUMBER_PRESETS.decimal;
  const isFree = (one: string) => taken(one) === undefined;
  const numbers = handbook.chapters
    .flatMap(({ entries }) => entries.map((entry) => entry.number))
    .sort((a, b) => compareNumbers(a, b, system));
  const behind = numbers.find(
    (one) => compareNumbers(one, number, system) > 0 && !isWithin(one, number, system),
  );
  const inserted = numbers.includes(number) ? numberBehind(number, behind, isFree, system) : undefined;
  const next = numberAtEnd(numbers.at(-1) ?? number, isFree, system);
  const free = [
    ...(inserted === undefined ? [] : [`${inserted} to stand behind it`]),
    ...(next === undefined || !isHere(next) ? [] : [`${next} at the end`]),
  ];
  const hint = free.length === 0 ? '' : ` Free: ${free.join(', ')}.`;
  misuse(`${number} is taken: ${what}`, `Numbers are never used again.${hint}`);
}

function unreadable(files: readonly VFile[]): never {
  const [message] = files
    .flatMap((file) =>
      file.messages.map((said) => ({ path: file.path, reason: said.reason, fatal: said.fatal })),
    )
    .filter(({ fatal }) => fatal === true);
  fail(
    EXIT.content,
    message ? `${message.path}: ${message.reason}` : 'the handbook cannot be read',
    'Run "octavo check" and mend it first.',
  );
}

/** The lines of the front matter that a type, and the chapter, ask for: the keys of fields that must be there, to be filled in. */
function fieldsFor({ types }: Handbook, type: string | undefined, chapter: string): string {
  const name = type ?? DEFAULT_TYPE;
  const known = (types?.types ?? []).map((one) => one.name);
  if (type !== undefined && !known.includes(type))
    misuse(`there is no type "${type}"${didYouMean(type, known)}`, 'types.yaml declares them.');
  const demand = types?.demands.find((one) => one.chapter === chapter);
  const declared = types?.types.find((one) => one.name === name);
  const required = new Set([...(declared?.required ?? []), ...(demand?.required ?? [])]);
  const own = (types?.fields ?? []).map(
    ({ name: key, title, description = title }) => [key, description] as const,
  );
  const keys = [
    ...own,
    ...[...required].flatMap((key) =>
      own.some(([one]) => one === key) ? [] : [[key, keyHelp(key)] as const],
    ),
  ];
  const lines = keys.flatMap(([key, help]) =>
    required.has(key) ? [`${key}: # ${help.replace(/\s+/g, ' ')}\n`] : [],
  );
  return [...(type === undefined ? [] : [`type: ${type}\n`]), ...lines].join('');
}

/** What a key of Octavo's own holds. */
function keyHelp(key: string): string {
  const { properties } = entrySchema(undefined, 0) as {
    properties: Readonly<Record<string, { description?: string }>>;
  };
  return properties[key]?.description ?? key;
}

function entrySkeleton(number: string, question: string, fields: string): string {
  const asked = stringify({ question: question.trim() }, { lineWidth: 0 }).trimEnd();
  return `---\n${stringify({ number }, { lineWidth: 0, schema: 'failsafe' })}${asked}\n${fields}status: draft\n---\n\nThe answer is still to be written.\n`;
}

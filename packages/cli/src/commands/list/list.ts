import { type Entry, type Handbook, indexHandbook, toText } from '@octavo/core';
import type { Call } from '../../command-line/command.ts';
import { didYouMean } from '../../command-line/nearest-word.ts';
import { usage } from '../../command-line/usage.ts';
import { countedEntries } from '../../counted.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../../exit-code.ts';
import type { Io } from '../../io.ts';
import { loadSound } from '../../load-sound.ts';
import { table } from '../../table.ts';
import type { ListOptions } from './command.ts';
import { type ListedEntry, type ListedItem, listedEntries, unapprovedItems } from './listed-entries.ts';

const COLUMNS = [
  'number',
  'id',
  'status',
  'chapter',
  'question',
  'topics',
  'path',
  'line',
  'fingerprint',
  'approvedBy',
] as const satisfies readonly (keyof ListedEntry)[];

/**
 * Formats the entries, and then the other items (with their subject as the number), as RFC 4180 requires: a
 * header, CRLF, and quotes where they are needed.
 */
function csv(entries: readonly ListedEntry[], items: readonly ListedItem[]): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => cell(entry[column])));
  const beside = items.map(({ subject, title, ...rest }) => {
    const row: Partial<ListedEntry> = { ...rest, number: subject, question: title };
    return COLUMNS.map((column) => cell(row[column] ?? null));
  });
  return [COLUMNS, ...rows, ...beside].map((row) => `${row.join(',')}\r\n`).join('');
}

function cell(value: ListedEntry[keyof ListedEntry]): string {
  const text = value === null ? '' : typeof value === 'object' ? value.join(' ') : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** `octavo list`: prints the entries as a table, JSON or CSV. */
export async function list(
  { positionals: [path = '.'], options }: Call<ListOptions>,
  io: Io,
): Promise<ExitCode | Failure> {
  const loaded = await loadSound(path, { ...options, drafts: true }, io);
  if (typeof loaded === 'number' || isFailure(loaded)) return loaded;
  const matches = selection(loaded.handbook, options);
  if (isFailure(matches)) return matches;
  const all = listedEntries(loaded);
  const entries = all
    .filter(({ entry, approved }) => matches(entry) && !(options.unapproved && approved))
    .map(({ row }) => row);
  // Filters are about entries. Items without a chapter, topic or status are listed only when no filter is
  // given.
  const filtered = all.some(({ entry }) => !matches(entry));
  const items = options.unapproved && !filtered ? unapprovedItems(loaded) : [];
  switch (options.format) {
    case 'json':
      io.stdout.write(`${JSON.stringify([...entries, ...items], null, 2)}\n`);
      break;
    case 'csv':
      io.stdout.write(csv(entries, items));
      break;
    case 'table':
      writeTable(entries, items, all.length, io);
  }
  if (entries.length + items.length === 0)
    io.stderr.write(all.length === 0 ? 'the handbook has no entry yet\n' : 'no entry is like that\n');
  return EXIT.ok;
}

function writeTable(
  entries: readonly ListedEntry[],
  items: readonly ListedItem[],
  all: number,
  io: Io,
): void {
  const rows = entries.map(({ number, status, chapter, question }) => [
    number,
    status === 'active' ? '' : status,
    chapter,
    question,
  ]);
  rows.push(...items.map(({ subject, title }) => [subject, '', '', title]));
  const width = io.stdout.isTTY ? io.stdout.columns : undefined;
  for (const line of table(rows, { width })) io.stdout.write(`${line}\n`);
  if (entries.length > 0 && io.stdout.isTTY)
    io.stderr.write(`${entries.length === all ? '' : `${entries.length} of `}${countedEntries(all)}\n`);
}

type Filters = Pick<Call<ListOptions>['options'], 'chapter' | 'topic' | 'status' | 'text'>;

/** Returns the entries that pass the filters, or says what is wrong with a filter. */
function selection(
  handbook: Handbook,
  { chapter, topic, status, text }: Filters,
): ((entry: Entry) => boolean) | Failure {
  const chapters = handbook.chapters.map(({ id }) => id);
  const topics = handbook.topics.map(({ id }) => id);
  if (chapter !== undefined && !chapters.includes(chapter))
    return usage(`there is no chapter "${chapter}"${didYouMean(chapter, chapters)}`, oneOf(chapters));
  if (topic !== undefined && !topics.includes(topic))
    return usage(`there is no topic "${topic}"${didYouMean(topic, topics)}`, oneOf(topics));
  const { chapterOf } = indexHandbook(handbook);
  const wanted = topic === undefined ? undefined : withNarrower(handbook, topic);
  const words = fold(text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return (entry) =>
    (chapter === undefined || chapterOf.get(entry.number)?.id === chapter) &&
    (wanted === undefined || entry.topics.some((id) => wanted.has(id))) &&
    status.includes(entry.status) &&
    (words.length === 0 || holds(entry, words));
}

/** Returns a topic and every topic below it. */
function withNarrower({ topics }: Handbook, topic: string): ReadonlySet<string> {
  const found = new Set([topic]);
  // A set may grow while it is iterated, and topics form no cycle.
  for (const id of found) for (const { id: below, broader } of topics) if (broader === id) found.add(below);
  return found;
}

function holds({ question, answer, footnotes }: Entry, words: readonly string[]): boolean {
  const text = fold(toText([...question, ...answer, ...footnotes]));
  return words.every((word) => text.includes(word));
}

/** Compares without regard to case and to composed or decomposed accents. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function oneOf(ids: readonly string[]): string {
  return ids.length === 0 ? 'The handbook has none.' : `One of ${ids.join(', ')}.`;
}

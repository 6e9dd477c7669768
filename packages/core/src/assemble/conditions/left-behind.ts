import type { VFile } from 'vfile';
import type { Entry, Handbook } from '../../model/documents.generated.ts';
import { fingerprint } from '../../model/fingerprint.ts';
import { numberKey } from '../../numbers/number-key.ts';
import { compareNumbers } from '../../numbers/order-numbers.ts';
import type { Sources } from '../../read/read.ts';
import { type CutEdition, inEdition, isSecret } from './cut-edition.ts';

/**
 * What an edition released once and leaves out now, by number: the withdrawn entry that says which edition has it,
 * or undefined where the edition says nothing of it.
 */
export type LeftBehind = ReadonlyMap<string, Entry | undefined>;

/**
 * Finds what the ledger of an edition names and the edition leaves out now. Its number stays taken: a withdrawn
 * entry without any of its words is there in its place, unless the axis that leaves it out is secret.
 */
export function leftBehind(whole: Handbook, sources: Sources, edition: CutEdition): LeftBehind {
  const released = releasedNumbers(sources.files);
  const files = new Map(sources.entries.map((source) => [source.file.path, source]));
  const found = new Map<string, Entry | undefined>();
  const { handbook: book } = sources;
  if (!book || released.size === 0) return found;
  for (const { number, aliases, source } of whole.chapters.flatMap(({ entries }) => entries)) {
    const file = files.get(source.path);
    if (!file || !edition.left.paths.has(source.path)) continue;
    for (const old of aliases) if (released.has(old)) found.set(old, undefined);
    if (!released.has(number)) continue;
    const isSilent = isSecret(file, book, edition.choice);
    found.set(number, isSilent ? undefined : standIn(number, inEdition(file, book, whole), whole));
  }
  return found;
}

/** An edition with the entries that stand in for what it has left behind, each in its chapter or beside the number before it. */
export function withLeftBehind(edition: Handbook, left: LeftBehind, whole: Handbook): Handbook {
  const { chapters, numbers } = edition;
  const folders = new Map(
    whole.chapters.flatMap(({ id, entries }) => entries.map(({ number }) => [number, id] as const)),
  );
  const added = new Map<string, Entry[]>();
  for (const entry of left.values()) {
    if (!entry) continue;
    const own = chapters.find(({ id }) => id === folders.get(entry.number));
    const before = chapters.findLast(({ entries }) =>
      entries.some((one) => compareNumbers(one.number, entry.number, numbers) < 0),
    );
    const { id } = own ?? before ?? chapters[0] ?? {};
    if (id !== undefined) added.set(id, [...(added.get(id) ?? []), entry]);
  }
  if (added.size === 0) return edition;
  return {
    ...edition,
    chapters: chapters.map((chapter) => ({
      ...chapter,
      entries: [...chapter.entries, ...(added.get(chapter.id) ?? [])].sort((a, b) =>
        compareNumbers(a.number, b.number, numbers),
      ),
    })),
  };
}

function standIn(number: string, where: string | undefined, { labels, language, types }: Handbook): Entry {
  const said = where === undefined ? labels.withdrawn : capital(where, language);
  const bare: Omit<Entry, 'fingerprint'> = {
    number,
    id: standInId(number),
    question: [{ type: 'text', value: said }],
    answer: [],
    footnotes: [],
    topics: [],
    related: [],
    index: [],
    status: 'withdrawn',
    aliases: [],
    source: { path: 'handbook.yaml', line: 1, column: 1 },
  };
  return { ...bare, fingerprint: fingerprint(bare, (path) => path, types) };
}

/** The id of a stand-in: one that is a number would be taken for another number of the entry. */
export function standInId(number: string): string {
  return `entry-${numberKey(number).toLowerCase()}`;
}

function capital(words: string, language: string): string {
  return words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
}

/** The numbers in the records of releases; what is wrong with those is told where they are read. */
function releasedNumbers(files: ReadonlyMap<string, VFile>): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const [path, { value }] of files) {
    if (!/^releases\/[^/]+\.json$/.test(path)) continue;
    try {
      const { entries = [] }: { readonly entries?: readonly { readonly number: string }[] } = JSON.parse(
        Buffer.from(value).toString('utf8'),
      );
      for (const { number } of entries) numbers.add(number);
    } catch {}
  }
  return numbers;
}

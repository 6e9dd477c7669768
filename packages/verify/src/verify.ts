import { asPrinted, type Format, type FormatDescriptor, type Handbook } from '@octavo/core';
import { compareLedger, type ReleasedBefore } from './compare/compare-ledger.ts';
import { type Findings, findingsOf } from './compare/findings.ts';
import { foreignReader } from './compare/read-foreign.ts';
import { ownPlace } from './expected/book-place.ts';
import { expectedBook } from './expected/expected-book.ts';
import { notLookedAt } from './not-looked-at.ts';
import type { EntryReading, FormatParity, Parity, Place } from './parity.ts';
import type { FormatReading, PdfPages, ReadFormat } from './read-format.ts';
import { compareDocuments } from './tree/compare-documents.ts';
import { compareEditions } from './tree/compare-editions.ts';
import { compareTree } from './tree/compare-tree.ts';
import { readText, type TreeFiles, treeOf } from './tree/tree-files.ts';

export interface VerifyRequest {
  /** The built folder: its files by path from its top, in memory or read when they are needed. */
  readonly files: ReadonlyMap<string, Uint8Array> | TreeFiles;
  /** What the files must say. */
  readonly handbook: Handbook;
  /** The formats to read back. */
  readonly formats: readonly Format[];
  /**
   * Files that this version of Octavo puts into every folder alike, by path: scripts, style sheet,
   * schemas. Leave them out for a folder that another version made.
   */
  readonly shipped?: ReadonlyMap<string, Uint8Array>;
  /** What was released before, where it is at hand: the histories of entries are held to it. */
  readonly released?: ReleasedBefore;
  /** Formats that are not Octavo's: pages may name them, and those that bring a reader are read back. */
  readonly others?: readonly Pick<FormatDescriptor, 'name' | 'title' | 'read'>[];
}

/**
 * Our own readers, in an order in which each can be compared with earlier ones. Each loads its libraries when
 * it reads.
 */
const READERS: ReadonlyMap<Format, () => Promise<ReadFormat>> = new Map(
  Object.entries({
    pdf: async () => (await import('./pdf/read-pdf.ts')).readPdf,
    epub: async () => (await import('./epub/read-epub.ts')).readEpub,
    html: async () => (await import('./html/read-html.ts')).readHtml,
    jsonld: async () => (await import('./jsonld/read-jsonld.ts')).readJsonld,
  }),
);

/** The reading of a format whose file cannot be read at all. */
const NOTHING: FormatReading = { file: '', entries: 0, readings: [] };

/**
 * Reads built artifacts back by means that share no code with the compilers, and compares them with the
 * handbook, entry by entry. Nothing in the files makes it throw: a file that is missing or damaged is a
 * difference too. When the folder has a manifest.json, its sizes and hashes are checked as well.
 * @returns the parity report, which is the same for the same files: it depends on no clock and on no order of
 * the disk.
 */
export async function verify({
  files,
  handbook,
  formats,
  shipped,
  released,
  others = [],
}: VerifyRequest): Promise<Parity> {
  const tree = withoutEditions(treeOf(files), handbook);
  const printed = asPrinted(handbook);
  const book = expectedBook(
    printed,
    others.map(({ title }) => title),
    await stateHashIn(tree, handbook),
    handbook,
  );
  const readings = new Map<string, EntryReading[]>(book.entries.map((entry) => [entry.number, []]));
  const trees = findingsOf('tree');
  await compareTree(trees, tree, { handbook: printed, source: handbook }, formats);
  const all = [...trees.differences];
  let pages: PdfPages | undefined;
  let openPages: readonly string[] = [];
  const whole = { file: ownPlace(handbook, 'manifest.json'), entries: 0, readings: [] };
  const parities: FormatParity[] = [summary('tree', whole, trees)];
  const theirs = foreignReaders(others);
  for (const [format, reader] of [...READERS, ...theirs]) {
    if (!formats.includes(format)) continue;
    const findings = findingsOf(format);
    const read = await reader();
    const request = { files: tree, book, findings, pages };
    const reading = (await findings.about({ file: handbook.id }).read(() => read(request))) ?? {
      ...NOTHING,
      file: handbook.id,
    };
    pages ??= reading.pages;
    openPages = reading.open ?? openPages;
    for (const [number, one] of reading.readings) readings.get(number)?.push(one);
    parities.push(summary(format, reading, findings));
    for (const difference of findings.differences) all.push(difference);
  }
  const documents = findingsOf('tree');
  if (released) {
    compareLedger(documents, book, released);
    await compareEditions(documents, book, released, tree);
  }
  await compareDocuments({
    findings: documents,
    files: tree,
    book,
    formats,
    paths: new Set(tree.paths),
    pages,
    open: openPages,
    shipped,
  });
  all.push(...documents.differences);
  parities[0] = merged(parities[0], documents);
  return {
    schemaVersion: 1,
    id: handbook.id,
    iri: handbook.iri,
    edition: { version: handbook.edition.version, date: handbook.edition.date },
    agrees: all.length === 0,
    formats: parities,
    entries: book.entries.map(({ entry, number, question }) => ({
      number,
      question,
      fingerprint: entry.fingerprint,
      status: entry.status,
      formats: readings.get(number) ?? [],
    })),
    differences: all,
    notLookedAt: notLookedAt(formats, {
      unread: formats.filter((name) => !READERS.has(name) && !theirs.some(([other]) => other === name)),
      shipped: shipped !== undefined,
      site: tree.paths.some((path) => path.includes('images/')) || handbook.images.length === 0,
    }),
  };
}

/** The readers of formats from outside Octavo that have one. */
function foreignReaders(others: NonNullable<VerifyRequest['others']>) {
  return others.flatMap(({ name, read }) =>
    read ? [[name, async () => foreignReader(name, read)] as const] : [],
  );
}

/** A published folder without the older editions that are kept in it, each of which is a folder of its own. */
function withoutEditions(files: TreeFiles, handbook: Handbook): TreeFiles {
  const kept = new RegExp(`^${ownPlace(handbook, 'edition')}/[^/]+/`);
  return { ...files, paths: files.paths.filter((path) => !kept.test(path)) };
}

/** The hash of the book as data, as the description of the release states it. */
async function stateHashIn(files: TreeFiles, handbook: Handbook): Promise<string | undefined> {
  const text = await readText(files, ownPlace(handbook, 'release.jsonld'));
  return /"stateHash": ?"([0-9a-f]{64})"/.exec(text ?? '')?.[1];
}

/** Adds up what was counted in the folder before and after the formats. */
function merged(one: FormatParity | undefined, { compared, differences }: Findings): FormatParity {
  const tree = one ?? { format: 'tree', file: 'manifest.json', entries: 0, compared: {}, differences: 0 };
  const sums = new Map(Object.entries(tree.compared));
  for (const [subject, count] of Object.entries(compared))
    sums.set(subject, (sums.get(subject) ?? 0) + count);
  const sorted = Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...tree, compared: sorted, differences: tree.differences + differences.length };
}

function summary(
  format: Place,
  { file, entries }: FormatReading,
  { compared, differences }: ReturnType<typeof findingsOf>,
): FormatParity {
  const sorted = Object.fromEntries(Object.entries(compared).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { format, file, entries, compared: sorted, differences: differences.length };
}

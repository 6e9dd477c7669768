import type { Handbook } from '@octavo/core';
import { type BookOptions, makeBook } from './assign/make-book.ts';
import { brokenSource, isHandbookFile } from './detect/broken-sources.ts';
import type { Fields } from './model/fields.ts';
import type { Finding } from './model/finding.ts';
import type { FoundDocument } from './model/found.ts';
import type { SourceFile } from './model/source.ts';
import { bookOfHandbook, isHandbook } from './own/book-of-handbook.ts';
import type { RecogniseOptions } from './recognise/recognise.ts';
import { type ImportReport, reportOf } from './report/report.ts';
import { understand } from './understand.ts';
import { writeSoundBook } from './write/sound-book.ts';
import type { WriteOptions, WrittenFile } from './write/write-book.ts';

export interface ImportOptions extends BookOptions, RecogniseOptions, WriteOptions {
  /** A label of the WHATWG Encoding Standard, for a source that is guessed wrong. */
  readonly encoding?: string;
  /** What the columns of a table or the fields of data are called. */
  readonly columns?: Fields;
}

export interface Imported {
  /** The canonical source, sorted by path; empty when no question was found. */
  readonly files: readonly WrittenFile[];
  readonly report: ImportReport;
}

/**
 * Imports a legacy source: `files` is one document, or those of a folder (paths relative to it; images are
 * asked for through `options.asset`). `name` is the source's name, for a book without a title. Never throws for
 * anything that a file can hold; the same source and options give the same files and report.
 */
export async function importSource(
  files: readonly SourceFile[],
  name: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const own = ownHandbook(files);
  if (own) return written(name, own, options);
  const documents: FoundDocument[] = [];
  const among = files.length > 1;
  const faults = [...files].sort(byPath).flatMap((file) => brokenSource(file, among));
  for (const file of [...files].filter(({ path }) => !isHandbookFile(path)).sort(byPath))
    documents.push(await understand(file, among, options));
  const broken = [...faults, ...documents.flatMap(({ findings }) => findings)].filter(isBroken);
  if (broken.length > 0)
    return refused(name, documents, [...new Map(broken.map((one) => [one.place.path, one])).values()]);
  const made = makeBook(inOrder(documents), name, options);
  const sound = made.book && writeSoundBook(made.book, options);
  const report = reportOf({
    name,
    documents,
    dropped: made.dropped,
    findings: [...faults, ...made.findings, ...(sound?.findings ?? [])],
    book: sound?.book,
    files: sound?.files ?? [],
  });
  return { files: sound?.files ?? [], report };
}

/** The handbook.json of a build, alone or beside the formats that were made with it. */
function ownHandbook(
  files: readonly SourceFile[],
): { readonly file: SourceFile; readonly handbook: Handbook } | undefined {
  for (const file of files) {
    if (!/(?:^|\/)handbook\.json$|^[^/]+\.json$/i.test(file.path)) continue;
    try {
      const data: unknown = JSON.parse(new TextDecoder().decode(file.bytes));
      if (isHandbook(data)) return { file, handbook: data };
    } catch {
      // Whatever it is, it is read as such.
    }
  }
  return undefined;
}

function written(
  name: string,
  { file, handbook }: { readonly file: SourceFile; readonly handbook: Handbook },
  options: ImportOptions,
): Imported {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const { book, findings } = bookOfHandbook(handbook, file.path, (path) =>
    options.asset?.(`${folder}${path}`),
  );
  const sound = writeSoundBook(book, options);
  const report = reportOf({
    name,
    documents: [{ path: file.path, kind: 'json', parts: [], footnotes: new Map(), words: [], findings: [] }],
    dropped: [],
    findings: [...findings, ...sound.findings],
    book: sound.book,
    files: sound.files,
  });
  return { files: sound.files, report };
}

function isBroken({ kind }: Finding): boolean {
  return kind === 'source-broken';
}

/** Nothing is made of a source that is broken: the report holds what is wrong with it, one fault a file, and nothing that follows from that. */
function refused(name: string, documents: readonly FoundDocument[], findings: readonly Finding[]): Imported {
  const none = documents.map((document) => ({ ...document, parts: [], words: [], findings: [] }));
  return {
    files: [],
    report: reportOf({ name, documents: none, dropped: [], findings, book: undefined, files: [] }),
  };
}

/** Documents of a folder that say their place stand in that order, before those that say none. */
function inOrder(documents: readonly FoundDocument[]): readonly FoundDocument[] {
  const folders = [...new Set(documents.map(({ path }) => folderOf(path)))];
  return folders.flatMap((folder) =>
    documents
      .filter(({ path }) => folderOf(path) === folder)
      .sort((a, b) => (a.order ?? Number.MAX_VALUE) - (b.order ?? Number.MAX_VALUE)),
  );
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The order of reading: an index or readme first, then by number and name. */
function byPath(a: SourceFile, b: SourceFile): number {
  const key = (path: string) => path.replace(/(^|\/)(?:_?index|readme)\.(\w+)$/i, '$1\u0001.$2');
  return (
    key(a.path).localeCompare(key(b.path), 'en', { numeric: true, sensitivity: 'base' }) ||
    (a.path < b.path ? -1 : 1)
  );
}

import { type BookOptions, makeBook } from './assign/make-book.ts';
import type { FoundDocument } from './model/found.ts';
import type { SourceFile } from './model/source.ts';
import type { RecogniseOptions } from './recognise/recognise.ts';
import { type ImportReport, reportOf } from './report/report.ts';
import { understand } from './understand.ts';
import { type WriteOptions, type WrittenFile, writeBook } from './write/write-book.ts';

export interface ImportOptions extends BookOptions, RecogniseOptions, WriteOptions {
  /** A label of the WHATWG Encoding Standard, for a source that is guessed wrong. */
  readonly encoding?: string;
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
  const documents: FoundDocument[] = [];
  for (const file of [...files].sort(byPath))
    documents.push(await understand(file, files.length > 1, options));
  const made = makeBook(documents, name, options);
  const written = made.book ? writeBook(made.book, options) : [];
  const report = reportOf({
    name,
    documents,
    dropped: made.dropped,
    findings: made.findings,
    book: made.book,
    files: written,
  });
  return { files: written, report };
}

/** The order of reading: an index or readme first, then by number and name. */
function byPath(a: SourceFile, b: SourceFile): number {
  const key = (path: string) => path.replace(/(^|\/)(?:_?index|readme)\.(\w+)$/i, '$1\u0001.$2');
  return (
    key(a.path).localeCompare(key(b.path), 'en', { numeric: true, sensitivity: 'base' }) ||
    (a.path < b.path ? -1 : 1)
  );
}

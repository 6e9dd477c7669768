import type { Book } from './assign/book.ts';
import { type BookOptions, makeBook } from './assign/make-book.ts';
import { withVariables } from './assign/variables.ts';
import { contentsOf } from './contents/contents.ts';
import { inOrder } from './contents/in-order.ts';
import { archiveIn } from './detect/archive.ts';
import { brokenSource, isHandbookFile } from './detect/broken-sources.ts';
import { isContentsFile } from './detect/contents-file.ts';
import { kindOf } from './detect/kind.ts';
import { folderBeside, foldersOf, withoutHash } from './detect/notion.ts';
import { ownFile } from './detect/own-file.ts';
import type { Fields } from './model/fields.ts';
import { type Finding, finding } from './model/finding.ts';
import { droppedPart, type FoundDocument, type FoundPart } from './model/found.ts';
import type { SourceFile, SourceKind } from './model/source.ts';
import { bookOfHandbook } from './own/book-of-handbook.ts';
import { findHandbook } from './own/find-handbook.ts';
import type { OwnHandbook } from './own/handbook-in-pdf.ts';
import { heldMatter } from './own/held-matter.ts';
import { ownExport } from './own/own-export.ts';
import { asks } from './recognise/asks.ts';
import type { RecogniseOptions } from './recognise/recognise.ts';
import { type ImportReport, reportOf } from './report/report.ts';
import { namesOfFile, understand } from './understand.ts';
import { writeSoundBook } from './write/sound-book.ts';
import type { WriteOptions, WrittenFile } from './write/write-book.ts';

export interface ImportOptions extends BookOptions, RecogniseOptions, WriteOptions {
  /** A label of the WHATWG Encoding Standard, for a source that is guessed wrong. */
  readonly encoding?: string;
  /** What the columns of a table or the fields of data are called. */
  readonly columns?: Fields;
  /** Values that the source only names (`{{ product }}`, `${product}`) become variables of the handbook. */
  readonly variables?: boolean;
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
  const archive = archiveIn(files);
  if (!archive) return importFiles(files, name, options, []);
  if (archive.findings.some(isBroken)) return refused(name, [], archive.findings);
  const asset = (path: string) => archive.find(path) ?? options.asset?.(path);
  return importFiles(archive.files, name, { ...options, asset }, archive.findings);
}

/** Imports files that are no archive; `told` is what is known of them already. */
async function importFiles(
  files: readonly SourceFile[],
  name: string,
  options: ImportOptions,
  told: readonly Finding[],
): Promise<Imported> {
  const own = findHandbook(files, options.asset ?? (() => undefined));
  if (own) return written(name, files, own, options, told);
  const exported = await ownExport(files, options);
  if (exported) {
    const path = files[0]?.path ?? name;
    const remarks = exported.remarks.map((reason) =>
      finding('own-handbook', 'warning', { path, line: 1 }, reason),
    );
    return ofBook(
      name,
      path,
      kindOf(path, '', files[0]?.bytes ?? new Uint8Array()),
      exported.book,
      [...told, ...remarks],
      options,
    );
  }
  const built = files.map(ownFile).find((found) => found !== undefined);
  if (built) return refused(name, [], [built]);
  const documents: FoundDocument[] = [];
  const among = files.length > 1;
  const contents = contentsOf(among ? files : []);
  const faults = [...files]
    .filter(({ path }) => !(among && isContentsFile(path)))
    .sort(byPath)
    .flatMap((file) => brokenSource(file, among));
  const data = among ? files.filter(({ path }) => /\.json$/i.test(path)) : [];
  const names = new Map(data.flatMap((file) => [...namesOfFile(file)]));
  const folders = foldersOf(files.map(({ path }) => path));
  const listings = files.filter(
    ({ path }) =>
      (among && isContentsFile(path)) ||
      (/\.csv$/i.test(path) && withoutHash(path) !== path && folders.has(folderBeside(path))),
  );
  const unread = new Set(faults.filter(isBroken).map(({ place }) => place.path));
  const read = files.filter(
    (file) => !isHandbookFile(file.path) && !listings.includes(file) && !unread.has(file.path),
  );
  for (const file of read.sort(byPath)) {
    const index = folders.has(folderBeside(file.path));
    documents.push(await understand(file, among, { ...options, names, index }));
  }
  const pages = arePages(documents);
  for (const [at, file] of read.entries())
    if (pages && isStatement(documents[at]))
      documents[at] = await understand(file, 'page', { ...options, names });
  const broken = [...faults, ...documents.flatMap(({ findings }) => findings)].filter(isBroken);
  if (broken.length > 0)
    return refused(name, documents, [...new Map(broken.map((one) => [one.place.path, one])).values()]);
  const made = withVariables(
    makeBook(inOrder(documents, contents), name, { ...contents.said, ...options }),
    documents,
    options.variables,
  );
  const sound = made.book && (await writeSoundBook(made.book, options));
  const report = reportOf({
    name,
    documents,
    // These list the others: a table of Notion the pages in the folder beside it.
    dropped: [
      ...made.dropped,
      ...listings.map(({ path }) => droppedPart('contents list', path, { path, line: 1 })),
    ],
    findings: [...told, ...faults, ...made.findings, ...(sound?.findings ?? [])],
    book: sound?.book,
    files: sound?.files ?? [],
  });
  return { files: sound?.files ?? [], report };
}

function written(
  name: string,
  files: readonly SourceFile[],
  { file, handbook, pictures }: OwnHandbook,
  options: ImportOptions,
  told: readonly Finding[],
): Promise<Imported> {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const find = pictures ?? ((path: string) => options.asset?.(`${folder}${path}`));
  const { book, findings } = bookOfHandbook(handbook, file.path, find);
  const from = pictures
    ? 'handbook.json that it holds, and what was changed in it since is not'
    : `${file.path} that was written with it`;
  const beside = files
    .filter(({ path }) => pictures || (!files.includes(file) && path !== file.path))
    .slice(0, 1)
    .map(({ path }) =>
      finding(
        'own-handbook',
        'info',
        { path, line: 1 },
        `this was made by Octavo: the handbook is read from the ${from}`,
      ),
    );
  return ofBook(name, file.path, 'json', book, [...told, ...beside, ...findings], options);
}

/** The files and the report of a book that is known as a whole. */
async function ofBook(
  name: string,
  path: string,
  kind: SourceKind,
  known: Book,
  findings: readonly Finding[],
  options: ImportOptions,
): Promise<Imported> {
  const { title = known.title, language = known.language } = options;
  const book = { ...known, title, language };
  const { matter, leftOut } = heldMatter(book);
  const sound = await writeSoundBook({ ...book, matter }, options);
  const missing = leftOut.map((key) =>
    finding(
      'own-handbook',
      'warning',
      { path, line: 1 },
      `"${key}" of handbook.yaml is left out: it names files that are not in the document`,
      'Copy them from the folder of the handbook, and say it again.',
    ),
  );
  const report = reportOf({
    name,
    documents: [{ path, kind, parts: [], footnotes: new Map(), words: [], findings: [] }],
    dropped: [],
    findings: [...findings, ...missing, ...sound.findings],
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

/** Whether the files of a folder hold several questions each, and none of them is a question as a whole. */
function arePages(documents: readonly FoundDocument[]): boolean {
  const several = documents.filter(({ single, parts }) => !single && parts.filter(isQuestion).length > 1);
  const singles = documents.filter(({ single }) => single === true);
  return several.length > 1 && several.length >= singles.length && singles.every(isStatement);
}

/** Whether a file is one question as a whole, by a title that does not ask. */
function isStatement(document: FoundDocument | undefined): boolean {
  return document?.single === true && asks(document.title ?? '') < 0.6;
}

function isQuestion({ kind }: FoundPart): boolean {
  return kind === 'question';
}

/** Compares files by the order of reading: an index or readme first, then by number and name. */
function byPath(a: SourceFile, b: SourceFile): number {
  const key = (path: string) => path.replace(/(^|\/)(?:_?index|readme)\.(\w+)$/i, '$1\u0001.$2');
  return (
    key(a.path).localeCompare(key(b.path), 'en', { numeric: true, sensitivity: 'base' }) ||
    (a.path < b.path ? -1 : 1)
  );
}

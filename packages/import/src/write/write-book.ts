import { numberKey } from '@octavo/core';
import { UNDATED, UNVERSIONED } from '@octavo/core/say';
import { stringify as toYaml } from 'yaml';
import type { Book, BookEntry, BookPage } from '../assign/book.ts';
import { ownWords } from '../assign/own-words.ts';
import { phrasingToMarkdown, toMarkdown } from '../markdown/to-markdown.ts';

/** A file of the handbook: text as UTF-8 with `\n`, or the bytes of an image. */
export interface WrittenFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface WriteOptions {
  /** Say on the cover that the numbers may change. */
  readonly provisional?: boolean;
}

/** The canonical files of a book, sorted by path. The same book gives the same files. */
export function writeBook(book: Book, options: WriteOptions = {}): readonly WrittenFile[] {
  const files: WrittenFile[] = [
    { path: 'handbook.yaml', content: handbookYaml(book, options) },
    ...book.entries.map((entry) => ({ path: entryPath(entry), content: entryFile(entry) })),
    ...bookPages(book).map(([path, page]) => ({ path, content: pageFile(path, page) })),
    ...[...book.assets].map(([path, content]) => ({ path, content })),
  ];
  if (book.topics.length > 0) files.push({ path: 'topics.yaml', content: yaml({ topics: book.topics }) });
  if (book.types) files.push({ path: 'types.yaml', content: yaml(book.types) });
  for (const [id, taxonomy] of Object.entries(book.taxonomies ?? {}))
    if (NAME.test(id)) files.push({ path: `taxonomies/${id}.yaml`, content: yaml(taxonomy) });
  for (const [name, content] of Object.entries(book.snippets ?? {}))
    if (NAME.test(name) && typeof content === 'string') files.push({ path: `snippets/${name}.md`, content });
  if (book.glossary) files.push({ path: 'glossary.yaml', content: yaml({ terms: book.glossary }) });
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A name that is a file's, and leads nowhere else; a document may say any. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9-]+)?$/;

/** Where an entry is written. */
export function entryPath({ chapter, number, id }: BookEntry): string {
  return `${chapter}/${numberKey(number)}-${id}.md`;
}

/** The pages of a book and the introductions of its chapters, each with the file that it is written to. */
export function bookPages({
  front,
  intros = [],
  back,
}: Pick<Book, 'front' | 'intros' | 'back'>): readonly (readonly [path: string, page: BookPage])[] {
  return [
    ...front.map((page) => [`front/${page.id}.md`, page] as const),
    ...intros.map((page) => [`${page.id}/index.md`, page] as const),
    ...back.map((page) => [`back/${page.id}.md`, page] as const),
  ];
}

/** Where the text of a written file begins, behind its front matter; the introduction of a chapter has none. */
export function bodyStart(text: string): number {
  return text.startsWith('---\n') ? text.indexOf('\n---\n', 4) + 5 : 0;
}

function handbookYaml(book: Book, { provisional = false }: WriteOptions): string {
  return yaml({
    schemaVersion: 1,
    id: book.id,
    title: book.title,
    subtitle: provisional && book.provisional ? ownWords(book.language).provisional : undefined,
    language: book.language,
    iri: `https://example.invalid/${book.id}/`,
    ...book.matter,
    volume: book.volume,
    edition: book.edition ?? { version: UNVERSIONED, date: book.date ?? UNDATED },
    numbers: book.numbers,
    front: filled(book.front.map(({ id }) => id)),
    back: filled(book.back.map(({ id }) => id)),
    parts: filled(book.parts),
    chapters: book.chapters,
    rules: rulesOf(book, provisional),
  });
}

/**
 * Alternative texts that the source lacks are listed in the report, and do not stop the first build. A build in
 * memory says nothing of the source's style: there is no file yet in which to mend it.
 */
function rulesOf(book: Book, inMemory: boolean): Readonly<Record<string, string>> | undefined {
  const alternatives = book.assets.size > 0 ? { 'image-has-alternative': 'warning' } : {};
  const style = inMemory ? Object.fromEntries(STYLE.map((rule) => [rule, 'off'])) : {};
  const rules = { ...alternatives, ...(book.matter?.rules as object | undefined), ...style };
  return Object.keys(rules).length > 0 ? rules : undefined;
}

const STYLE = [
  'code-has-language',
  'heading-depth',
  'link-text-says-something',
  'question-asks',
  'table-has-header',
];

function entryFile(entry: BookEntry): string {
  const matter = yaml({
    question: phrasingToMarkdown(entry.question),
    status: entry.draft ? 'draft' : undefined,
    topics: filled([...new Set(entry.topics)]),
    aliases: filled(entry.aliases),
    origin: { source: entry.place.path, location: `line ${entry.place.line}` },
    ...entry.matter,
    ...(entry.matter?.origin === null ? { origin: undefined } : {}),
  });
  return `---\n${toYaml({ number: entry.number }, { lineWidth: 0, schema: 'failsafe' })}${matter}---\n\n${toMarkdown(entry.answer, [...entry.footnotes.values()])}`;
}

function pageFile(path: string, page: BookPage): string {
  const text = toMarkdown(page.body, [...page.footnotes.values()]);
  // handbook.yaml has the title of a chapter.
  return /^(?:front|back)\//.test(path)
    ? `---\n${yaml({ title: page.title, ...page.matter })}---\n\n${text}`
    : text;
}

/** A list; undefined, which is not written, when it is empty. */
function filled<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length > 0 ? list : undefined;
}

function yaml(data: unknown): string {
  return toYaml(data, { lineWidth: 0, schema: 'core', aliasDuplicateObjects: false });
}

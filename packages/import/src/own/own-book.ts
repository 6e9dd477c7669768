import { createHash } from 'node:crypto';
import type { PhrasingContent, RootContent } from 'mdast';
import type { Book, BookEntry } from '../assign/book.ts';
import { phrasingToMarkdown, toMarkdown } from '../write/to-markdown.ts';

/** A document that `octavo export` wrote, as it is now. */
export interface OwnDocument {
  /** The address of its handbook, where the document says it. */
  readonly iri?: string | undefined;
  /** Its entries as text, in the order of the document. */
  readonly texts: readonly EntryText[];
  /** The pictures in it. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** What its reviewers say beside the text, each with the number of the entry. */
  readonly remarks: readonly string[];
  /** The whole book, where the document says enough of it. */
  readonly book?: Book | undefined;
}

/** An entry as text: what editors change, and what is compared. */
export interface EntryText {
  /** Empty for an entry that an editor has added. */
  readonly number: string;
  /** The id of its chapter; empty for a chapter that an editor has added. */
  readonly chapter: string;
  /** Inline Markdown. */
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /** What else the document says of the front matter. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The digest of the entry when the document was written. */
  readonly recorded?: string | undefined;
  readonly line: number;
}

/** A short digest of what an entry says: two entries with the same one say the same. */
export function digestOf({ question, answer, facts }: EntryText): string {
  const said = JSON.stringify([question.trim(), answer.trim(), facts]);
  return createHash('sha256').update(said).digest('hex').slice(0, 12);
}

/** The document that a book was read from. */
export function ownDocument(
  book: Book,
  entries: readonly OwnEntry[],
  recorded: ReadonlyMap<string, string>,
  remarks: readonly string[] = [],
): OwnDocument {
  const texts = entries.map(
    ({ number, chapter, question, answer, footnotes, place, aliases = [], topics = [], matter = {} }) => ({
      ...{ number, chapter, line: place.line, recorded: recorded.get(number) },
      question: phrasingToMarkdown(question),
      answer: toMarkdown(answer, [...footnotes.values()]),
      facts: {
        ...matter,
        ...(topics.length > 0 ? { topics } : {}),
        ...(aliases.length > 0 ? { aliases } : {}),
      },
    }),
  );
  return { iri: String(book.matter?.iri), texts, assets: book.assets, remarks, book };
}

/** An entry that a document holds, before what the handbook's entries have in common is filled in. */
export interface OwnEntry extends Pick<BookEntry, 'id' | 'chapter' | 'footnotes' | 'place'> {
  /** Empty for an entry that an editor has added. */
  readonly number: string;
  readonly question: readonly PhrasingContent[];
  readonly answer: readonly RootContent[];
  readonly aliases?: readonly string[];
  readonly topics?: readonly string[];
  readonly matter?: BookEntry['matter'];
}

/** What a document says of its handbook. */
export interface OwnMatter {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly iri: string;
  readonly edition: unknown;
  readonly numbers?: Book['numbers'];
  readonly clauses?: unknown;
  readonly numbered?: unknown;
  readonly topics?: Book['topics'];
}

/** An entry with the facts of its front matter. */
export function withFactsOf<Entry extends OwnEntry>(
  entry: Entry,
  { aliases = [], topics = [], ...matter }: Readonly<Record<string, unknown>>,
): Entry {
  return { ...entry, aliases: aliases as string[], topics: topics as string[], matter };
}

/** The book of such entries. */
export function ownBook(
  { id, title, language, edition, numbers, topics = [], iri, clauses, numbered }: OwnMatter,
  rest: Pick<Book, 'chapters' | 'assets'>,
  entries: readonly OwnEntry[],
): Book {
  return {
    ...{ id, title, language, edition, numbers, topics, ...rest },
    ...{ parts: [], front: [], back: [], provisional: false, matter: { iri, clauses, numbered } },
    entries: entries.map((entry) => ({
      aliases: [],
      topics: [],
      ...entry,
      sourceNumber: entry.number,
      matter: { origin: null, ...entry.matter },
    })),
  };
}

import { createHash } from 'node:crypto';
import type { PhrasingContent, RootContent } from 'mdast';
import type { Book, BookEntry } from '../assign/book.ts';
import { phrasingToMarkdown, toMarkdown } from '../markdown/to-markdown.ts';

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
  /** The keys of front matter that it has a place for; undefined where it has one for each. */
  readonly keys?: readonly string[];
  /** The whole book, where the document says enough of it. */
  readonly book?: Book | undefined;
}

/** An entry or a page as text: what editors change, and what is compared. */
export interface EntryText {
  /**
   * Empty for an entry that an editor has added; of a page, its file: `front/preface`; of the introduction of a
   * chapter, `chapter/basics`.
   */
  readonly number: string;
  /** The id of its chapter, or the folder of a page; empty for a chapter that an editor has added. */
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

/**
 * The document that a book was read from: its entries, between its pages as `front/preface` and `back/thanks`; the
 * introduction of a chapter is `chapter/basics`.
 */
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
  const pages = (folder: 'front' | 'back' | 'chapter') =>
    (folder === 'chapter' ? (book.intros ?? []) : book[folder]).map((page): EntryText => {
      const { id, title, body, footnotes, place, matter: facts = {} } = page;
      const number = `${folder}/${id}`;
      const answer = toMarkdown(body, [...footnotes.values()]);
      // The title of an introduction is the chapter's.
      const question = folder === 'chapter' ? '' : title;
      const said = { question, answer, facts, recorded: recorded.get(number) };
      return { number, chapter: folder, ...said, line: place.line };
    });
  return {
    iri: String(book.matter?.iri),
    texts: [...pages('front'), ...pages('chapter'), ...texts, ...pages('back')],
    assets: book.assets,
    remarks,
    book,
  };
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

/** What a document says of a chapter beside its title; of one with an introduction, whose text that is, also the summary. */
interface ChapterMatter {
  readonly id: string;
  readonly introduction?: true;
  readonly summary?: string;
}

/** What a document says of its handbook beside the text: what the YAML files of the handbook say. */
export interface OwnMatter
  extends Pick<
    Book,
    'id' | 'title' | 'language' | 'numbers' | 'volume' | 'glossary' | 'types' | 'taxonomies' | 'snippets'
  > {
  readonly iri: string;
  readonly edition: unknown;
  readonly parts?: Book['parts'];
  readonly topics?: Book['topics'];
  /** What is said of chapters that their headings do not say, by their ids. */
  readonly chapters?: readonly ChapterMatter[];
  /** The ids of the pages before and after the entries. */
  readonly front?: readonly string[];
  readonly back?: readonly string[];
  /** More of handbook.yaml. */
  readonly [key: string]: unknown;
}

/** An entry with the facts of its front matter. */
export function withFactsOf<Entry extends OwnEntry>(
  entry: Entry,
  { aliases = [], topics = [], ...matter }: Readonly<Record<string, unknown>>,
): Entry {
  return { ...entry, aliases: aliases as string[], topics: topics as string[], matter };
}

/** The book of such entries, with the chapters, pages and pictures that the document holds. */
export function ownBook(
  about: OwnMatter,
  rest: Pick<Book, 'chapters' | 'assets'> & Partial<Pick<Book, 'front' | 'intros' | 'back'>>,
  entries: readonly OwnEntry[],
): Book {
  const { id, title, language, edition, numbers, volume, glossary, types, taxonomies, snippets, ...more } =
    about;
  const { parts = [], topics = [], chapters = [], front: _front, back: _back, ...matter } = more;
  const known = new Map(chapters.map((chapter) => [chapter.id, chapter]));
  return {
    ...{
      id,
      title,
      language,
      edition,
      numbers,
      volume,
      parts,
      topics,
      glossary,
      types,
      taxonomies,
      snippets,
    },
    ...{ front: [], back: [], ...rest, provisional: false, matter },
    chapters: rest.chapters.map((chapter) => {
      const { introduction: _, ...said } = known.get(chapter.id) ?? {};
      return { ...said, ...chapter };
    }),
    entries: entries.map((entry) => ({
      aliases: [],
      topics: [],
      ...entry,
      sourceNumber: entry.number,
      matter: { origin: null, ...entry.matter },
    })),
  };
}

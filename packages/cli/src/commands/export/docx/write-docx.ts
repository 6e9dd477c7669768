import type { Entry, Handbook } from '@octavo/core';
import { numbered } from '@octavo/core/say';
import { Document, type FileChild, HeadingLevel, Packer, Paragraph, type ParagraphChild } from 'docx';
import { reproducible } from '../reproducible.ts';
import { type BlockContext, blocksOf, type ListInstance } from './blocks.ts';
import { marked, runsOf, textRun } from './runs.ts';
import { CHARACTER_STYLES, countedFrom, DEFAULT_STYLES, numberingOf, PARAGRAPH_STYLES } from './styles.ts';
import type { WordBook, WordPicture } from './word-book.ts';

/**
 * A handbook as a Word document for its editors: chapters and pages are headings of the first level, questions
 * with their numbers headings of the second. Each stands in a bookmark, `entry_1`, and a property of the
 * document with that name holds the entry's number and id, its `facts`, and the digest of its text, by which
 * `octavo import --update` knows whether the handbook has changed meanwhile; `matter` is what a document says of
 * its handbook. The same handbook gives the same bytes.
 */
export async function writeDocx(
  handbook: Handbook,
  pictures: ReadonlyMap<string, WordPicture>,
  digests: ReadonlyMap<string, string>,
  matter: Readonly<Record<string, unknown>>,
  facts: (path: string) => Readonly<Record<string, unknown>>,
): Promise<Uint8Array> {
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  const bookmarks = new Map([
    ...entries.map(({ number }, at) => [number, `entry_${at + 1}`] as const),
    ...pageNames(handbook).map((name, at) => [name, `page_${at + 1}`] as const),
  ]);
  const book: WordBook = { handbook, pictures, bookmarks };
  const made = makeContext(book);
  const rtl = handbook.direction === 'rtl' ? { bidirectional: true } : {};
  const heading = (level: (typeof HeadingLevel)[keyof typeof HeadingLevel], runs: ParagraphChild[]) =>
    new Paragraph({ ...rtl, heading: level, children: runs });
  const pages = (folder: 'front' | 'back') =>
    handbook[folder].flatMap((page) => [
      heading(
        HeadingLevel.HEADING_1,
        marked(bookmarks.get(`${folder}/${page.id}`), [textRun(page.title, {})]),
      ),
      ...blocksOf(page.body, made.contextOf(page)),
    ]);
  const children: FileChild[] = [
    heading(HeadingLevel.TITLE, [textRun(handbook.title, {})]),
    ...pages('front'),
    ...handbook.chapters.flatMap((chapter, at) => [
      heading(HeadingLevel.HEADING_1, marked(`chapter_${at + 1}`, [textRun(chapter.title, {})])),
      ...(chapter.summary === undefined
        ? []
        : [new Paragraph({ ...rtl, style: 'OctavoFacts', children: [textRun(chapter.summary, {})] })]),
      ...(chapter.intro ? blocksOf(chapter.intro.body, made.contextOf(chapter.intro)) : []),
      ...chapter.entries.flatMap((entry) => [
        heading(
          HeadingLevel.HEADING_2,
          marked(bookmarks.get(entry.number), [
            textRun(numbered(entry.number, ''), {}),
            ...runsOf(entry.question, { book, cite: uncited }),
          ]),
        ),
        ...statusOf(entry, handbook),
        ...blocksOf(entry.answer, made.contextOf(entry)),
      ]),
    ]),
    ...pages('back'),
  ];
  const digest = (name: string) => ({ digest: digests.get(name) });
  const mark = (name: string) => bookmarks.get(name) ?? '';
  const properties: readonly (readonly [mark: string, said: unknown])[] = [
    ['octavo', matter],
    ...handbook.chapters.map(({ id, summary }, at) => {
      return [`chapter_${at + 1}`, { id, summary, ...digest(`chapter/${id}`) }] as const;
    }),
    ...pageNames(handbook).map((page) => {
      return [mark(page), { page, ...digest(page), facts: facts(`${page}.md`) }] as const;
    }),
    ...entries.map((entry) => {
      const { number, id, source } = entry;
      return [mark(number), { number, id, ...digest(number), facts: facts(source.path) }] as const;
    }),
  ];
  const document = new Document({
    title: handbook.title,
    creator: handbook.publisher?.name ?? handbook.contributors[0]?.name ?? handbook.title,
    lastModifiedBy: 'Octavo',
    customProperties: properties.map(([name, said]) => ({ name, value: JSON.stringify(said) })),
    styles: {
      default: DEFAULT_STYLES,
      paragraphStyles: [...PARAGRAPH_STYLES],
      characterStyles: [...CHARACTER_STYLES],
    },
    numbering: numberingOf(made.starts),
    footnotes: made.footnotes,
    sections: [{ children }],
  });
  return reproducible(await Packer.toBuffer(document), handbook.edition.date);
}

/** What pages are called beside the numbers of entries: as their files. */
function pageNames({ front, back }: Handbook): readonly string[] {
  return [...front.map(({ id }) => `front/${id}`), ...back.map(({ id }) => `back/${id}`)];
}

const uncited = () => undefined;

/** What blocks need beside the book: numbers of notes and of lists, which count through the document. */
function makeContext(book: WordBook) {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const starts = new Set<number>();
  let lists = 0;
  let notes = 0;
  const nextList = (start: number): ListInstance => {
    starts.add(start);
    return { reference: countedFrom(start), instance: ++lists };
  };
  const contextOf = ({ footnotes: own }: Pick<Entry, 'footnotes'>): BlockContext => {
    // Word knows no notes of notes.
    const within: BlockContext = { book, cite: uncited, depth: 0, nextList };
    const cite = (identifier: string) => {
      const note = own.find((one) => one.identifier === identifier);
      if (!note) return undefined;
      footnotes[String(++notes)] = { children: blocksOf(note.children, within) as Paragraph[] };
      return notes;
    };
    return { ...within, cite };
  };
  return { footnotes, starts, contextOf };
}

/** What the entry's status is, where it is not simply in force: shown, and not read back. */
function statusOf({ status, replacedBy }: Entry, { labels }: Handbook): FileChild[] {
  if (status === 'active') return [];
  const words = `${labels[status]}${replacedBy === undefined ? '' : ` → ${replacedBy}`}`;
  return [new Paragraph({ style: 'OctavoFacts', children: [textRun(words, {})] })];
}

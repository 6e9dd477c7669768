import type { ItemSubject, ItemText } from '../model/change.ts';
import type { Chapter, Handbook, Page, Term, Topic } from '../model/documents.generated.ts';
import { contentFingerprint } from '../model/fingerprint.ts';
import { pageFingerprint, termFingerprint } from '../model/item-fingerprint.ts';
import { plainWords } from './plain-words.ts';

/**
 * Everything that a handbook says besides its entries, in reading order: titles, chapters with their introductions,
 * prose pages, terms, topics.
 */
export function bookItems(handbook: Handbook): readonly ItemText[] {
  const { parts, chapters, front, back, glossary, topics } = handbook;
  const partOf = new Map(parts.flatMap((part) => part.chapters.map((id) => [id, part.id] as const)));
  return [
    bookItem(handbook),
    ...parts.map(({ id, title }) => plainItem('part', id, title, '')),
    ...chapters.map((chapter) => {
      const within = partOf.get(chapter.id);
      return { ...chapterItem(chapter, handbook), ...(within === undefined ? {} : { within }) };
    }),
    ...front.map((page) => pageItem(`front/${page.id}`, page, handbook)),
    ...back.map((page) => pageItem(`back/${page.id}`, page, handbook)),
    ...glossary.map((term) => termItem(term, handbook)),
    ...topics.map((topic) => topicItem(topic, topics)),
  ];
}

function bookItem(book: Handbook): ItemText {
  const lines = Object.entries(BOOK_FIELDS).flatMap(([name, rule]) => {
    const value = book[name as keyof Handbook];
    return typeof rule === 'string' || value === undefined ? [] : rule(value as never);
  });
  const picture = book.images.find(({ path }) => path === book.cover?.image)?.sha256;
  return plainItem('book', book.id, book.title, lines.join('\n'), picture);
}

type Lines<Value> = (value: NonNullable<Value>) => readonly string[];

/** Why a field of the book has no line of its own here. */
type Elsewhere =
  /** It is compared as its title, or as items and entries of its own. */
  | 'item'
  /** It belongs to an edition: the list of changes opens with it, or it is one more ISBN. */
  | 'edition'
  /** The ledger refuses any other value. */
  | 'promise'
  /** Only programs read it, and the feed reports it. */
  | 'feed'
  /** It is the appearance of the book, or words that Octavo supplies. */
  | 'form';

/** Decides for every field of the book how the list of changes reports that it has changed. */
const BOOK_FIELDS: { readonly [Name in keyof Required<Handbook>]: Lines<Handbook[Name]> | Elsewhere } = {
  subtitle: (text) => [text],
  description: (text) => [text],
  contributors: (people) => people.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`)),
  publisher: ({ name, url }) => [withAddress(name, url)],
  license: ({ name, url }) => [withAddress(name, url)],
  copyright: (text) => [text],
  identifiers: ({ doi }) => (doi === undefined ? [] : [`DOI ${doi}`]),
  cover: ({ alternative }) => [alternative],
  volume: ({ first, last, of, work }) => [
    ...(work === undefined ? [] : [work]),
    `${first}-${last}${of === undefined ? '' : ` (${of})`}`,
  ],
  title: 'item',
  front: 'item',
  back: 'item',
  parts: 'item',
  chapters: 'item',
  topics: 'item',
  glossary: 'item',
  types: 'feed',
  // Images are compared by the items and entries that show them.
  images: 'item',
  redirects: 'item',
  edition: 'edition',
  errata: 'edition',
  editions: 'edition',
  id: 'promise',
  iri: 'promise',
  numbers: 'promise',
  formerNumbers: 'promise',
  hasVersion: 'feed',
  isVersionOf: 'feed',
  keywords: 'feed',
  language: 'feed',
  direction: 'form',
  lists: 'form',
  settings: 'form',
  labels: 'form',
  stage: 'form',
  redline: 'form',
  schemaVersion: 'form',
};

function withAddress(name: string, url: string | undefined): string {
  return url === undefined ? name : `${name} [${url}]`;
}

function pageItem(id: string, page: Page, handbook: Handbook): ItemText {
  const text = plainWords([...page.body, ...page.footnotes]);
  const nodes = { body: page.body, footnotes: page.footnotes };
  return {
    subject: 'page',
    id,
    title: page.title,
    fingerprint: pageFingerprint(page, handbook),
    text,
    nodes,
  };
}

/** A chapter by its title, its summary and its introduction. */
function chapterItem({ id, title, summary = '', intro }: Chapter, handbook: Handbook): ItemText {
  if (!intro) return plainItem('chapter', id, title, summary);
  const words = plainWords([...intro.body, ...intro.footnotes]);
  return {
    ...plainItem('chapter', id, title, summary === '' ? words : `${summary}\n${words}`),
    fingerprint: pageFingerprint({ ...intro, title: `${title}\n${summary}` }, handbook),
    nodes: { body: intro.body, footnotes: intro.footnotes },
  };
}

function termItem(term: Term, handbook: Handbook): ItemText {
  const { id, definition, also, entries } = term;
  const lines = [plainWords(definition), also.join(', '), entries.join(', ')];
  const text = lines.filter((line) => line !== '').join('\n');
  return {
    subject: 'term',
    id,
    title: term.term,
    fingerprint: termFingerprint(term, handbook),
    text,
    nodes: { definition },
  };
}

function topicItem({ id, title, description, broader }: Topic, topics: readonly Topic[]): ItemText {
  const above = topics.find((topic) => topic.id === broader)?.title;
  const lines = [description, above].filter((line) => line !== undefined);
  return plainItem('topic', id, title, lines.join('\n'));
}

/** `picture` is the hash of a picture that is part of the item. */
function plainItem(
  subject: ItemSubject,
  id: string,
  title: string,
  text: string,
  picture?: string,
): ItemText {
  const content = { title, text, ...(picture === undefined ? {} : { picture }) };
  return { subject, id, title, fingerprint: contentFingerprint(content, String), text };
}

import { type ChapterPart, type Entry, isNumberEver, numberKey, type Page, toText } from '@octavo/core';
import { bookRange, chapterLabel, ownFacts, sayText } from '@octavo/core/say';
import { questionText } from '../entry/entry-text.ts';
import type { Site } from '../site.ts';

/** Something that the search can find. */
interface SearchRecord {
  readonly title: string;
  readonly text: string;
  /** Other words that it is looked for by. */
  readonly terms?: string;
  /** For an entry: its number first, then its old numbers. */
  readonly numbers?: readonly string[];
  /** What stands for its number in addresses, where that is something else. */
  readonly key?: string;
  /** The values of the fields that entries are filtered by. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** A word on an entry that is not active. */
  readonly mark?: string;
  /** Withdrawn: it is shown last. */
  readonly gone?: true;
  /** For anything but an entry: what it is. */
  readonly other?: string;
  /** For anything but an entry: its address from the web root. */
  readonly path?: string;
}

/** The folder of the index, and the part of it that holds what is no entry. No id has an underscore. */
const FOLDER = 'static/search/';
const BOOK = '_book';

/** Where the index of a chapter part lies. */
export function searchPartPath(site: Site, part: ChapterPart): string {
  const { own } = site.paths;
  const name = site.paths
    .part(part)
    .slice(own('').length)
    .replace(/\/index\.html$/, '');
  return own(`${FOLDER}${name}.js`);
}

/** Where the index of chapters, pages, terms and topics lies. */
export function searchBookPath({ paths }: Site): string {
  return paths.own(`${FOLDER}${BOOK}.js`);
}

/**
 * What the search knows about the entries of one chapter part, as a script, because nothing else can be
 * loaded under file://. It contains their words as they are; the browser splits and counts them, so that an
 * edit changes one file.
 */
export function searchPart(site: Site, part: ChapterPart): Uint8Array {
  return script(
    part.chapter.title,
    part.entries.map((entry) => foundEntry(site, entry)),
  );
}

function foundEntry(site: Site, entry: Entry): SearchRecord {
  const { handbook, index } = site;
  const terms = [
    ...(entry.search ?? []),
    ...entry.index.flat(),
    ...termsOf(site, entry.number),
    ...ownFacts(entry, handbook, ({ search }) => search).flatMap(({ values }) => values.map(sayText)),
    ...entry.topics.map((id) => index.topic.get(id)?.title ?? ''),
    entry.id.replaceAll('-', ' '),
  ];
  const filtered = ownFacts(entry, handbook, ({ filter }) => filter);
  const fields = Object.fromEntries(filtered.map(({ name, values }) => [name, values.map(sayText)]));
  return {
    numbers: [
      entry.number,
      ...entry.aliases.filter((alias) => isNumberEver(alias, handbook) || /^\d/.test(alias)),
    ],
    ...(numberKey(entry.number) === entry.number ? {} : { key: numberKey(entry.number) }),
    title: questionText(entry),
    text: plain(toText([...entry.answer, ...entry.footnotes])),
    terms: [...new Set(terms)].join('; '),
    ...(filtered.length > 0 ? { fields } : {}),
    ...(entry.status === 'active' ? {} : { mark: handbook.labels[entry.status] }),
    ...(entry.status === 'withdrawn' ? { gone: true as const } : {}),
  };
}

/** The names of the terms that an entry explains. */
export function termsOf({ handbook }: Site, number: string): readonly string[] {
  return handbook.glossary.flatMap(({ term, also, entries }) =>
    entries.includes(number) ? [term, ...also] : [],
  );
}

/**
 * The same for chapters, prose pages, terms and topics, and the range of the book's numbers, for a reader who
 * asks for another.
 */
export function searchBook(site: Site): Uint8Array {
  const { handbook, paths } = site;
  const { labels, glossary, topics, front, back } = handbook;
  const { matter } = paths;
  const found: readonly SearchRecord[] = [
    ...paths.parts
      .filter(({ index }) => index === 1)
      .map((part) => ({
        other: chapterLabel(labels, handbook.chapters.indexOf(part.chapter)),
        title: part.chapter.title,
        text: [part.chapter.summary ?? '', proseText(part.chapter.intro)].filter(Boolean).join(' '),
        path: paths.part(part),
      })),
    ...[...front, ...back].map((page) => ({
      other: labels.page,
      title: page.title,
      text: proseText(page),
      path: paths.page(page.id),
    })),
    ...glossary.map(({ id, term, also, definition }) => ({
      other: labels.glossary,
      title: term,
      terms: also.join('; '),
      text: plain(toText(definition)),
      path: `${matter.glossary}#${encodeURIComponent(id)}`,
    })),
    ...topics.map(({ id, title, description }) => ({
      other: labels.topics,
      title,
      text: description ?? '',
      path: paths.topic(id),
    })),
  ];
  return script('', found, bookRange(handbook));
}

function proseText(page: Page | undefined): string {
  return page ? plain(toText([...page.body, ...page.footnotes])) : '';
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function script(chapter: string, found: readonly SearchRecord[], range?: string): Uint8Array {
  const json = JSON.stringify(found).replace(
    /[\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16)}`,
  );
  const behind = range === undefined ? '' : `, ${JSON.stringify(range)}`;
  return new TextEncoder().encode(`octavoSearchPart(${JSON.stringify(chapter)}, ${json}${behind});\n`);
}

import { type Chapter, type ChapterPart, cacheKey, digest, type Entry } from '@octavo/core';
import { changeOf } from '../entry/change-notice.ts';
import { termsOf } from '../search/search-part.ts';
import type { Site } from '../site.ts';
import { bookParts, card, outline, partFacts, whole } from './depends-on.ts';

/** The keys under which a site's files are kept. */
export interface Keys {
  readonly entryPage: (entry: Entry, place: number) => string;
  readonly historyPage: (entry: Entry) => string;
  readonly chapterPage: (part: ChapterPart) => string;
  readonly markdown: (entry: Entry) => string;
  readonly introMarkdown: (chapter: Chapter) => string;
  readonly searchPart: (part: ChapterPart) => string;
  /** The key of a page or file that shows the whole book but no answers, by path or name. */
  readonly listing: (path: string) => string;
}

/** Entries on either side whose questions an entry's page shows. */
const AROUND = 2;

/** Makes the keys of a site. */
export function keysOf(site: Site): Keys {
  const { index, paths, options } = site;
  const book = digest([bookParts(site)]);
  let listed: string | undefined;
  const block = (id: string) => options.structuredData?.get(id);
  const fact = (part: ChapterPart | undefined) => partFacts(site, part);
  return {
    entryPage: (entry, place) => {
      const around = index.entries
        .slice(Math.max(0, place - AROUND), place + AROUND + 1)
        .map(({ number }) => [card(site, number), paths.partOf(number)?.chapter.id]);
      const citing = (index.citedBy.get(entry.number) ?? []).map((number) => card(site, number));
      const part = fact(paths.partOf(entry.number));
      return cacheKey(
        'html',
        'entry',
        book,
        whole(site, entry),
        around,
        citing,
        part,
        changeOf(site, entry),
        block(`entry/${entry.number}`),
      );
    },
    chapterPage: (part) => {
      const at = paths.parts.indexOf(part);
      const around = [fact(paths.parts[at - 1]), fact(part), fact(paths.parts[at + 1])];
      const entries = part.entries.map((entry) => whole(site, entry));
      const { intro } = part.chapter;
      return cacheKey('html', 'chapter', book, around, intro, entries, block(part.id));
    },
    historyPage: (entry) =>
      cacheKey(
        'html',
        'history',
        book,
        whole(site, entry),
        site.editions.map(({ version }) => version),
      ),
    markdown: (entry) => cacheKey('html', 'markdown', book, whole(site, entry)),
    introMarkdown: ({ id, intro }) => cacheKey('html', 'introduction', book, id, intro),
    listing: (path) => {
      listed ??= digest([outline(site)]);
      // Only a few pages say more about the other formats than that they exist.
      const { downloads, contents, colophon } = paths.matter;
      const own = paths.edition('release', site.handbook.edition.version);
      const tells = [downloads, contents, colophon, own].includes(path);
      return cacheKey('html', 'listing', listed, path, tells && [options.siblings, options.stateHash]);
    },
    searchPart: (part) => {
      const terms = part.entries.map(({ number }) => termsOf(site, number));
      return cacheKey('html', 'search', book, fact(part), part.entries.map(digest), terms);
    },
  };
}

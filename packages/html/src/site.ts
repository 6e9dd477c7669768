import {
  type Change,
  type CompileOptions,
  type Entry,
  type Handbook,
  type HandbookIndex,
  indexHandbook,
} from '@octavo/core';
import { type BookList, bookLists, isStandIn, type SaidEdition, sayEditions } from '@octavo/core/say';
import type { VFileMessage } from 'vfile-message';
import { type Bodies, bodies } from './bodies.ts';
import { type TermFinder, termFinder } from './entry/term-finder.ts';
import { fontProblems } from './fonts/font-files.ts';
import { imageProblems } from './images.ts';
import { type SitePaths, sitePaths } from './site-paths.ts';
import { themeProblems } from './theme.ts';

/** Everything that pages are made from, collected once for the whole site. */
export interface Site {
  readonly handbook: Handbook;
  readonly index: HandbookIndex;
  readonly options: CompileOptions;
  /** The edition's date; a book without one has none. */
  readonly date: string | undefined;
  readonly paths: SitePaths;
  readonly bodies: Bodies;
  /** Entries by topic id, in reading order. */
  readonly entriesByTopic: ReadonlyMap<string, readonly Entry[]>;
  readonly changes: readonly Change[];
  /** Finds in a text what the glossary explains. */
  readonly terms: TermFinder;
  /** The lists that have a page. */
  readonly lists: readonly BookList[];
  /** All editions, this one first; none where the book has no version. */
  readonly editions: readonly SaidEdition[];
  readonly hasTopics: boolean;
  readonly hasTerms: boolean;
  readonly messages: readonly VFileMessage[];
}

/** Gathers what the pages share. */
export function site(handbook: Handbook, options: CompileOptions): Site {
  const index = indexHandbook(handbook);
  const paths = sitePaths(handbook);
  return {
    handbook,
    index,
    options,
    date: isStandIn('date', handbook.edition) ? undefined : handbook.edition.date,
    paths,
    bodies: bodies(handbook, paths, options.memory),
    entriesByTopic: entriesByTopic(index.entries),
    changes: options.changes ?? [],
    terms: handbook.settings.html.terms === false ? () => [] : termFinder(handbook),
    lists: bookLists(handbook),
    editions: isStandIn('version', handbook.edition) ? [] : sayEditions(handbook),
    hasTopics: handbook.topics.length > 0,
    hasTerms: index.entries.some((entry) => entry.index.length > 0),
    messages: [
      ...imageProblems(handbook, options),
      ...themeProblems(handbook, options),
      ...fontProblems(handbook, options),
    ],
  };
}

function entriesByTopic(entries: readonly Entry[]): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const topic of entry.topics) {
      const list = found.get(topic);
      if (list) list.push(entry);
      else found.set(topic, [entry]);
    }
  }
  return found;
}

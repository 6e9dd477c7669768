import { bookAddress, slotMarks } from '@octavo/core';
import type { PageContent } from './page.ts';
import type { Site } from './site.ts';

/**
 * Where a list of the site belongs: to the book's own folder, or to the root of the work that the book is a
 * volume of, where the lists of all volumes are merged.
 */
export interface Level {
  readonly title: string;
  /** The address of its folder; ends in `/`. */
  readonly home: string;
  /** From the web root, by its name in that folder. */
  readonly path: (name: string) => string;
  /** What stands around a volume's own part of the list. */
  readonly marks: (name: string, between?: string) => readonly [open: string, close: string];
}

/** What a page's title, masthead and feeds are named after: the book, or the work that it is a volume of. */
export function levelOf(site: Site, { ofWork }: PageContent): Level {
  return ofWork ? workLevel(site) : bookLevel(site);
}

/** The book's own level. */
export function bookLevel({ handbook, paths }: Site): Level {
  return {
    title: handbook.title,
    home: bookAddress(handbook),
    path: paths.own,
    marks: () => ['', ''],
  };
}

/** The level of the work that the book is a volume of. */
export function workLevel({ handbook }: Site): Level {
  return {
    title: handbook.volume?.work ?? handbook.title,
    home: handbook.iri,
    path: (name) => name,
    marks: slotMarks,
  };
}

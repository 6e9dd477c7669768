import type { PageMap } from '@octavo/core';
import type { LaidOut } from './packed-list.ts';

/** A part of the book: what it looks like, and how it is counted and named. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly list: LaidOut;
  /** Tells the list from all others. */
  readonly listKey: string;
  readonly matter: 'cover' | 'front' | 'body' | 'back';
  /** Begins on a right-hand page. */
  readonly recto?: boolean;
  /** Left of a spread's heads. */
  readonly head: string;
  /** Whether it stands in the contents and the outline, and under which anchor. */
  readonly anchor?: string;
}

/** A page's place in the book before its page numbers are filled in. */
export interface NumberedPage {
  readonly section?: number;
  readonly index?: number;
  readonly label: string;
  readonly side: 'recto' | 'verso';
}

/** A place in the book: a page's index, a height from the page's top in points, and the element that begins there. */
export interface Destination {
  readonly page: number;
  readonly top: number;
  readonly section: number;
  /** The element's index in the section's structure. */
  readonly node: number;
}

/** A line of the outline. */
export interface OutlineItem {
  readonly title: string;
  readonly to: Destination;
  readonly children: readonly OutlineItem[];
  /** Shows its children at once. */
  readonly open?: true;
}

/** A book whose sections are laid out and whose pages are numbered. */
export interface BoundBook {
  readonly pages: readonly NumberedPage[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  readonly pageMap: PageMap;
  /** What is printed of the page an anchor is on. */
  readonly labelOf: (anchor: string) => string | undefined;
}

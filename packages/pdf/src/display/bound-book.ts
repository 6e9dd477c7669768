import type { PageMap } from '@octavo/core';
import type { LaidOut } from './packed-list.ts';

/** This is a part of the book: what it looks like, and how it is counted and named. */
export interface Section {
  /** The title stands in the contents, in the outline, and on left-hand pages above the text. */
  readonly title: string;
  readonly list: LaidOut;
  /** Lists with the same key are the same. */
  readonly listKey: string;
  readonly matter: 'cover' | 'front' | 'body' | 'back';
  /** Says whether the section has to begin on a right-hand page. */
  readonly recto?: boolean;
  /** This is the anchor at the section's beginning. */
  readonly anchor: string;
}

/** This is a page's place in the book, before its page numbers are filled in. */
export interface NumberedPage {
  readonly section?: number;
  readonly index?: number;
  /** This is what the label says as a number, Arabic or Roman. A cover, whose label is its name, has none. */
  readonly count?: number;
  readonly label: string;
  readonly side: 'recto' | 'verso';
}

/** A place in the book: the index of a page, a height from the page's top in points, and what element begins there. */
export interface Destination {
  readonly page: number;
  readonly top: number;
  readonly section: number;
  /** This is the element's index in the structure of the section. */
  readonly node: number;
}

export interface OutlineItem {
  readonly title: string;
  readonly to: Destination;
  readonly children: readonly OutlineItem[];
  /** Says whether the line shows its children when the file is opened. */
  readonly open?: true;
}

/** This is a book whose sections are laid out and whose pages are numbered. */
export interface BoundBook {
  readonly pages: readonly NumberedPage[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  readonly pageMap: PageMap;
  /** Returns the label of the page that an anchor is on. */
  readonly labelOf: (anchor: string) => string | undefined;
}

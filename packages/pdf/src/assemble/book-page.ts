import type { DisplayList, DisplayPage, Item } from '../display/display-list.ts';

/** A page of the finished book. */
export interface BookPage {
  /** Which of the book's lists it is of; undefined for a blank page. */
  readonly section?: number;
  readonly page?: DisplayPage;
  /** Its items with page numbers filled in. */
  readonly items: readonly Item[];
  /** As printed and as shown by a viewer. */
  readonly label: string;
  readonly side: 'recto' | 'verso';
  /** Running head and folio: artifacts, in the text block's coordinates. */
  readonly furniture: readonly Item[];
}

/** A part of the book: what it looks like, and how it is counted and named. */
export interface Section {
  readonly key: string;
  readonly title: string;
  readonly list: DisplayList;
  readonly matter: 'cover' | 'front' | 'body' | 'back';
  /** Begins on a right-hand page. */
  readonly recto?: boolean;
  /** Left of a spread's heads. */
  readonly head: string;
  /** Whether it stands in the contents and the outline, and under which anchor. */
  readonly anchor?: string;
}

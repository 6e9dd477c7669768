import type { LaidOut } from '../display/packed-list.ts';

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

import type { Handbook } from '@octavo/core';

/** A picture in a form that Word shows. */
export interface WordPicture {
  readonly bytes: Uint8Array;
  readonly kind: 'png' | 'jpg' | 'gif';
  readonly width: number;
  readonly height: number;
}

/** A handbook with what its Word document needs beside it. */
export interface WordBook {
  readonly handbook: Handbook;
  /** By their paths in the handbook. */
  readonly pictures: ReadonlyMap<string, WordPicture>;
  /** The bookmarks of entries and pages, by their numbers and names. */
  readonly bookmarks: ReadonlyMap<string, string>;
}

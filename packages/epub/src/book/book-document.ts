import type { ChapterPart } from '@octavo/core';
import type { ElementContent } from 'hast';

/** One XHTML document of the spine, as a tree; `file` is its name beside the package document. */
export interface BookDocument {
  readonly file: string;
  readonly title: string;
  /** The division of the book it belongs to: `epub:type` of its body. */
  readonly division: 'cover' | 'frontmatter' | 'bodymatter' | 'backmatter';
  /** Class of its body, for the style sheet. */
  readonly kind: string;
  /** Called when the document is printed, so that only one document's tree is in memory at a time. */
  readonly content: () => readonly ElementContent[];
  /** For a chapter: the part of the book that it shows, for the key of a cache. */
  readonly part?: ChapterPart;
}

/** A line of the contents, with the lines below it. */
export interface TocPoint {
  readonly title: string;
  /** The title as marked up, when that says more than its text (another language, code). */
  readonly rich?: readonly ElementContent[];
  readonly href: string;
  readonly children: readonly TocPoint[];
}

/** A place that reading systems offer by its kind (EPUB 3 Structural Semantics Vocabulary). */
export interface Landmark {
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** A line of the page list. */
export interface PagePoint {
  readonly label: string;
  readonly href: string;
}

/** A file of the container that is not made by a template. `path` is from the package document. */
export interface Resource {
  readonly id: string;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Manifest properties, such as `cover-image`. */
  readonly properties?: string;
}

import type { JsonValue } from '@octavo/core';
import type { ElementContent } from 'hast';

/**
 * The content of one page, without the frame that all pages share. Addresses start with `/`, the web root.
 */
export interface PageContent {
  /** From the web root. */
  readonly path: string;
  /** Names the kind of page for the style sheet and for scripts. */
  readonly kind: string;
  /** Plain text, without the book's title. */
  readonly title: string;
  readonly description?: string;
  /** Absolute IRI of the page; a page without one is kept out of search engines. */
  readonly canonical?: string;
  /** A date: when what the page says last changed. */
  readonly modified?: string | undefined;
  /**
   * The page is one of very many that a reader comes to from another page (a history, an edition): its
   * frame is small: it leads to the search instead of having its box, and to nothing about the book.
   */
  readonly isAside?: true;
  /** The page belongs to the work that the book is a volume of, not to the book. */
  readonly ofWork?: true;
  /** The page is shown at other addresses too, so its links begin at the host's root. */
  readonly atAnyDepth?: true;
  readonly main: readonly ElementContent[];
  /** Content beside the text where there is room, and before it where there is none. */
  readonly side?: readonly ElementContent[];
  /** Path of the picture that is shown where the page's address is shared. */
  readonly card?: string;
  readonly structuredData?: JsonValue;
  /** The same content in other forms: media type and path. */
  readonly alternates?: readonly { readonly type: string; readonly path: string }[];
  /** Paths of the pages before and after, in reading order. */
  readonly previous?: string;
  readonly next?: string;
}

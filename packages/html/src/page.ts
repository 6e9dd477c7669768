import type { JsonValue } from '@octavo/core';
import type { ElementContent } from 'hast';

/** What one page says, before the frame that all pages share. Addresses start with `/`, the web root. */
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
  /** Of the work that the book is a volume of, not of the book. */
  readonly ofWork?: true;
  /** Shown in the place of other addresses: its own begin at the host's root. */
  readonly atAnyDepth?: true;
  readonly main: readonly ElementContent[];
  /** Beside the text where there is room, before it where there is none. */
  readonly side?: readonly ElementContent[];
  readonly structuredData?: JsonValue;
  /** The same content in other forms: media type and path. */
  readonly alternates?: readonly { readonly type: string; readonly path: string }[];
  /** Paths of the pages before and after, in reading order. */
  readonly previous?: string;
  readonly next?: string;
}

import type { ImageFile } from '@octavo/core';
import type { SealedCache } from '../cache/sealed-cache.ts';
import type { BoundBook, NumberedPage, Section } from '../display/bound-book.ts';
import type { Item } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Geometry } from '../page/geometry.ts';
import type { GlyphRegistry } from '../text/glyph-registry.ts';
import type { Attachment } from './attachment.ts';
import type { FilledPage } from './paint-page.ts';
import type { Metadata } from './xmp.ts';

/** This is a finished book that is ready to be drawn. */
export interface Book extends BoundBook {
  readonly geometry: Geometry;
  /** Every page of a preview is marked by this text. */
  readonly mark: string | undefined;
  readonly sections: readonly Section[];
  readonly metadata: Metadata;
  /** These are the files that the book is made of, where they are to be in the file. */
  readonly attachments: readonly Attachment[];
  readonly fonts: FontSet;
  readonly images: readonly ImageFile[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly cache: SealedCache;
  /** Fills the page numbers of a page into its items, and makes its head. The glyphs of those are noted in `glyphs`. */
  readonly fill: (
    section: Section,
    index: number,
    page: NumberedPage,
    on: { readonly items: readonly Item[]; readonly glyphs: GlyphRegistry },
  ) => Pick<FilledPage, 'items' | 'furniture'>;
  readonly onDamaged: (source: string, reason: string) => void;
}

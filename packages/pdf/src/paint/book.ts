import type { ImageFile } from '@octavo/core';
import type { SealedCache } from '../cache/sealed-cache.ts';
import type { BoundBook, NumberedPage, Section } from '../display/bound-book.ts';
import type { Item } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Geometry } from '../page/geometry.ts';
import type { GlyphRegistry } from '../text/glyph-registry.ts';
import type { FilledPage } from './paint-page.ts';
import type { Metadata } from './xmp.ts';

/** A finished book, ready to be drawn. */
export interface Book extends BoundBook {
  readonly geometry: Geometry;
  /** What marks every page of a preview. */
  readonly mark: string | undefined;
  readonly sections: readonly Section[];
  readonly metadata: Metadata;
  /** What the book is made of, to be embedded in the file. */
  readonly source: string | undefined;
  readonly fonts: FontSet;
  readonly images: readonly ImageFile[];
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly cache: SealedCache;
  /** A section's page of these items with its page numbers, head and folio, whose glyphs are noted in `glyphs`. */
  readonly fill: (
    section: Section,
    index: number,
    page: NumberedPage,
    on: { readonly items: readonly Item[]; readonly glyphs: GlyphRegistry },
  ) => Pick<FilledPage, 'items' | 'furniture'>;
  readonly onDamaged: (source: string, reason: string) => void;
}

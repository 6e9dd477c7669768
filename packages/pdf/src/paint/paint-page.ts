import type { BookPage } from '../assemble/book-page.ts';
import type { GlyphTexts, Item } from '../display/display-list.ts';
import type { Geometry } from '../page/geometry.ts';
import { boxOperators, drawingOperators, pictureOperators } from './draw-shapes.ts';
import { glyphOperators, type UsedFonts } from './draw-text.ts';
import type { PaintFonts } from './fonts.ts';
import { decimal, type PdfDocument } from './pdf-document.ts';
import { type Pictures, placePicture } from './pictures.ts';
import type { ListStructure } from './structure-tree.ts';
import { ended } from './structure-tree.ts';

/** What painting a page needs beside the page. */
export interface Brushes {
  readonly document: PdfDocument;
  readonly geometry: Geometry;
  readonly fonts: PaintFonts;
  readonly pictures: Pictures;
  readonly furnitureGlyphs: GlyphTexts;
}

/** Where the text block's corner is on a page. */
export function origin(geometry: Geometry, page: BookPage): readonly [number, number] {
  const { bleed, inner, outer, hang, top, rightToLeft } = geometry;
  if (page.page?.frame === 'page') return [bleed, bleed];
  // A book that reads from the right is bound on the right.
  const left = (page.side === 'recto') === rightToLeft ? outer : inner;
  return [bleed + left + (rightToLeft ? 0 : hang), bleed + top];
}

/** Draws a page's content, every operator inside a marked stretch or an artifact. */
export function paintPage(
  brushes: Brushes,
  book: BookPage,
  structure: ListStructure | undefined,
  glyphs: GlyphTexts,
): void {
  const { document } = brushes;
  const [left, top] = origin(brushes.geometry, book);
  document.addContent(`q 1 0 0 1 ${decimal(left)} ${decimal(top)} cm`);
  const used: UsedFonts = new Map();
  paintStretches(brushes, book.items, structure, glyphs, used, [left, top]);
  if (book.furniture.length > 0) {
    document.addContent('/Artifact <</Type /Pagination>> BDC');
    for (const item of book.furniture)
      document.addContent(operators(brushes, item, brushes.furnitureGlyphs, used));
    document.addContent('EMC');
  }
  document.addContent('Q');
  for (const [id, key] of used) document.page.fonts[id] ??= brushes.fonts.font(key).ref;
}

function paintStretches(
  brushes: Brushes,
  items: readonly Item[],
  structure: ListStructure | undefined,
  glyphs: GlyphTexts,
  used: UsedFonts,
  corner: readonly [number, number],
): void {
  const { document } = brushes;
  let open: number | undefined;
  for (const item of items) {
    const content = item.kind === 'box' ? -1 : item.content;
    if (content !== open) {
      if (open !== undefined) document.addContent('EMC');
      open = content;
      if (content < 0 || !structure) document.addContent('/Artifact BMC');
      else
        document.addContent(
          `/${structure.tag(content)} <</MCID ${structure.mark(content, document.page.dictionary)}>> BDC`,
        );
    }
    if (content >= 0 && (item.kind === 'picture' || item.kind === 'drawing')) {
      const height = brushes.geometry.height + 2 * brushes.geometry.bleed;
      const [x, y] = [item.x + corner[0], item.y + corner[1]];
      structure?.place(content, [x, height - y - item.height, x + item.width, height - y]);
    }
    document.addContent(operators(brushes, item, glyphs, used));
  }
  if (open !== undefined) document.addContent('EMC');
}

function operators(brushes: Brushes, item: Item, glyphs: GlyphTexts, used: UsedFonts): string {
  switch (item.kind) {
    case 'glyphs':
      return glyphOperators(item, brushes.fonts, glyphs, used);
    case 'box':
      return boxOperators(item);
    case 'drawing':
      return drawingOperators(item, (opacity) => opacityState(brushes.document, opacity));
    case 'picture':
      return pictureOperators(item, placePicture(brushes.document, brushes.pictures, item.source));
    case 'slot':
      throw new Error(`the page number of ${item.anchor} was not filled in`);
  }
}

function opacityState(document: PdfDocument, opacity: number): string {
  const name = `A${Math.round(opacity * 100)}`;
  document.page.ext_gstates[name] ??= ended(document, { Type: 'ExtGState', ca: opacity, CA: opacity });
  return name;
}

import type { BookPage } from '../assemble/book-page.ts';
import type { GlyphTexts, Item } from '../display/display-list.ts';
import type { Geometry } from '../page/geometry.ts';
import { boxOperators, drawingOperators, pictureOperators } from './draw-shapes.ts';
import { glyphOperators, type TextState } from './draw-text.ts';
import type { PaintFonts } from './fonts.ts';
import { pageResources, type Resources } from './page-resources.ts';
import { decimal } from './pdf-document.ts';
import type { Pictures } from './pictures.ts';
import type { ListStructure } from './structure-tree.ts';

/** What painting a page needs beside the page. */
export interface Brushes {
  readonly geometry: Geometry;
  readonly fonts: PaintFonts;
  readonly pictures: Pictures;
  /** The object of a graphics state of an opacity. */
  readonly opacity: (opacity: number) => number;
}

/** What the glyphs of a list stand for, and which of them stand for something else in the book. */
export interface Said {
  readonly texts: GlyphTexts;
  readonly differing: GlyphTexts;
}

/** A page's content stream, not deflated, and its resource dictionary. */
export interface Painted {
  readonly content: string;
  readonly resources: string;
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
  said: Said,
  furniture: Said,
): Painted {
  const [left, top] = origin(brushes.geometry, book);
  const height = brushes.geometry.height + 2 * brushes.geometry.bleed;
  const used = pageResources();
  const state: TextState = { color: '', font: '' };
  const parts = [`q 1 0 0 -1 ${decimal(left)} ${decimal(height - top)} cm`];
  let open: number | undefined;
  for (const item of book.items) {
    const content = item.kind === 'box' ? -1 : item.content;
    if (content !== open) {
      if (open !== undefined) parts.push('EMC');
      open = content;
      if (content < 0 || !structure) parts.push('/Artifact BMC');
      else parts.push(`/${structure.tag(content)} <</MCID ${structure.mark(content)}>> BDC`);
    }
    if (content >= 0 && (item.kind === 'picture' || item.kind === 'drawing')) {
      const [x, y] = [item.x + left, item.y + top];
      structure?.place(content, [x, height - y - item.height, x + item.width, height - y]);
    }
    parts.push(operators(brushes, item, said, used, state));
  }
  if (open !== undefined) parts.push('EMC');
  if (book.furniture.length > 0) {
    parts.push('/Artifact <</Type /Pagination>> BDC');
    for (const item of book.furniture) parts.push(operators(brushes, item, furniture, used, state));
    parts.push('EMC');
  }
  parts.push('Q');
  return { content: parts.join('\n'), resources: used.dictionary() };
}

function operators(brushes: Brushes, item: Item, said: Said, used: Resources, state: TextState): string {
  switch (item.kind) {
    case 'glyphs': {
      const font = brushes.fonts.font(item.font);
      used.add('Font', font.name, font.id);
      return glyphOperators(item, font, state, said.texts, said.differing);
    }
    case 'box':
      state.color = '';
      return boxOperators(item);
    case 'drawing':
      return drawingOperators(item, (opacity) => {
        const name = `A${Math.round(opacity * 100)}`;
        used.add('ExtGState', name, brushes.opacity(opacity));
        return name;
      });
    case 'picture': {
      const image = brushes.pictures.get(item.source);
      if (!image) throw new Error(`the image ${item.source} was not opened`);
      used.add('XObject', image.name, image.id);
      return pictureOperators(item, image.name);
    }
    case 'slot':
      throw new Error(`the page number of ${item.anchor} was not filled in`);
  }
}

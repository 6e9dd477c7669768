import { deflateSync } from 'node:zlib';
import type { BookPage, Section } from '../assemble/book-page.ts';
import type { GlyphTexts } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Geometry } from '../page/geometry.ts';
import { type Destination, writeDestinations } from './destinations.ts';
import { paintFonts } from './fonts.ts';
import { paintLinks } from './links.ts';
import { information, type Metadata, writeMetadata } from './metadata.ts';
import { objectWriter } from './object-writer.ts';
import { type OutlineItem, writeOutline } from './outline.ts';
import { writePageLabels } from './page-labels.ts';
import { pageTree } from './page-tree.ts';
import { type Brushes, paintPage } from './paint-page.ts';
import { decimal, openDocument } from './pdf-document.ts';
import { openPictures } from './pictures.ts';
import { type ListStructure, structureTree } from './structure-tree.ts';

/** A finished book, ready to be drawn. */
export interface Book {
  readonly geometry: Geometry;
  readonly sections: readonly Section[];
  readonly pages: readonly BookPage[];
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly outline: readonly OutlineItem[];
  readonly metadata: Metadata;
  readonly fonts: FontSet;
  /** Glyphs of the furniture and the page numbers. */
  readonly furnitureGlyphs: GlyphTexts;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly onDamaged: (source: string, reason: string) => void;
}

/** Draws the book, its file's bytes as they are ready. */
export type Paint = () => Generator<Uint8Array>;

/** How many bytes are gathered before they are handed on. */
const CHUNK = 1 << 16;

/**
 * Opens the document and reads the book's images. What it returns draws the rest, the file's bytes as it
 * goes; undefined when an image could not be read.
 */
export async function openBook(book: Book): Promise<Paint | undefined> {
  const { geometry, metadata } = book;
  let chunks: Uint8Array[] = [];
  let size = 0;
  const document = openDocument(
    {
      language: metadata.language,
      info: information(metadata),
      standard: metadata.standard,
      rightToLeft: geometry.rightToLeft,
    },
    (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
    },
  );
  const writer = objectWriter(document);
  let whole = true;
  const pictures = await openPictures(document, book.pictures, pictureSources(book), (source, reason) => {
    whole = false;
    book.onDamaged(source, reason);
  });
  return whole ? paint : undefined;

  function* paint(): Generator<Uint8Array> {
    const { furnitureGlyphs } = book;
    const fonts = paintFonts(writer, book.fonts, [
      ...book.sections.map((section) => section.list.glyphs),
      furnitureGlyphs,
    ]);
    const states = new Map<number, number>();
    const brushes: Brushes = { geometry, fonts, pictures, opacity: (own) => states.get(own) ?? state(own) };
    const state = (own: number): number => {
      const id = writer.allot();
      writer.object(id, `<</Type/ExtGState/ca ${decimal(own)}/CA ${decimal(own)}>>`);
      states.set(own, id);
      return id;
    };
    const furniture = { texts: furnitureGlyphs, differing: fonts.differing(furnitureGlyphs) };
    const said = book.sections.map(({ list }) => ({
      texts: list.glyphs,
      differing: fonts.differing(list.glyphs),
    }));
    const tree = structureTree(document, writer);
    const pages = pageTree(document, writer);
    const boxes = pageBoxes(geometry);
    const ids: number[] = [];
    let structure: ListStructure | undefined;
    for (const [index, page] of book.pages.entries()) {
      const id = pages.begin();
      ids.push(id);
      const key = tree.beginPage(id);
      const at = page.section;
      const section = at === undefined ? undefined : book.sections[at];
      const glyphs = at === undefined ? undefined : said[at];
      if (!section || !glyphs) {
        pages.finish(`${boxes}/StructParents ${key}/Tabs/S/Resources<<>>`);
        continue;
      }
      structure ??= tree.list(section.list, `s${at}-`);
      const { content, resources } = paintPage(brushes, page, structure, glyphs, furniture);
      const links = paintLinks(writer, geometry, page, structure);
      const stream = writer.allot();
      writer.stream(stream, '', deflateSync(Buffer.from(content, 'latin1')));
      const annotations = links.length > 0 ? `/Annots[${links.map((link) => `${link} 0 R`).join(' ')}]` : '';
      pages.finish(
        `${boxes}/StructParents ${key}/Tabs/S/Resources${resources}/Contents ${stream} 0 R${annotations}`,
      );
      // The elements are written as soon as the section's last page is.
      if (nextSection(book.pages, index) !== at) {
        structure.finish();
        structure = undefined;
      }
      if (size >= CHUNK) yield gathered();
    }
    tree.finish();
    pages.end();
    const height = geometry.height + 2 * geometry.bleed;
    writeDestinations(document, writer, book.destinations, ids, height);
    writeOutline(document, writer, book.outline, ids, height);
    writePageLabels(document, book.pages);
    writeMetadata(document, metadata);
    document.end();
    yield gathered();
  }

  function gathered(): Uint8Array {
    const joined = Buffer.concat(chunks, size);
    chunks = [];
    size = 0;
    return joined;
  }
}

/** The section of the next page that has one. */
function nextSection(pages: readonly BookPage[], index: number): number | undefined {
  for (let at = index + 1; at < pages.length; at++) {
    const section = pages[at]?.section;
    if (section !== undefined) return section;
  }
  return undefined;
}

/** The page's sizes: what is printed on, what is cut, what is left (ISO 32000-1, 14.11.2). */
function pageBoxes({ width, height, bleed }: Geometry): string {
  const box = (...corners: readonly number[]): string => `[${corners.map(decimal).join(' ')}]`;
  const [right, top] = [width + 2 * bleed, height + 2 * bleed];
  const media = `/MediaBox${box(0, 0, right, top)}`;
  if (bleed === 0) return media;
  return `${media}/BleedBox${box(0, 0, right, top)}/TrimBox${box(bleed, bleed, right - bleed, top - bleed)}`;
}

function pictureSources(book: Book): ReadonlySet<string> {
  return new Set(
    book.pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'picture' ? item.source : []))),
  );
}

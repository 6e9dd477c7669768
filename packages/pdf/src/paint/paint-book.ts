import type { BookPage, Section } from '../assemble/book-page.ts';
import type { GlyphTexts } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Geometry } from '../page/geometry.ts';
import { type Destination, writeDestinations } from './destinations.ts';
import { paintFonts } from './fonts.ts';
import { paintLinks } from './links.ts';
import { information, type Metadata, writeMetadata } from './metadata.ts';
import { packObjects } from './object-streams.ts';
import { type OutlineItem, writeOutline } from './outline.ts';
import { writePageLabels } from './page-labels.ts';
import { paintPage } from './paint-page.ts';
import { openDocument, type PdfDocument, type PdfReference } from './pdf-document.ts';
import { openPictures } from './pictures.ts';
import { structureTree } from './structure-tree.ts';

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

/** Draws the book on one document and returns its bytes. Undefined when an image could not be read. */
export async function paintBook(book: Book): Promise<Uint8Array | undefined> {
  const { geometry, metadata } = book;
  const document = openDocument({
    language: metadata.language,
    info: information(metadata),
    standard: metadata.standard,
    rightToLeft: geometry.rightToLeft,
  });
  packObjects(document);
  const bytes = collect(document);
  const fonts = paintFonts(document, book.fonts, [
    ...book.sections.map((section) => section.list.glyphs),
    book.furnitureGlyphs,
  ]);
  let whole = true;
  const pictures = openPictures(document, book.pictures, pictureSources(book), (source, reason) => {
    whole = false;
    book.onDamaged(source, reason);
  });
  if (!whole) return undefined;
  const brushes = { document, geometry, fonts, pictures, furnitureGlyphs: book.furnitureGlyphs };
  const tree = structureTree(document);
  const trim = [geometry.width + 2 * geometry.bleed, geometry.height + 2 * geometry.bleed] as const;
  const references: PdfReference[] = [];
  const structures = book.sections.map((section, index) => tree.list(section.list, `s${index}-`));
  const last = new Map(book.pages.map((page, index) => [page.section, index]));
  for (const [index, page] of book.pages.entries()) {
    addPage();
    const section = page.section === undefined ? undefined : book.sections[page.section];
    const structure = page.section === undefined ? undefined : structures[page.section];
    if (!section || !structure) continue;
    paintPage(brushes, page, structure, section.list.glyphs);
    paintLinks(document, geometry, page, structure);
    // The elements are written as soon as the section's last page is.
    if (last.get(page.section) === index) structure.finish();
  }
  tree.finish();
  writeDestinations(document, book.destinations, references, trim[1]);
  writeOutline(document, book.outline, trim[0]);
  writePageLabels(document, book.pages);
  writeMetadata(document, metadata);
  document.end();
  return bytes;

  function addPage(): void {
    document.addPage({ size: [trim[0], trim[1]], margin: 0 });
    const { dictionary } = document.page;
    dictionary.data.StructParents = tree.pageKey(dictionary);
    dictionary.data.Tabs = 'S';
    if (geometry.bleed > 0) {
      const { bleed } = geometry;
      dictionary.data.TrimBox = [bleed, bleed, trim[0] - bleed, trim[1] - bleed];
      dictionary.data.BleedBox = [0, 0, ...trim];
    }
    references.push(dictionary);
  }
}

function pictureSources(book: Book): ReadonlySet<string> {
  return new Set(
    book.pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'picture' ? item.source : []))),
  );
}

function collect(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => {
      const whole = new Uint8Array(chunks.reduce((total, chunk) => total + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        whole.set(chunk, at);
        at += chunk.length;
      }
      resolve(whole);
    });
  });
}

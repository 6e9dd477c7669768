import type { NumberedPage, Section } from '../display/bound-book.ts';
import { writeAttachments } from './attachment.ts';
import type { Book } from './book.ts';
import { writeCatalog } from './catalog.ts';
import { writeDestinations } from './destinations.ts';
import { embeddedPage } from './embedded-page.ts';
import { bookTexts, paintFonts } from './fonts.ts';
import { type Landings, landings } from './landings.ts';
import { fileWriter, type ObjectWriter } from './object-writer.ts';
import { writeOutline } from './outline.ts';
import { pageLabels } from './page-labels.ts';
import { pageTree } from './page-tree.ts';
import { embedPictures } from './pictures.ts';
import { sectionPainter } from './section-painter.ts';
import { structureTree } from './structure-tree.ts';

/** Draws a book, and yields the bytes of its file as they are ready. */
export type Paint = () => AsyncGenerator<Uint8Array>;

/** So many bytes are gathered before they are handed on. */
const CHUNK = 1 << 16;

/** Reads the book's images, and returns what draws the book; undefined when an image could not be read. */
export async function openBook(book: Book): Promise<Paint | undefined> {
  const { geometry, metadata, sections } = book;
  const { standard } = metadata;
  let chunks: Uint8Array[] = [];
  let size = 0;
  const writer = fileWriter(standard.version, (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  let whole = true;
  const sources = new Set(sections.flatMap(({ list }) => list.pages.flatMap((page) => page.pictures)));
  const shelf = {
    images: book.images,
    bytes: book.pictures,
    standard: standard.archival !== undefined,
  };
  const pictures = embedPictures(writer, shelf, sources, (source, reason) => {
    whole = false;
    book.onDamaged(source, reason);
  });
  return whole ? paint : undefined;

  async function* paint(): AsyncGenerator<Uint8Array> {
    const fonts = paintFonts({ writer, fonts: book.fonts, cache: book.cache });
    const texts = bookTexts(
      sections.map(({ list }) => list.glyphs),
      book.fonts,
    );
    const painter = sectionPainter(book, texts);
    const ids: number[] = [];
    const height = geometry.height + 2 * geometry.bleed;
    const lands = landings(writer, standard, book.destinations, ids, height);
    const tree = structureTree(writer, standard, lands);
    const pages = pageTree(writer);
    const put = embeddedPage({ writer, geometry, fonts, pictures, tree, pages, landings: lands });
    for (const { section, pages: own } of bySection(book.pages)) {
      if (section === undefined) {
        for (const _ of own) ids.push(put.blank());
        continue;
      }
      const { list } = sections[section] as Section;
      const nodes = list.structure();
      const painted = await painter.paint(section, own, nodes);
      const structure = tree.list(nodes, `s${section}-`);
      for (const [index, page] of painted.pages.entries()) {
        const { side } = own[index] as NumberedPage;
        const frame = list.pages[index]?.frame ?? 'block';
        ids.push(put.page(page, { frame, side }, list.links(index), structure));
        if (size >= CHUNK) yield gathered();
      }
      structure.finish();
      lands.setElements(section, structure.element);
    }
    await fonts.finish(painter.glyphs());
    const entries = [
      tree.finish(),
      pages.end(),
      catalogNames(writer, book, lands),
      writeOutline(writer, book.outline, lands),
      pageLabels(book.pages),
    ];
    lands.finish();
    writeCatalog(writer, metadata, geometry.rightToLeft, entries.join(''));
    yield gathered();
  }

  function gathered(): Uint8Array {
    const joined = Buffer.concat(chunks, size);
    chunks = [];
    size = 0;
    return joined;
  }
}

/** Returns the catalog's entries for the names of places and of the embedded files, and for what the file is made of. */
function catalogNames(writer: ObjectWriter, { destinations, attachments }: Book, lands: Landings): string {
  const places = writeDestinations(writer, destinations, lands);
  const files = attachments.length === 0 ? undefined : writeAttachments(writer, attachments);
  const names = `${places}${files?.names ?? ''}`;
  return `${names && `/Names<<${names}>>`}${files?.associated ?? ''}`;
}

interface Stretch {
  readonly section: number | undefined;
  readonly pages: NumberedPage[];
}

/** Groups the pages by their sections. Blank pages stand between them. */
function bySection(pages: readonly NumberedPage[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const page of pages) {
    const last = stretches.at(-1);
    if (last && last.section === page.section) last.pages.push(page);
    else stretches.push({ section: page.section, pages: [page] });
  }
  return stretches;
}

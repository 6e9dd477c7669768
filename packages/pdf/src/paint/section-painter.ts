import type { NumberedPage, Section } from '../display/bound-book.ts';
import type { GlyphTexts } from '../display/display-list.ts';
import type { StructureNode } from '../display/structure-node.ts';
import { glyphRegistry } from '../text/glyph-registry.ts';
import type { Book } from './book.ts';
import { bookTexts, differingTexts } from './fonts.ts';
import { type Brushes, paintPage } from './paint-page.ts';
import { type PaintedSection, paintedSection } from './painted-section.ts';
import { contentOwners } from './structure-tree.ts';

/** Paints the book's sections, one at a time. */
export interface SectionPainter {
  /** `pages` are the section's pages as the book numbers them. */
  readonly paint: (section: number, pages: readonly NumberedPage[]) => Promise<PaintedSection>;
  /** Every glyph the book shows, with what it stands for; of the sections painted so far. */
  readonly glyphs: () => GlyphTexts;
}

/** A painter of a book whose lists' glyphs stand for `texts`. */
export function sectionPainter(book: Book, texts: GlyphTexts): SectionPainter {
  const added: GlyphTexts[] = [texts];
  /** What heads, folios and page numbers show depends on what their fonts' glyphs stand for elsewhere. */
  const known = Object.entries(texts).filter(([key]) => !NEVER_IN_HEADS.test(key));
  return {
    async paint(index, pages) {
      const section = book.sections[index] as Section;
      const { list } = section;
      const differing = differingTexts(list.glyphs, texts);
      const numbers = list.pages.map((page) => page.slots.map(book.labelOf));
      const labels = pages.map(({ label, side }) => [label, side]);
      const painted = await paintedSection(
        book.cache,
        [section.listKey, section.head, section.matter, labels, numbers, differing, known, book.mark],
        () => {
          const glyphs = glyphRegistry(texts);
          const brushes: Brushes = {
            geometry: book.geometry,
            tag: tagger(list.structure()),
            texts: list.glyphs,
            differing,
          };
          const finished = pages.map((numbered, at) => {
            const page = list.pages[at];
            if (!page) throw new Error(`section ${section.key} has no page ${at}`);
            const filled = book.fill(section, at, numbered, glyphs);
            return paintPage(brushes, { frame: page.frame, side: numbered.side, ...filled });
          });
          return { pages: finished, glyphs: differingTexts(glyphs.texts, texts) };
        },
      );
      added.push(painted.glyphs);
      return painted;
    },
    glyphs: () => bookTexts(added),
  };
}

/** Heads, folios and page numbers are set in the sans and what stands in for it. */
const NEVER_IN_HEADS = /^Source (Serif|Code)/;

function tagger(nodes: readonly StructureNode[]): (content: number) => string {
  const owners = contentOwners(nodes);
  return (content) => nodes[owners[content] ?? -1]?.type ?? 'P';
}

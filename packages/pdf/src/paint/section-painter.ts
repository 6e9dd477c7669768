import type { NumberedPage, Section } from '../display/bound-book.ts';
import type { GlyphText, GlyphTexts } from '../display/display-list.ts';
import { roleOf } from '../display/roles.ts';
import type { StructureNode } from '../display/structure-node.ts';
import type { Standard } from '../standard.ts';
import { glyphRegistry } from '../text/glyph-registry.ts';
import type { Book } from './book.ts';
import { recodingOf } from './fonts.ts';
import { contentOwners } from './list-structure.ts';
import { type Brushes, paintPage } from './paint-page.ts';
import { type PaintedSection, paintedSection } from './painted-section.ts';
import { recodedItems } from './recode.ts';

/** Paints the sections of a book, one at a time. */
export interface SectionPainter {
  /**
   * Paints a section, or takes it from the cache. `pages` are its pages as the book numbers them, `nodes` is its
   * structure.
   */
  readonly paint: (
    section: number,
    pages: readonly NumberedPage[],
    nodes: readonly StructureNode[],
  ) => Promise<PaintedSection>;
  /** Returns every glyph of the sections painted so far, with what it stands for. */
  readonly glyphs: () => GlyphTexts;
}

/** Returns a painter of a book. `texts` tells what the glyphs of its lists stand for. */
export function sectionPainter(book: Book, texts: GlyphTexts): SectionPainter {
  const added: GlyphTexts[] = [texts];
  /** Heads and page numbers depend on what the glyphs of their fonts stand for elsewhere in the book. */
  const known = Object.entries(texts).filter(([key]) => !NEVER_IN_HEADS.test(key));
  return {
    async paint(index, pages, nodes) {
      const section = book.sections[index] as Section;
      const { list } = section;
      const recoding = recodingOf(list.glyphs, texts);
      const numbers = list.pages.map((page) => page.slots.map(book.labelOf));
      const labels = pages.map(({ label, side }) => [label, side]);
      const painted = await paintedSection(
        book.cache,
        [section.listKey, section.title, section.matter, labels, numbers, recoding, known, book.mark],
        () => {
          const glyphs = glyphRegistry(texts);
          const brushes: Brushes = {
            geometry: book.geometry,
            tag: tagger(nodes, book.metadata.standard),
          };
          const finished = pages.map((numbered, at) => {
            const page = list.pages[at];
            if (!page) throw new Error(`section ${section.title} has no page ${at}`);
            const items = recodedItems(list.items(at), recoding, list.glyphs);
            const filled = book.fill(section, at, numbered, { items, glyphs });
            return paintPage(brushes, { frame: page.frame, side: numbered.side, ...filled });
          });
          return { pages: finished, glyphs: addedTexts(glyphs.texts) };
        },
      );
      added.push(painted.glyphs);
      return painted;
    },
    glyphs: () => joinedTexts(added),
  };
}

/** Joins what glyphs stand for. One that only heads show stands for the text that sorts first. */
function joinedTexts(all: readonly GlyphTexts[]): GlyphTexts {
  const joined: Record<string, Record<number, GlyphText>> = {};
  for (const texts of all)
    for (const [key, codes] of Object.entries(texts)) {
      joined[key] ??= {};
      const own = joined[key];
      for (const [code, said] of Object.entries(codes)) {
        const known = own[Number(code)];
        if (known === undefined || said < known) own[Number(code)] = said;
      }
    }
  return joined;
}

/** Returns the glyphs that heads and page numbers show and the lists do not: a registry inherits those of the lists. */
function addedTexts(shown: GlyphTexts): GlyphTexts {
  const added = Object.entries(shown).filter(([, codes]) => Object.keys(codes).length > 0);
  return Object.fromEntries(added.map(([key, codes]) => [key, { ...codes }]));
}

/** Heads and page numbers are set in the sans serif and its fallbacks. */
const NEVER_IN_HEADS = /^Source (Serif|Code)/;

function tagger(nodes: readonly StructureNode[], { version }: Standard): (content: number) => string {
  const owners = contentOwners(nodes);
  return (content) => roleOf(nodes[owners[content] ?? -1]?.type ?? 'P', version).name;
}

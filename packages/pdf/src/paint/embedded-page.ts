import type { LinkArea } from '../display/display-list.ts';
import type { Geometry } from '../page/geometry.ts';
import { remembered } from '../remembered.ts';
import { decimal } from './digits.ts';
import { fontName } from './embed-font.ts';
import type { PaintFonts } from './fonts.ts';
import { gradients } from './gradients.ts';
import type { Landings } from './landings.ts';
import { paintLinks, sharedStrings } from './links.ts';
import type { ListStructure } from './list-structure.ts';
import type { ObjectWriter } from './object-writer.ts';
import type { PageTree } from './page-tree.ts';
import { type FilledPage, imageName, maskName, opacityName, patternName } from './paint-page.ts';
import type { FinishedPage } from './painted-section.ts';
import type { Pictures } from './pictures.ts';
import type { StructureTree } from './structure-tree.ts';

/** Puts finished pages into the document. Each function returns the object of its page. */
export interface PageEmbedder {
  readonly blank: () => number;
  readonly page: (
    page: FinishedPage,
    placing: Pick<FilledPage, 'frame' | 'side'>,
    links: readonly LinkArea[],
    structure: ListStructure,
  ) => number;
}

interface Parts {
  readonly writer: ObjectWriter;
  readonly geometry: Geometry;
  readonly fonts: PaintFonts;
  readonly pictures: Pictures;
  readonly tree: StructureTree;
  readonly pages: PageTree;
  readonly landings: Pick<Landings, 'linkEntry'>;
}

export function embeddedPage(parts: Parts): PageEmbedder {
  const { writer, geometry, fonts, pictures, tree, pages, landings } = parts;
  const sizes = pageSizes(geometry);
  const said = sharedStrings(writer);
  const { pattern, mask } = gradients(writer);

  const state = remembered((opacity: number) =>
    writer.add(`<</Type/ExtGState/ca ${decimal(opacity)}/CA ${decimal(opacity)}>>`),
  );

  function resources(page: FinishedPage): string {
    const kind = (name: string, entries: readonly (readonly [string, number])[]): string =>
      entries.length > 0 ? `/${name}<<${entries.map(([own, id]) => `/${own} ${id} 0 R`).join('')}>>` : '';
    return `/Resources<<${[
      kind(
        'Font',
        page.fonts.map((key) => [fontName(key), fonts.id(key)]),
      ),
      kind(
        'XObject',
        page.images.map((source, index) => [imageName(index), pictures.get(source) ?? 0]),
      ),
      kind('ExtGState', [
        ...page.opacities.map((opacity) => [opacityName(opacity), state(opacity)] as const),
        ...page.masks.map((own, index) => [maskName(index), mask(own)] as const),
      ]),
      kind(
        'Pattern',
        page.patterns.map((own, index) => [patternName(index), pattern(own)]),
      ),
    ].join('')}>>`;
  }

  return {
    blank() {
      const id = pages.begin();
      pages.finish(`${sizes}/StructParents ${tree.beginPage(id)}/Tabs/S/Resources<<>>`);
      return id;
    },
    page(page, placing, links, structure) {
      const id = pages.begin();
      const key = tree.beginPage(id);
      structure.mark(page.marks);
      for (const [content, box] of page.boxes) structure.place(content, box);
      const areas = paintLinks(writer, geometry, placing, links, structure, said, landings.linkEntry);
      const content = writer.allot();
      writer.stream(content, '', page.stream);
      const annotations = areas.length > 0 ? `/Annots[${areas.map((area) => `${area} 0 R`).join(' ')}]` : '';
      pages.finish(
        `${sizes}/StructParents ${key}/Tabs/S${resources(page)}/Contents ${content} 0 R${annotations}`,
      );
      return id;
    },
  };
}

/** Returns the boxes of a page: the sheet, and where bleed and paper are cut (ISO 32000-2, 14.11.2). */
function pageSizes({ width, height, bleed }: Geometry): string {
  const box = (...corners: readonly number[]): string => `[${corners.map(decimal).join(' ')}]`;
  const [right, top] = [width + 2 * bleed, height + 2 * bleed];
  const media = `/MediaBox${box(0, 0, right, top)}`;
  if (bleed === 0) return media;
  return `${media}/BleedBox${box(0, 0, right, top)}/TrimBox${box(bleed, bleed, right - bleed, top - bleed)}`;
}

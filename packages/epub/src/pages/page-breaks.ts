import { type Block, bookPath, groupBy, type Handbook, type PageBreak, type PageMap } from '@octavo/core';
import { placeMark } from './place-mark.ts';

/** The page breaks of a book by the thing they fall in, each with its index in the page map. */
export interface PageBreaks {
  /** Every break of a thing, in order. */
  readonly within: (kind: PageBreak['at']['kind'], id: string) => readonly IndexedBreak[];
  /** Indexes of the breaks at the head of a thing. */
  readonly atHead: (kind: PageBreak['at']['kind'], id: string) => readonly number[];
  /** The blocks of a thing, with a mark wherever a page begins in them. */
  readonly mark: (
    kind: 'entry' | 'page' | 'chapter',
    id: string,
    blocks: readonly Block[],
  ) => readonly Block[];
  readonly label: (index: number) => string;
  readonly total: number;
}

interface IndexedBreak extends PageBreak {
  readonly index: number;
}

/** Sorts a page map by where its pages begin. Without one, nothing has a break. */
export function pageBreaks(map: PageMap = []): PageBreaks {
  const breaks = map.map((item, index) => ({ ...item, index }));
  const places = groupBy(breaks, ({ at }) => `${at.kind} ${at.id}`);
  const within: PageBreaks['within'] = (kind, id) => places.get(`${kind} ${id}`) ?? [];
  return {
    within,
    atHead: (kind, id) => within(kind, id).flatMap((item) => (item.at.path.length === 0 ? [item.index] : [])),
    // Marks are inserted from the last to the first, so that no mark moves the place of the next.
    mark: (kind, id, blocks) =>
      within(kind, id).reduceRight(
        (marked, item) =>
          item.at.path.length === 0 ? marked : placeMark(marked, item.at.path, item.at.offset, item.index),
        blocks,
      ),
    label: (index) => map[index]?.label ?? '',
    total: map.length,
  };
}

/** What identifies the paged edition whose pages are listed: its ISBN, or otherwise its address. */
export function pageSource(handbook: Handbook): string {
  const isbn = handbook.identifiers.isbn?.pdf;
  return isbn
    ? `urn:isbn:${isbn.replace(/[ -]/g, '')}`
    : handbook.iri + bookPath(handbook, `${handbook.id}.pdf`);
}

import type { Handbook } from '@octavo/core';
import { type MetadataElement, meta } from './metadata-element.ts';

/** The work that a volume belongs to (EPUB 3.3, D.3 `belongs-to-collection`); nothing for a book that is whole. */
export function seriesElements(handbook: Handbook): readonly MetadataElement[] {
  if (!handbook.volume) return [];
  const position = positionInWork(handbook.volume.first, handbook.volume.last);
  return [
    meta('belongs-to-collection', handbook.volume.work ?? handbook.title, { id: 'work' }),
    meta('collection-type', 'set', { refines: '#work' }),
    meta('dcterms:identifier', handbook.iri, { refines: '#work' }),
    ...(position ? [meta('group-position', String(position), { refines: '#work' })] : []),
  ];
}

/** Returns 7 for 601 to 700: the position is known only when volumes of this size fill the work from 1. */
function positionInWork(first: string, last: string): number | undefined {
  const from = Number(first);
  const size = Number(last) - from + 1;
  const position = (from - 1) / size + 1;
  return Number.isInteger(position) ? position : undefined;
}

import { fillLabel, type Part } from '@octavo/core';
import { h } from 'hastscript';
import { partFile } from '../book/addresses.ts';
import type { BookDocument } from '../book/book-document.ts';
import type { Context } from '../context.ts';
import { matterBreaks } from '../pages/matter-breaks.ts';

/** The page that opens a part of the book. */
export function partDocument(context: Context, part: Part): BookDocument {
  const ordinal = context.handbook.parts.indexOf(part) + 1;
  const content = h('section', { role: 'doc-part', ariaLabelledBy: 'part_title' }, [
    ...matterBreaks(context, `part-${part.id}`),
    h('p', { className: ['part-number'] }, fillLabel(context.handbook.labels.part, { number: ordinal })),
    h('h1', { id: 'part_title' }, part.title),
  ]);
  return {
    file: partFile(part.id),
    title: part.title,
    division: 'bodymatter',
    kind: 'part',
    content: () => [content],
  };
}

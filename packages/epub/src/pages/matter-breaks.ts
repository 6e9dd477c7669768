import type { Element } from 'hast';
import type { Context } from '../plan/context.ts';
import { pageBreakElement } from './page-break-element.ts';

/** The first page of a piece that Octavo itself makes (`title`, `contents`, `glossary`, …). */
export function matterBreaks(context: Context, id: string): readonly Element[] {
  const [first] = context.pages.atHead('matter', id);
  return first === undefined ? [] : [pageBreakElement('div', first, context.pages.label(first))];
}

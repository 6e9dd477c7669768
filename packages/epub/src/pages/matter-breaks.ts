import type { Element } from 'hast';
import type { Context } from '../context.ts';
import { pageBreakElement } from './page-break-element.ts';

/** The first page of a piece that Octavo itself makes (`title`, `contents`, `glossary`, …). */
export function matterBreaks(context: Context, id: string): readonly Element[] {
  const [first] = context.pages.atHead('matter', id);
  return first === undefined ? [] : [pageBreakElement('div', first, context.pages.label(first))];
}

/**
 * The pages that begin at a line of such a piece: `path` is the place of the line among the lines as sorted,
 * for the glossary `[term]`, for the changes `[change]`, for the index `[line]` or `[line, line below it]`.
 */
export function lineBreaks(
  context: Context,
  id: string,
  path: readonly number[],
  tag: 'span' | 'i' = 'span',
): readonly Element[] {
  return context.pages
    .within('matter', id)
    .filter(
      ({ at }) => at.path.length === path.length && at.path.every((step, level) => step === path[level]),
    )
    .map(({ index, label }) => pageBreakElement(tag, index, label));
}

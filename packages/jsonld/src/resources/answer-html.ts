import type { Block, FootnoteDefinition, Handbook } from '@octavo/core';
import { bodyToHast } from '@octavo/core/hast';
import { headingAnchor } from '@octavo/core/say';
import { toHtml } from 'hast-util-to-html';
import type { Iris } from '../iris.ts';
import { blockForm, footnoteForm } from './answer-form.ts';

/**
 * An answer as an HTML fragment that can stand anywhere: absolute links to the permanent IRIs of
 * entries and to the images of the site, headings from h2, math as MathML, footnotes behind it,
 * element ids under `idPrefix`. No script, style or event handler: the node union has none.
 */
export function answerHtml(
  content: { readonly answer: readonly Block[]; readonly footnotes: readonly FootnoteDefinition[] },
  context: { readonly iris: Iris; readonly idPrefix: string } & Pick<Handbook, 'labels' | 'direction'>,
): string {
  const { iris, labels, direction, idPrefix } = context;
  const body = bodyToHast(blockForm(content.answer), footnoteForm(content.footnotes), {
    href: ({ number, fragment }) =>
      `${iris.entry(number)}${fragment === undefined ? '' : `#${headingAnchor(number, fragment)}`}`,
    image: (path) => ({ src: iris.asset(path) }),
    headingLevel: 2,
    idPrefix,
    labels,
    direction,
  });
  return toHtml([...body.content, ...(body.notes ? [body.notes] : [])]);
}

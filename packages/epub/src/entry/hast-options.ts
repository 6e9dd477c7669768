import type { ToHastOptions } from '@octavo/core/hast';
import { highlight } from '@octavo/core/highlight';
import { entryAnchor, headingAnchor } from '@octavo/core/say';
import { type Context, hrefOf } from '../context.ts';
import { hasMark } from '../pages/page-mark.ts';

/** How core turns the nodes of an entry into HTML for this book. Headings nest below the question's `h2`. */
export function hastOptions(context: Context, number: string): ToHastOptions {
  return { ...optionsFor(context, `${entryAnchor(number)}_`, 3), headingPrefix: headingAnchor(number, '') };
}

/** The same for any stretch of text: `idPrefix` begins the ids of its footnotes. */
export function optionsFor(context: Context, idPrefix: string, headingLevel: number): ToHastOptions {
  return {
    href: hrefOf(context),
    image: context.images.image,
    headingLevel,
    idPrefix,
    labels: context.handbook.labels,
    direction: context.handbook.direction,
    dialect: 'epub',
    // A page's mark would be cut by the words around it.
    highlight: (code) => (hasMark(code.value) ? undefined : highlight(code)),
  };
}

import { anchorOf } from './entry-anchor.ts';
/** Where a link leads: `#618` for an entry. */
export type Target = (href: string) => string;

/** What a link into the book leads to, as all readings spell it: `#618`, or `#618/steps` for a heading in it. */
export function entryTarget(number: string, heading?: string): string {
  return heading ? `#${number}/${heading}` : `#${number}`;
}

/** The same for an anchor in an entry: `q618` and other names of the entry, `q618-steps` of a heading. */
export function targetOfAnchor(number: string, anchor: string): string {
  const own = `${anchorOf(number)}-`;
  const name = decoded(anchor);
  const rest = name.startsWith(own) ? name.slice(own.length) : '';
  // Notes have their anchors under the entry's too.
  return entryTarget(number, /^fn(?:ref)?-\d/.test(rest) ? '' : rest);
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

import type { Link, Phrasing } from '../../model/answer.ts';
import { headingAnchor } from '../../say/addresses.ts';
import { decodeReference } from '../decode-reference.ts';
import type { OuterFound } from '../outer-books.ts';
import { type BodyContext, type LinkSource, positionOf } from './context.ts';
import { type SplitReference, splitReference } from './split-reference.ts';

/** A link into another handbook, `etl-guide:12`. Reports one that leads to nothing. */
export function toOuterLink(
  source: LinkSource,
  prefix: string,
  children: readonly Phrasing[],
  context: BodyContext,
): Link {
  const { url } = source;
  const named = decodeReference(url.slice(prefix.length + 1)).replace(/^#/, '');
  const book = context.outer.byPrefix.get(prefix);
  const { reference, ...within } = splitReference(named, (name) => book?.find(name) !== undefined);
  const found = book?.find(reference);
  if (found) return outerLink(source, found, children, within);
  if (book) {
    const near = book.near(reference);
    const meant = near === undefined ? undefined : book.find(near);
    context.report('reference-resolves', {
      reason: `no entry "${url}" in "${book.title}"${near === undefined ? '' : `; did you mean ${prefix}:${near}?`}`,
      place: source.position,
      actual: reference,
      expected: `the number, id or alias of an entry in inventory/${prefix}.json`,
      note: meant
        ? `${prefix}:${near} is "${meant.label}".`
        : `If it is new, take the inventory anew: octavo inventory update ${prefix}.`,
    });
  }
  return outerLink(source, undefined, children);
}

/** The link to an entry that an inventory has: its permanent IRI, whatever the format. An inventory knows no headings and no clauses. */
export function outerLink(
  source: LinkSource,
  found: OuterFound | undefined,
  children: readonly Phrasing[],
  { fragment, clause }: Omit<SplitReference, 'reference'> = {},
): Link {
  const position = positionOf(source);
  const automatic = children.length === 0;
  const said = found && clause ? found.entry.number + clause : found?.label;
  return {
    type: 'link',
    url: found
      ? `${found.iri}${fragment ? `#${headingAnchor(found.entry.number, fragment)}` : ''}`
      : source.url,
    ...(source.title ? { title: source.title } : {}),
    ...(found ? { entry: found.entry } : {}),
    ...(found && automatic ? { automatic } : {}),
    children: automatic ? [{ type: 'text', value: said ?? source.url, ...position }] : children,
    ...position,
  };
}

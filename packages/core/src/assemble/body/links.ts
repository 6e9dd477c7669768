import type { Position } from 'unist';
import { didYouMean } from '../../message/nearest.ts';
import { isWholeAddress, validAddress } from '../../model/address.ts';
import type { CrossReference, Link, Phrasing } from '../../model/answer.ts';
import { headingAnchor } from '../../say/addresses.ts';
import { type BodyContext, type LinkSource, positionOf } from '../body-context.ts';
import { cutAt, decodeReference } from '../decode-reference.ts';
import type { OuterFound } from '../outer-books.ts';
import { filled, linkPieces } from '../variables/fill.ts';
import { type SplitReference, splitReference } from './split-reference.ts';

const SCHEME = /^([A-Za-z][A-Za-z0-9+.-]*):/;
const ALLOWED_SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto']);

/**
 * A link by what it points at: an entry (`#618`, `#id`, `../etl/618-x.md`), another handbook
 * (`etl-guide:12`), or the world (http, https, mailto). Anything else is reported.
 */
export function toLink(
  source: LinkSource,
  children: readonly Phrasing[],
  context: BodyContext,
): Link | CrossReference {
  const place = source.position;
  const pieces = linkPieces(context.text.slice(place?.start.offset, place?.end.offset));
  const url = filled(source.url, context, { place, plain: true, source: pieces.url });
  const title = filled(source.title ?? '', context, { place, source: pieces.title });
  refuseInLink('a link', source, context);
  if (url.startsWith('#') || isEntryFile(url)) return toCrossReference({ ...source, url }, children, context);
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined && context.outer.byPrefix.has(scheme))
    return toOuterLink({ ...source, url, title }, scheme, children, context);
  if (scheme === undefined || !ALLOWED_SCHEMES.has(scheme)) {
    context.report('link-scheme-allowed', {
      reason:
        scheme === undefined
          ? `"${url}" is neither an entry nor a web address`
          : `links with "${scheme}:" are not allowed${didYouMean(scheme, context.outer.byPrefix.keys(), (found) => `"${found}:"`)}`,
      place,
      actual: url,
      expected: ['#number', '#id', 'a path to an entry file', 'https://…', 'http://…', 'mailto:…'],
    });
  } else if (!isWholeAddress(url)) {
    context.report('link-scheme-allowed', {
      reason: `"${url}" is not a whole address`,
      place,
      actual: url,
      expected: ['https://host/path', 'mailto:name@host'],
    });
  }
  return {
    type: 'link',
    url: validAddress(url),
    ...(title ? { title } : {}),
    children: children.length > 0 ? children : [{ type: 'text', value: url, ...positionOf(source) }],
    ...positionOf(source),
  };
}

/** HTML and EPUB know no link, and no footnote mark, inside a link. */
export function refuseInLink(
  what: string,
  source: { readonly position?: Position | undefined },
  context: BodyContext,
): void {
  if (!context.within.link) return;
  context.report('link-not-nested', {
    reason: `${what} stands inside the text of a link`,
    place: source.position,
    note: 'Move it out of the link.',
  });
}

function toCrossReference(
  source: LinkSource,
  children: readonly Phrasing[],
  context: BodyContext,
): Link | CrossReference {
  const written = source.url;
  const { reference, ...within } = splitWritten(written, context);
  const { clause } = within;
  const found = context.resolve(reference);
  const elsewhere = found ? undefined : context.outer.inOtherVolume(reference);
  if (elsewhere) return outerLink(source, elsewhere, children, within);
  const number = found?.number ?? reference;
  const automatic = children.length === 0;
  const said = clause === undefined ? (found?.label ?? number) : number + clause;
  return {
    type: 'crossReference',
    number,
    ...within,
    written,
    ...(automatic ? { automatic } : {}),
    children: automatic ? [{ type: 'text', value: said, ...positionOf(source) }] : children,
    ...positionOf(source),
  };
}

/**
 * `#618/steps`, `#618(2)(b)` and `618-late.md#steps`: the entry, and a heading or clause in it. `#(2)(b)` is a clause
 * of the entry that says so. `618-late.md#618` is the entry alone.
 */
function splitWritten(written: string, { resolve, file }: BodyContext): SplitReference {
  const isKnown = (reference: string): boolean => resolve(reference) !== undefined;
  if (written.startsWith('#')) {
    const split = splitReference(decodeReference(written.slice(1)), isKnown);
    return split.reference === '' && split.clause ? { ...split, reference: ownName(file.path) } : split;
  }
  const [path = '', anchor] = cutAt(written, '#');
  const found = resolve(path);
  if (!anchor || !found) return { reference: written };
  const named = decodeReference(anchor);
  if (resolve(named)?.number === found.number) return { reference: path };
  const { reference, fragment = reference, clause } = splitReference(named, isKnown);
  return {
    reference: path,
    fragment: clause === undefined ? named : fragment,
    ...(clause === undefined ? {} : { clause }),
  };
}

/** A file as a link in it names it. */
function ownName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function isEntryFile(url: string): boolean {
  return !SCHEME.test(url) && !url.startsWith('//') && /\.md(#.*)?$/.test(url);
}

/** A link into another handbook, `etl-guide:12`. Reports one that leads to nothing. */
function toOuterLink(
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
function outerLink(
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

import { isRecord } from '../markup/active.ts';
import { type Element, hasClass, names, rawText } from '../markup/element.ts';
import { siteAddress } from './site-address.ts';

/** What is kept of a page of the site once it was read. */
export interface HtmlPage {
  readonly path: string;
  readonly language: string;
  readonly title: string;
  readonly canonical: string;
  /** What search engines are told. */
  readonly robots: string;
  /** Addresses that a button copies, or a citation names. */
  readonly cited: readonly string[];
  readonly description: string;
  /** Where the page sends its reader at once, when it does. */
  readonly refresh: string | undefined;
  /** Every id, with the number of the entry it is in. */
  readonly ids: ReadonlyMap<string, string | undefined>;
  /** The entries that stand on it. */
  readonly entries: readonly string[];
  /** Every address on it, as `site:…` or absolute. */
  readonly addresses: readonly string[];
  /** Notes that stand on it, outside of any article. */
  readonly notes: readonly string[];
  /** Blocks of structured data. */
  readonly blocks: readonly string[];
}

/** Reads what is outside the answers of a page: its head, its anchors, its addresses. */
export function htmlPage(path: string, root: Element, base: string): HtmlPage {
  const ids = new Map<string, string | undefined>();
  const entries: string[] = [];
  const addresses: string[] = [];
  const blocks: string[] = [];
  const cited: string[] = [];
  const notes: string[] = [];
  let [title, canonical, robots, description] = ['', '', '', ''];
  let refresh: string | undefined;
  visit(root, undefined);
  return {
    path,
    language: root.attributes.lang ?? '',
    title,
    canonical,
    robots,
    cited,
    description,
    refresh,
    ids,
    entries,
    addresses,
    notes,
    blocks,
  };

  function visit(element: Element, above: string | undefined): void {
    const { name, attributes } = element;
    const own = name === 'article' ? /^q(.+)$/.exec(attributes.id ?? '')?.[1] : undefined;
    if (own !== undefined) entries.push(own);
    const number = own ?? above;
    if (number === undefined && attributes.role === 'note') notes.push(rawText(element));
    if (attributes.id !== undefined) ids.set(attributes.id, number);
    for (const href of [attributes.href, attributes.src])
      if (href !== undefined && !names(element, 'rel', 'canonical') && !isRecord(element))
        addresses.push(siteAddress(path, href, base));
    if (name === 'title' && title === '') title = element.children.join('');
    if (name === 'meta' && attributes.name === 'robots') robots = attributes.content ?? '';
    if (name === 'meta' && attributes.name === 'description') description = attributes.content ?? '';
    if (attributes['data-copy'] !== undefined) cited.push(attributes['data-copy']);
    if (isRecord(element)) cited.push(citedIn(attributes.href ?? ''));
    if (name === 'a' && hasClass(element, 'iri')) cited.push(attributes.href ?? '');
    if (name === 'link' && names(element, 'rel', 'canonical')) canonical = attributes.href ?? '';
    if (name === 'meta' && attributes['http-equiv'] === 'refresh')
      refresh = siteAddress(path, attributes.content?.replace(/^[^=]*=/, '') ?? '', base);
    if (name === 'script' && attributes.type === 'application/ld+json')
      blocks.push(element.children.join(''));
    for (const child of element.children) if (typeof child !== 'string') visit(child, number);
  }
}

/** The address that a citation for programs of references cites. */
function citedIn(href: string): string {
  try {
    const text = decodeURIComponent(href.slice(href.indexOf(',') + 1));
    return /(?:url = \{|^UR {2}- |"URL":")([^\s"}]+)/m.exec(text)?.[1] ?? 'nothing';
  } catch {
    return 'nothing';
  }
}

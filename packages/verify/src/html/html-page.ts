import { isRecord } from '../markup/active.ts';
import { allElements, type Element, findElement, matches, outwards, rawText } from '../markup/element.ts';
import { siteAddress } from './site-address.ts';

/** What is kept of a page of the site after it was read. */
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

/** What stands for the number of an entry in the id of its article. */
const keyOf = (element: Element): string | undefined =>
  element.name === 'article' ? /^q(.+)$/.exec(element.attributes.id ?? '')?.[1] : undefined;
const isDefined = (one: string | undefined): one is string => one !== undefined;

/** Reads what is outside the answers of a page: its head, its anchors, its addresses. `numberOfKey`: see `ExpectedBook`. */
export function htmlPage(
  path: string,
  root: Element,
  base: string,
  numberOfKey: (key: string) => string,
): HtmlPage {
  const numberOf = (element: Element): string | undefined => {
    const key = keyOf(element);
    return key === undefined ? undefined : numberOfKey(key);
  };
  const elements = allElements(root);
  const within = (element: Element): string | undefined =>
    [...outwards(element)].map(numberOf).find(isDefined);
  const all = (selector: string, attribute: string): string[] =>
    allElements(root, selector).map(({ attributes }) => attributes[attribute] ?? '');
  const text = (selector: string): string[] =>
    allElements(root, selector).map(({ children }) => children.join(''));
  const refresh = findElement(root, 'meta[http-equiv=refresh]')?.attributes.content;
  return {
    path,
    language: root.attributes.lang ?? '',
    title: text('title')[0] ?? '',
    canonical: all('link[rel~=canonical]', 'href').at(-1) ?? '',
    robots: all('meta[name=robots]', 'content').at(-1) ?? '',
    cited: [
      ...all('[data-copy]', 'data-copy'),
      ...all('a.iri', 'href'),
      ...elements.filter(isRecord).map(({ attributes: { href = '' } }) => citedIn(href)),
    ],
    description: all('meta[name=description]', 'content').at(-1) ?? '',
    refresh: refresh === undefined ? undefined : siteAddress(path, refresh.replace(/^[^=]*=/, ''), base),
    ids: new Map(allElements(root, '[id]').map((one) => [one.attributes.id ?? '', within(one)] as const)),
    entries: elements.map(numberOf).filter(isDefined),
    addresses: elements
      .filter((one) => !matches(one, '[rel~=canonical]') && !isRecord(one))
      .flatMap(({ attributes: { href, src } }) => [href, src].filter(isDefined))
      .map((href) => siteAddress(path, href, base)),
    notes: allElements(root, '[role=note]')
      .filter((one) => within(one) === undefined)
      .map(rawText),
    blocks: text('script[type="application/ld+json"]'),
  };
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

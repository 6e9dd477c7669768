import { posix } from 'node:path';
import { targetOfAnchor } from '../content/entry-target.ts';
import { address } from '../expected/address.ts';
import type { Element } from '../markup/element.ts';
import { names } from '../markup/element.ts';
import type { EpubPackage } from './epub-package.ts';

/** Where an anchor stands. */
export interface Anchor {
  /** The entry it is in. */
  readonly number: string | undefined;
  /** The label of the page it is on, when pages are marked. */
  readonly page: string | undefined;
}

/** A mark of a page's beginning. */
export interface PageMark {
  readonly label: string;
  readonly at: string;
}

export interface EpubAnchors {
  /** By `path#id`; `path` alone is the document. */
  readonly anchors: ReadonlyMap<string, Anchor>;
  /** In reading order. */
  readonly pages: readonly PageMark[];
  /** Where an address in a document leads, in the common form. */
  readonly target: (from: string, href: string) => string;
  /** As a path with its anchor. */
  readonly place: (from: string, href: string) => string;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Finds every anchor and page mark of a book, in the order of its spine. */
export function epubAnchors(epub: EpubPackage): EpubAnchors {
  const anchors = new Map<string, Anchor>();
  const pages: PageMark[] = [];
  const order = [...epub.spine, ...[...epub.documents.keys()].filter((path) => !epub.spine.includes(path))];
  for (const path of order) {
    const document = epub.documents.get(path);
    anchors.set(path, { number: undefined, page: pages.at(-1)?.label });
    if (document) visit(document, path, undefined);
  }
  const place = (from: string, href: string): string => {
    const [file = '', fragment] = href.split('#');
    const path = file === '' ? from : posix.join(posix.dirname(from), decoded(file));
    return fragment === undefined ? path : `${path}#${decoded(fragment)}`;
  };
  return {
    anchors,
    pages,
    place,
    target(from, href) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return address(href);
      const anchor = anchors.get(place(from, href));
      if (!anchor) return `nowhere (${href})`;
      return anchor.number === undefined
        ? place(from, href)
        : targetOfAnchor(anchor.number, place(from, href).split('#')[1] ?? '');
    },
  };

  function visit(element: Element, path: string, above: string | undefined): void {
    const { id } = element.attributes;
    const own = names(element, 'role', 'doc-qna') ? /^q(.+)$/.exec(id ?? '')?.[1] : undefined;
    const number = own ?? above;
    if (names(element, 'role', 'doc-pagebreak'))
      pages.push({
        label: element.attributes.title ?? element.attributes['aria-label'] ?? '',
        at: `${path}#${id}`,
      });
    if (id !== undefined) anchors.set(`${path}#${id}`, { number, page: pages.at(-1)?.label });
    for (const child of element.children) if (typeof child !== 'string') visit(child, path, number);
  }
}

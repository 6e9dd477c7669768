import { posix } from 'node:path';
import { targetOfAnchor } from '../content/entry-target.ts';
import { address, decoded } from '../expected/address.ts';
import { allElements, type Element, matches, outwards } from '../markup/element.ts';
import { type EpubPackage, pageLabel } from './epub-package.ts';

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

/** What stands for the number of an entry in the id of its section. */
export function keyOf(element: Element): string | undefined {
  return matches(element, '[role~=doc-qna]') ? /^q(.+)$/.exec(element.attributes.id ?? '')?.[1] : undefined;
}

/** Finds every anchor and page mark of a book, in the order of its spine. */
export function epubAnchors(epub: EpubPackage, numberOfKey: (key: string) => string): EpubAnchors {
  const anchors = new Map<string, Anchor>();
  const pages: PageMark[] = [];
  for (const path of epub.inOrder) {
    const document = epub.documents.get(path);
    anchors.set(path, { number: undefined, page: pages.at(-1)?.label });
    for (const element of document ? allElements(document, '[id], [role~=doc-pagebreak]') : []) {
      const at = `${path}#${element.attributes.id}`;
      if (matches(element, '[role~=doc-pagebreak]')) pages.push({ label: pageLabel(element), at });
      const key = [...outwards(element)].map(keyOf).find((one) => one !== undefined);
      const number = key === undefined ? undefined : numberOfKey(key);
      if (element.attributes.id !== undefined) anchors.set(at, { number, page: pages.at(-1)?.label });
    }
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
      const at = place(from, href);
      const anchor = anchors.get(at);
      if (!anchor) return `nowhere (${href})`;
      return anchor.number === undefined ? at : targetOfAnchor(anchor.number, at.split('#')[1] ?? '');
    },
  };
}

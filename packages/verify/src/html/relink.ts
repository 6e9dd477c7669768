import type { Content } from '../content/content.ts';
import { targetOfAnchor } from '../content/entry-target.ts';
import type { HtmlPage } from './html-page.ts';
import { OWN } from './site-address.ts';

/** Turns `site:path#anchor` into `#618` where an entry stands there; other addresses stay as they are. */
export type Resolve = (address: string) => string;

/**
 * Resolves addresses by all pages: an anchor belongs to the entry that contains it, and a page with one entry
 * belongs to that entry.
 */
export function resolver(pages: ReadonlyMap<string, HtmlPage>): Resolve {
  return (address) => {
    if (!address.startsWith(OWN)) return address;
    const [path = '', anchor] = address.slice(OWN.length).split('#');
    const page = pages.get(path);
    if (!page || (anchor !== undefined && !page.ids.has(anchor)))
      return `nowhere (${address.slice(OWN.length)})`;
    const [only, another] = page.entries;
    const number =
      anchor !== undefined
        ? page.ids.get(anchor)
        : another === undefined && path.startsWith('entry/')
          ? only
          : undefined;
    return number === undefined ? address.slice(OWN.length) : targetOfAnchor(number, anchor ?? '');
  };
}

/** Content with every link resolved. */
export function relinked(content: readonly Content[], resolve: Resolve): Content[] {
  return content.map((part) => {
    if (typeof part === 'string') return part;
    const leads = part.kind === 'link' || (part.kind === 'quote' && part.detail !== '');
    const detail = leads ? resolve(part.detail) : part.detail;
    return { ...part, detail, children: relinked(part.children, resolve) };
  });
}

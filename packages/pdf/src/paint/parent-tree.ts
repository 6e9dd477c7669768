import { numberTree } from './number-tree.ts';
import type { ObjectWriter } from './object-writer.ts';

/** This is where a stretch of content stands: a page, and its number there. */
export interface Marked {
  readonly page: number;
  readonly mcid: number;
}

/** Tells which element each stretch of a page's content and each annotation belongs to (ISO 32000-2, 14.7.5.4). */
export interface ParentTree {
  /** Begins a page, whose object has this number, and returns its key. */
  readonly beginPage: (page: number) => number;
  /** Numbers a stretch of content of the page begun last, which belongs to this element. */
  readonly mark: (element: number) => Marked;
  /** Tells which element an annotation of the page begun last belongs to, and returns its key and the page. */
  readonly attach: (element: number) => { readonly key: number; readonly page: number };
  readonly endPage: () => void;
  /** Writes the rest, and returns the entries of the structure tree's root. */
  readonly finish: () => string;
}

export function parentTree(writer: ObjectWriter): ParentTree {
  const tree = numberTree(writer);
  let page = 0;
  let pageKey = 0;
  let owners: number[] = [];
  let nextKey = 0;

  function endPage(): void {
    if (page === 0) return;
    tree.set(pageKey, `[${owners.map((id) => `${id} 0 R`).join(' ')}]`);
    owners = [];
  }

  return {
    beginPage(id) {
      endPage();
      page = id;
      pageKey = nextKey++;
      return pageKey;
    },
    mark: (element) => ({ page, mcid: owners.push(element) - 1 }),
    attach(element) {
      tree.set(nextKey, `${element} 0 R`);
      return { key: nextKey++, page };
    },
    endPage,
    finish: () => `/ParentTree ${tree.finish()} 0 R/ParentTreeNextKey ${nextKey}`,
  };
}

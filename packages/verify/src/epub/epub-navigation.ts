import type { ContentsLine } from '../expected/expected-contents.ts';
import { allElements, childElements, type Element, findElement, rawText } from '../markup/element.ts';
import type { EpubAnchors, PageMark } from './epub-anchors.ts';
import type { EpubPackage } from './epub-package.ts';

/** The lines of the navigation document's table of contents (EPUB 3.3, 7.4). */
export function navLines(epub: EpubPackage, book: EpubAnchors): readonly ContentsLine[] {
  return linksIn(epub, 'toc').map((link) => ({
    text: rawText(link),
    target: book.target(epub.nav ?? '', link.attributes.href ?? ''),
  }));
}

/** The pages of the page list, with the place each leads to. */
export function pageList(epub: EpubPackage, book: EpubAnchors): readonly PageMark[] {
  return linksIn(epub, 'page-list').map((link) => ({
    label: rawText(link).trim(),
    at: book.place(epub.nav ?? '', link.attributes.href ?? ''),
  }));
}

/** The lines of the ncx, the table of contents of old readers. */
export function ncxLines(epub: EpubPackage, book: EpubAnchors): readonly ContentsLine[] {
  return (epub.ncx ? allElements(epub.ncx, 'navMap navPoint') : []).map((point) => {
    const label = childElements(point).find(({ name }) => name === 'navLabel');
    const src = findElement(point, 'content')?.attributes.src ?? '';
    return { text: label ? rawText(label).trim() : '', target: book.target(epub.nav ?? '', src) };
  });
}

/** The links of a list of the navigation document. */
export function linksIn(epub: EpubPackage, type: string): readonly Element[] {
  const document = epub.documents.get(epub.nav ?? '');
  return document ? allElements(document, `nav[epub\\:type~=${type}] a`) : [];
}

import type { ContentsLine } from '../expected/expected-contents.ts';
import { allElements, type Element, findElement, names, rawText } from '../markup/element.ts';
import type { EpubAnchors, PageMark } from './epub-anchors.ts';
import type { EpubPackage } from './epub-package.ts';

/** The lines of the navigation document's table of contents (EPUB 3.3, 7.4). */
export function navLines(epub: EpubPackage, book: EpubAnchors): readonly ContentsLine[] {
  return linksIn(epub, 'toc').map(({ attributes, children }) => ({
    text: rawText({ name: 'a', attributes, children }),
    target: book.target(epub.nav ?? '', attributes.href ?? ''),
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
  const map = epub.ncx && findElement(epub.ncx, (one) => one.name === 'navMap');
  if (!map) return [];
  return allElements(map)
    .filter((one) => one.name === 'navPoint')
    .map((point) => {
      const label = point.children.find((one) => typeof one !== 'string' && one.name === 'navLabel');
      const content = findElement(point, (one) => one.name === 'content');
      return {
        text: typeof label === 'object' ? rawText(label).trim() : '',
        target: book.target(epub.nav ?? '', content?.attributes.src ?? ''),
      };
    });
}

function linksIn(epub: EpubPackage, type: string): Element[] {
  const document = epub.documents.get(epub.nav ?? '');
  const nav = document && findElement(document, (one) => one.name === 'nav' && names(one, 'epub:type', type));
  return nav ? allElements(nav).filter((one) => one.name === 'a') : [];
}

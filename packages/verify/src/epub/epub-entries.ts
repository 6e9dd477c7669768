import type { FoundEntry, FoundNotice } from '../compare/found-entry.ts';
import { allSaid } from '../content/content.ts';
import { textOf } from '../content/text-of.ts';
import { allElements, type Element, findElement, hasClass, names, rawText } from '../markup/element.ts';
import { type MarkupContext, markupContent } from '../markup/markup-content.ts';
import type { EpubAnchors } from './epub-anchors.ts';
import type { EpubPackage } from './epub-package.ts';

/** Every entry of the book in the order of its spine: the sections with the role doc-qna. */
export function epubEntries(epub: EpubPackage, book: EpubAnchors, file: string): readonly FoundEntry[] {
  return epub.spine.flatMap((path) => {
    const document = epub.documents.get(path);
    if (!document) return [];
    const context: MarkupContext = { level: 2, target: (href) => book.target(path, href) };
    return allElements(document)
      .filter((one) => names(one, 'role', 'doc-qna'))
      .map((section) => entryOf(section, path, file, book, context));
  });
}

function entryOf(
  section: Element,
  path: string,
  file: string,
  book: EpubAnchors,
  context: MarkupContext,
): FoundEntry {
  const heading = findElement(section, (one) => /^h[1-6]$/.test(one.name));
  const number = heading && findElement(heading, (one) => hasClass(one, 'number'));
  const words = heading?.children.filter((child) => child !== number) ?? [];
  const apart = (one: Element): boolean =>
    one === heading || isNotice(one) || hasClass(one, 'fact') || hasClass(one, 'related');
  const body = section.children.filter((child) => typeof child === 'string' || !apart(child));
  const related = section.children.find((child) => typeof child !== 'string' && hasClass(child, 'related'));
  const headingAnchor = book.anchors.get(`${path}#${heading?.attributes.id}`);
  return {
    number: number ? rawText(number).trim() : '',
    question: textOf(markupContent(words, context)),
    answer: markupContent(body, context),
    notice: noticeOf(section, context),
    facts: section.children.flatMap((child) =>
      typeof child !== 'string' && hasClass(child, 'fact') ? [rawText(child)] : [],
    ),
    related: typeof related === 'object' ? linksOf(related, context).map((link) => link.slice(1)) : [],
    file: `${file}!/${path}`,
    at: `${file}!/${path}#${section.attributes.id ?? ''}`,
    ...(headingAnchor?.page === undefined ? {} : { page: headingAnchor.page }),
  };
}

function noticeOf(section: Element, context: MarkupContext): FoundNotice | undefined {
  const notices = section.children.filter((child) => typeof child !== 'string' && isNotice(child));
  if (notices.length === 0) return undefined;
  const links = notices.flatMap((one) => (typeof one === 'string' ? [] : linksOf(one, context)));
  return { text: textOf(markupContent(notices, context)), links };
}

/** What stands between question and answer: a state, or a stamp of a book for reviewers. */
function isNotice(element: Element): boolean {
  return hasClass(element, 'notice') || hasClass(element, 'stamp');
}

function linksOf(element: Element, context: MarkupContext): string[] {
  return [...allSaid(markupContent([element], context))]
    .filter((part) => part.kind === 'link')
    .map((part) => part.detail);
}

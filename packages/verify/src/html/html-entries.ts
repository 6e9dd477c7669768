import type { Labels } from '@octavo/core';
import type { FoundEntry } from '../compare/found-entry.ts';
import { allSaid } from '../content/content.ts';
import { textOf } from '../content/text-of.ts';
import { allElements, type Element, findElement, hasClass, names, rawText } from '../markup/element.ts';
import { type MarkupContext, markupContent } from '../markup/markup-content.ts';
import { siteAddress } from './site-address.ts';

export interface HtmlContext {
  readonly path: string;
  /** The path of the site on its host. */
  readonly root: string;
  readonly labels: Labels;
}

/** The entries on a page: the articles whose id is `q` with a number. */
export function htmlEntries(root: Element, context: HtmlContext): readonly FoundEntry[] {
  return allElements(root)
    .filter((one) => one.name === 'article' && hasClass(one, 'entry'))
    .map((article) => entryOf(article, context));
}

function entryOf(article: Element, { path, root, labels }: HtmlContext): FoundEntry {
  const heading = findElement(article, (one) => hasClass(one, 'question'));
  const context: MarkupContext = {
    level: Number(heading?.name.slice(1) ?? 1),
    target: (href) => siteAddress(path, href, root),
  };
  const part = (name: string): Element | undefined => findElement(article, (one) => hasClass(one, name));
  const number = heading && findElement(heading, (one) => hasClass(one, 'number'));
  const words = heading && findElement(heading, (one) => hasClass(one, 'words'));
  const notices = allElements(article).filter((one) => hasClass(one, 'notice'));
  const related = part('related') ?? headed(article, labels.related);
  return {
    number: number ? rawText(number).trim() : '',
    question: words ? textOf(markupContent(words.children, context)) : '',
    answer: markupContent(part('answer')?.children ?? [], context),
    notice:
      notices.length === 0
        ? undefined
        : { text: textOf(markupContent(notices, context)), links: linksIn(notices, context) },
    facts: allElements(article)
      .filter((one) => hasClass(one, 'facts'))
      .flatMap(({ children }) => children)
      .flatMap((child) => (typeof child !== 'string' && child.name === 'p' ? [rawText(child)] : [])),
    related: linksIn(related ? [related] : [], context),
    file: path,
    at: `${path}#${article.attributes.id ?? ''}`,
  };
}

/** The section of an entry's page under one of our own headings. */
function headed(article: Element, label: string): Element | undefined {
  return findElement(
    article,
    (one) =>
      one.name === 'section' &&
      one.children.some(
        (child) => typeof child !== 'string' && child.name === 'h2' && rawText(child) === label,
      ),
  );
}

/** Where the links lead that an entry's page has to those that cite it. */
export function citedBy(root: Element, { path, root: base, labels }: HtmlContext): readonly string[] {
  const section = headed(root, labels.citedBy);
  return linksIn(section ? [section] : [], { level: 1, target: (href) => siteAddress(path, href, base) });
}

/** Where the links to the entries before and behind lead. */
export function pagerNumbers(root: Element, { path, root: base }: HtmlContext): readonly string[] {
  return ['prev', 'next'].map((rel) => {
    const link = findElement(root, (one) => one.name === 'a' && names(one, 'rel', rel));
    return link ? siteAddress(path, link.attributes.href ?? '', base) : '';
  });
}

function linksIn(elements: readonly Element[], context: MarkupContext): string[] {
  return [...allSaid(markupContent(elements, context))]
    .filter((part) => part.kind === 'link')
    .map((part) => part.detail);
}

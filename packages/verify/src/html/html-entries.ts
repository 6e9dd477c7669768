import type { Labels } from '@octavo/core';
import type { FoundEntry } from '../compare/found-entry.ts';
import { type EntryParts, entryIn } from '../compare/markup-entry.ts';
import { linksOf } from '../content/content.ts';
import { allElements, childElements, type Element, findElement, rawText } from '../markup/element.ts';
import { markupContent } from '../markup/markup-content.ts';
import { siteAddress } from './site-address.ts';

export interface HtmlContext {
  readonly path: string;
  /** The path of the site on its host. */
  readonly root: string;
  readonly labels: Labels;
}

/** The answer itself: what this edition changed in it quotes others. */
export const ANSWER = 'article > .answer';

const PARTS: EntryParts = {
  heading: '.question',
  words: '.question .words',
  answer: ANSWER,
  notice: '.notice',
  own: '.badges, .fields',
  fact: '.facts > p',
  related: '.related',
};

/** The entries on a page: the articles whose id is `q` with a number. */
export function htmlEntries(
  root: Element,
  context: HtmlContext,
): readonly { readonly found: FoundEntry; readonly article: Element }[] {
  const { path, labels } = context;
  return allElements(root, 'article.entry').map((article) => {
    const { heading, ...found } = entryIn(article, PARTS, (one) => ({
      level: Number(one?.name.slice(1) ?? 1),
      target: targetOf(context),
    }));
    const related = findElement(article, PARTS.related)
      ? found.related
      : linksUnder(article, labels.related, context);
    return {
      article,
      found: { ...found, related, file: path, at: `${path}#${article.attributes.id ?? ''}` },
    };
  });
}

/** Where the links lead that an entry's page has under one of our own headings. */
export function linksUnder(root: Element, label: string, context: HtmlContext): readonly string[] {
  const section = allElements(root, 'section').find((one) =>
    childElements(one).some((child) => child.name === 'h2' && rawText(child) === label),
  );
  return linksOf(markupContent(section ? [section] : [], { level: 1, target: targetOf(context) }));
}

/** Where the links to the entries before and behind lead. */
export function pagerNumbers(root: Element, context: HtmlContext): readonly string[] {
  return ['prev', 'next'].map((rel) => {
    const link = findElement(root, `a[rel~=${rel}]`);
    return link ? targetOf(context)(link.attributes.href ?? '') : '';
  });
}

/** Where an address on a page leads, as `site:…` or absolute. */
export function targetOf({ path, root }: HtmlContext): (href: string) => string {
  return (href) => siteAddress(path, href, root);
}

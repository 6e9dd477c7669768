import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { inOrder } from '../expected/in-order.ts';
import { plainPhrasing } from '../expected/plain-text.ts';
import { allElements, type Element, hasClass, rawText } from '../markup/element.ts';
import type { About, Findings } from './findings.ts';
import type { Target } from './target.ts';

/** A page of the glossary has every term with its definition, what it is called besides, and its entries, in the language's order. */
export function compareGlossary(
  findings: Findings,
  about: About,
  { handbook }: ExpectedBook,
  root: Element,
  target: Target,
): void {
  const names = allElements(root).filter(({ name }) => name === 'dt');
  const texts = allElements(root).filter(({ name }) => name === 'dd');
  const line = (term: string, words: string, links: readonly string[]): string =>
    MARKUP.text(`${term}: ${words} ${links.join(' ')}`).toLowerCase();
  const terms = inOrder(handbook.glossary, ({ term }) => term, handbook.language, true);
  const wanted = terms.map(({ term, definition, also, entries }) => {
    const called = also.length > 0 ? `${handbook.labels.alsoCalled} ${also.join(', ')}` : '';
    return line(
      term,
      `${plainPhrasing(definition)} ${called}`,
      entries.map((one) => `#${one}`),
    );
  });
  const found = names.map((term, at) => {
    const text = texts[at];
    const see = text && allElements(text).find((one) => hasClass(one, 'see'));
    const words = text ? allElements(text).filter((one) => one.name === 'p' && one !== see) : [];
    const links = see ? allElements(see).filter(({ name }) => name === 'a') : [];
    return line(
      rawText(term),
      words.map(termText).join(' '),
      links.map(({ attributes }) => target(attributes.href ?? '')),
    );
  });
  const whole = findings.sameList('documents', about, sorted(wanted), sorted(found), 'the glossary');
  if (whole) findings.sameList('order', about, wanted, found, 'the terms of the glossary');
}

function termText(element: Element): string {
  if (element.name === 'math') return element.attributes.alttext ?? '';
  if (element.name === 'img') return element.attributes.alt ?? '';
  return element.children.map((child) => (typeof child === 'string' ? child : termText(child))).join('');
}

function sorted(lines: readonly string[]): readonly string[] {
  return [...lines].sort();
}

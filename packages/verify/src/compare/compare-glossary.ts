import type { Target } from '../content/entry-target.ts';
import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { inOrder } from '../expected/in-order.ts';
import { shownPhrasing } from '../expected/plain-text.ts';
import { allElements, type Element, findElement, rawText } from '../markup/element.ts';
import type { Case } from './findings.ts';

/** A page of the glossary has every term with its definition, what it is called besides, and its entries, in the language's order. */
export function compareGlossary(page: Case, { handbook }: ExpectedBook, root: Element, target: Target): void {
  const texts = allElements(root, 'dd');
  const line = (term: string, words: string, links: readonly string[]): string =>
    MARKUP.text(`${term}: ${words} ${links.join(' ')}`).toLowerCase();
  const terms = inOrder(handbook.glossary, ({ term }) => term, handbook.language, true);
  const wanted = terms.map(({ term, definition, also, entries }) => {
    const called = also.length > 0 ? `${handbook.labels.alsoCalled} ${also.join(', ')}` : '';
    return line(
      term,
      `${shownPhrasing(definition)} ${called}`,
      entries.map((one) => `#${one}`),
    );
  });
  const found = allElements(root, 'dt').map((term, at) => {
    const text = texts[at];
    const see = text && findElement(text, '.see');
    const words = text ? allElements(text, 'p').filter((one) => one !== see) : [];
    const links = see ? allElements(see, 'a') : [];
    return line(
      rawText(term),
      words.map(termText).join(' '),
      links.map(({ attributes }) => target(attributes.href ?? '')),
    );
  });
  const whole = page.list('documents', sorted(wanted), sorted(found), 'the glossary');
  if (whole) page.list('order', wanted, found, 'the terms of the glossary');
}

function termText(element: Element): string {
  if (element.name === 'math') return element.attributes.alttext ?? '';
  if (element.name === 'img') return element.attributes.alt ?? '';
  return element.children.map((child) => (typeof child === 'string' ? child : termText(child))).join('');
}

function sorted(lines: readonly string[]): readonly string[] {
  return [...lines].sort();
}

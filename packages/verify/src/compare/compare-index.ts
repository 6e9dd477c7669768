import type { Target } from '../content/entry-target.ts';
import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { indexLines } from '../expected/in-order.ts';
import { childElements, type Element, matches, rawText } from '../markup/element.ts';
import type { Case } from './findings.ts';

/** A page of the index has every term, under the terms above it, with the entries it is found in, in the language's order. */
export function compareIndex(page: Case, { handbook }: ExpectedBook, root: Element, target: Target): void {
  const wanted = indexLines(handbook).flatMap(({ path, numbers }) =>
    numbers.map((number) => `${path.map(MARKUP.text).join(' › ')} → #${number}`),
  );
  const found: string[] = [];
  visit(root, []);
  const known = new Set(wanted);
  const missing = wanted.find((one) => !found.includes(one));
  const extra = found.find((one) => !known.has(one));
  const reason = missing === undefined ? `the index has “${extra}” too much` : `the index lacks “${missing}”`;
  const same = missing === undefined && extra === undefined;
  page.holds('documents', same, missing ?? '', extra ?? '', reason);
  if (same) page.list('order', wanted, found, 'the lines of the index');

  function visit(element: Element, above: readonly string[]): void {
    const path = matches(element, 'li:not(:has(> a[href^="#_letter"]))')
      ? [...above, termOf(element)]
      : above;
    for (const child of childElements(element)) {
      const to = child.name === 'a' && path.length > 0 ? target(child.attributes.href ?? '') : '';
      if (to.startsWith('#') && !matches(child, '.see')) found.push(`${path.join(' › ')} → ${to}`);
      visit(child, path);
    }
  }
}

/** The words of a line before its numbers and the lines under it. */
function termOf(item: Element): string {
  let words = '';
  for (const child of item.children) {
    if (typeof child !== 'string' && matches(child, 'a, ul, ol')) break;
    words += typeof child === 'string' ? child : rawText(child);
  }
  return MARKUP.text(words).replace(/,$/, '').trim();
}

import { MARKUP } from '../content/normalise.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { indexLines } from '../expected/in-order.ts';
import { type Element, hasClass, rawText } from '../markup/element.ts';
import type { About, Findings } from './findings.ts';
import type { Target } from './target.ts';

/** A page of the index has every term, under the terms above it, with the entries it is found in, in the language's order. */
export function compareIndex(
  findings: Findings,
  about: About,
  { handbook }: ExpectedBook,
  root: Element,
  target: Target,
): void {
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
  findings.holds('documents', about, same, missing ?? '', extra ?? '', reason);
  if (same) findings.sameList('order', about, wanted, found, 'the lines of the index');

  function visit(element: Element, above: readonly string[]): void {
    const item =
      element.name === 'li' &&
      !element.children.some(
        (one) =>
          typeof one !== 'string' && one.name === 'a' && (one.attributes.href ?? '').startsWith('#_letter'),
      );
    const path = item ? [...above, termOf(element)] : above;
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const to = child.name === 'a' && path.length > 0 ? target(child.attributes.href ?? '') : '';
      if (to.startsWith('#') && !hasClass(child, 'see')) found.push(`${path.join(' › ')} → ${to}`);
      visit(child, path);
    }
  }
}

/** The words of a line before its numbers and the lines under it. */
function termOf(item: Element): string {
  let words = '';
  for (const child of item.children) {
    if (typeof child !== 'string' && (child.name === 'a' || child.name === 'ul' || child.name === 'ol'))
      break;
    words += typeof child === 'string' ? child : rawText(child);
  }
  return MARKUP.text(words).replace(/,$/, '').trim();
}

import type { ContentsLine } from '../expected/expected-contents.ts';
import { allElements, type Element, findElement, hasClass, rawText } from '../markup/element.ts';
import type { HtmlContext } from './html-entries.ts';
import { siteAddress } from './site-address.ts';

/** The lines of the table of contents, which is the front page's own part; places not resolved yet. */
export function contentsLines(root: Element, { path, root: base }: HtmlContext): readonly ContentsLine[] {
  const nav = findElement(root, (one) => one.name === 'main');
  if (!nav) return [];
  return allElements(nav).flatMap((one): ContentsLine[] => {
    if (one.name === 'a')
      return [{ text: lineOf(one), target: siteAddress(path, one.attributes.href ?? '', base) }];
    return hasClass(one, 'part') ? [{ text: rawText(one), target: '' }] : [];
  });
}

/** Number and question, without a mark behind them. */
function lineOf(link: Element): string {
  const parts = allElements(link).filter((one) => hasClass(one, 'number') || hasClass(one, 'words'));
  return parts.length === 0 ? rawText(link) : parts.map(rawText).join(' ');
}

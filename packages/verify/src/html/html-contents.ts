import type { ContentsLine } from '../expected/expected-contents.ts';
import { allElements, type Element, findElement, rawText } from '../markup/element.ts';
import { type HtmlContext, targetOf } from './html-entries.ts';

/** The lines of the table of contents, which is the front page's own part; places not resolved yet. */
export function contentsLines(root: Element, context: HtmlContext): readonly ContentsLine[] {
  const main = findElement(root, 'main');
  return (main ? allElements(main, 'a, .part', '.group') : []).map((one) =>
    one.name === 'a'
      ? { text: lineOf(one), target: targetOf(context)(one.attributes.href ?? '') }
      : { text: rawText(one), target: '' },
  );
}

/** Number and question, without a mark behind them. */
function lineOf(link: Element): string {
  const parts = allElements(link, '.number, .words');
  return parts.length === 0 ? rawText(link) : parts.map(rawText).join(' ');
}

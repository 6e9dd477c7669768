import type { Labels } from '@octavo/core';
import { allElements, childElements, type Element, matches, rawText } from './element.ts';

/**
 * Takes from a document, in place, what its edits are called: the words "[Inserted: " and "]" that only assistive
 * technology reads. Any other words that are not seen stay, to be found. A list of changes keeps them, since it
 * quotes.
 */
export function withoutEditWords(root: Element, { inserted, deleted }: Labels): Element {
  const words = { ins: `[${inserted}: `, del: `[${deleted}: ` };
  for (const edit of allElements(root, 'ins.edit, del.edit')) {
    if (edit.parent && matches(edit.parent, '.passage')) continue;
    const children = edit.children as (Element | string)[];
    const [first, last] = [children[0], children.at(-1)];
    const said = words[edit.name as keyof typeof words];
    if (isUnseen(first, said) && isUnseen(last, ']'))
      children.splice(0, children.length, ...children.slice(1, -1));
  }
  return root;
}

function isUnseen(child: Element | string | undefined, words: string): boolean {
  return (
    typeof child === 'object' &&
    matches(child, 'span.unseen') &&
    childElements(child).length === 0 &&
    rawText(child) === words
  );
}

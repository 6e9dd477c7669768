import type { Element, Root } from 'hast';
import { hasClass } from '../html/classes.ts';
import { wordsOf } from '../html/words-of.ts';

/** Makes captions of the paragraphs that Word sets as such: of the table below or above, or of the picture. */
export function settleCaptions(page: Root): void {
  const blocks = page.children.filter((node) => node.type === 'element');
  const gone = new Set<Element>();
  for (const [at, node] of blocks.entries()) {
    if (!isCaption(node)) continue;
    const [before, after] = [blocks[at - 1], blocks[at + 1]];
    const table = [after, before].find((one) => one?.tagName === 'table' && !hasCaption(one));
    const picture = [before, after].find((one) => one !== undefined && isPicture(one));
    if (table && !picture) {
      table.children.unshift({ ...node, tagName: 'caption', properties: {} });
      gone.add(node);
    } else if (picture) {
      picture.tagName = 'figure';
      picture.children.push({ ...node, tagName: 'figcaption', properties: {} });
      gone.add(node);
    }
  }
  page.children = page.children.filter((node) => node.type !== 'element' || !gone.has(node));
}

function isCaption(node: Element): boolean {
  return node.tagName === 'p' && hasClass(node, 'caption');
}

function hasCaption({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && child.tagName === 'caption');
}

/** A paragraph of one picture and nothing else. */
function isPicture(node: Element): boolean {
  const [only, ...others] = node.children;
  const isAlone = only?.type === 'element' && only.tagName === 'img' && others.length === 0;
  return node.tagName === 'p' && isAlone && wordsOf(node).trim() === '';
}

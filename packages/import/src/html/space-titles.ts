import type { Root } from 'hast';
import { firstText } from './program-markup.ts';
import { eachHtml } from './to-mdast.ts';
import { firstIn, wordsOf } from './words-of.ts';

/**
 * Confluence sets the name of the space before each title, "Rowing : Boats". Leaves it out of the page's own title
 * and of those of linked pages, in place, and returns the title of the window without it.
 */
export function withoutSpace(
  tree: Root,
  title: string | undefined,
  leave: (text: string, line: number) => void,
): string | undefined {
  const element = firstIn(tree, ({ properties }) => properties.id === 'title-text');
  const [before] = /^(?:.*? : |Space Details:)/.exec(element ? wordsOf(element).trim() : '') ?? [];
  if (before === undefined) return title;
  eachHtml(tree, (node) => {
    if (node !== element && (node.type !== 'element' || node.tagName !== 'a')) return;
    const text = firstText(node.children);
    if (!text?.value.trimStart().startsWith(before)) return;
    text.value = text.value.trimStart().slice(before.length);
    leave(before, node.position?.start.line ?? 1);
  });
  return title?.startsWith(before) ? title.slice(before.length) : title;
}

import type { PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { parseMarkdown, parseWritten } from '../markdown/parse.ts';

/** Directives that a handbook has. */
const DIRECTIVES = /^(?:note|tip|warning|span)$/;

/** Any other directive of a tree is prose that its author wrote, such as `10:30`, and stays letter for letter as it is in the text that the tree was read from. */
export function keepProse(tree: Root, text: string): void {
  visit(tree, (node, index, parent) => {
    if (!node.type.endsWith('Directive') || !parent || index === undefined) return undefined;
    if ('name' in node && DIRECTIVES.test(String(node.name))) return undefined;
    const value = text.slice(node.position?.start.offset, node.position?.end.offset);
    parent.children[index] = { type: 'html', value };
    return SKIP;
  });
}

/** Reads a line of Markdown as inline content. Conditions and snippets in it stay as they are written; others have no directives in a line. */
export function inlineWritten(line: string): PhrasingContent[] {
  const tree = (/:(?:only|snippet)\b/.test(line) ? parseWritten(line) : undefined) ?? parseMarkdown(line);
  keepProse(tree, line);
  const [first] = tree.children;
  return first?.type === 'paragraph' ? first.children : [{ type: 'text', value: line }];
}

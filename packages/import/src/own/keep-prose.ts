import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

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

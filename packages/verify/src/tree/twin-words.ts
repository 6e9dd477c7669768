import type { List, ListItem, Nodes, RootContent } from 'mdast';
// This import declares the nodes that directives add to mdast.
import type {} from 'mdast-util-directive';

/** Directives that are marks; what looks like any other is text. */
const MARKS: ReadonlySet<string> = new Set(['span', 'note', 'tip', 'warning']);

/**
 * What Markdown says without its marks and the targets of its links; `unsaid`: titles of pictures that are not shown.
 */
export function twinWords(nodes: readonly Nodes[], unsaid: ReadonlySet<string>): string {
  return nodes.map((node) => words(node, unsaid)).join(' ');
}

function words(node: Nodes, unsaid: ReadonlySet<string>): string {
  if (node.type === 'html') return node.value.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' ');
  if ('value' in node) return node.value;
  if (node.type === 'image')
    return `${node.alt ?? ''} ${unsaid.has(node.title ?? '') ? '' : (node.title ?? '')}`;
  if (node.type === 'list')
    return node.children.map((item, at) => `${numberOf(node, at)} ${words(item, unsaid)}`).join(' ');
  const said = 'children' in node ? twinWords(node.children, unsaid) : '';
  const isMark = !('name' in node) || MARKS.has(node.name);
  return isMark
    ? said
    : `${node.name} ${said} ${Object.entries(node.attributes ?? {})
        .flat()
        .join(' ')}`;
}

/** What stands before each item of a list: its number or a bullet, and the state of its task. */
export function twinSigns(nodes: readonly RootContent[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'list') return 'children' in node ? twinSigns(node.children) : [];
    return node.children.flatMap((item, at) => [
      `${numberOf(node, at) || '•'}${stateOf(item)}`,
      ...twinSigns(item.children),
    ]);
  });
}

function numberOf({ ordered, start }: List, at: number): string {
  return ordered ? `${(start ?? 1) + at}` : '';
}

function stateOf({ checked }: ListItem): string {
  if (typeof checked !== 'boolean') return '';
  return checked ? ' done' : ' open';
}

import type { AnswerNode, Block, FootnoteDefinition, ListItem, Phrasing, TableRow } from '@octavo/core';

/**
 * Returns nodes without accidents of source formatting, as the fingerprint sees them: white space in running
 * text is one space, a list is loose only if an item has several blocks, and footnotes are named by their
 * index. Reformatting a source therefore changes no byte of its data.
 */
export function blockForm(nodes: readonly Block[]): readonly Block[] {
  return nodes.map((node) => form(node) as Block);
}

export function phrasingForm(nodes: readonly Phrasing[]): readonly Phrasing[] {
  return nodes.map((node) => form(node) as Phrasing);
}

export function footnoteForm(notes: readonly FootnoteDefinition[]): readonly FootnoteDefinition[] {
  return notes.map((node) => form(node) as FootnoteDefinition);
}

function form(node: AnswerNode): AnswerNode {
  switch (node.type) {
    case 'text':
      return { ...node, value: node.value.replace(/[ \t\r\n]+/g, ' ') };
    case 'footnoteReference':
      return { ...node, identifier: String(node.index) };
    case 'footnoteDefinition':
      return { ...node, identifier: String(node.index), children: blockForm(node.children) };
    case 'list': {
      const spread = node.children.some(isLoose);
      return {
        ...node,
        spread,
        children: node.children.map((item) => ({ ...(form(item) as ListItem), spread })),
      };
    }
    case 'table':
      return {
        ...node,
        ...(node.caption ? { caption: phrasingForm(node.caption) } : {}),
        children: node.children.map((row) => form(row) as TableRow),
      };
    case 'details':
      return { ...node, summary: phrasingForm(node.summary), children: blockForm(node.children) };
    case 'admonition':
      return {
        ...node,
        ...(node.title ? { title: phrasingForm(node.title) } : {}),
        children: blockForm(node.children),
      };
    default:
      // A mapped child has its parent's child type: `form` never changes a node's type.
      return 'children' in node ? ({ ...node, children: node.children.map(form) } as AnswerNode) : node;
  }
}

function isLoose(item: ListItem): boolean {
  return item.children.filter((child) => child.type !== 'list').length > 1;
}

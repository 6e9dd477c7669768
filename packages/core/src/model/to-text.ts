import type { AnswerNode, List, ListItem } from './answer.ts';

/**
 * The plain text of nodes as a reader of the page has it: blocks apart by a newline, table cells by
 * a tab, code and TeX as written, images by their alternative text, footnote marks left out; an item of
 * an ordered list behind its number, a clause behind its label.
 */
export function toText(nodes: readonly AnswerNode[]): string {
  return nodes.map(textOfNode).join(isBlock(nodes[0]) ? '\n' : '');
}

function textOfNode(node: AnswerNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'code':
    case 'math':
      return node.value;
    case 'break':
      return '\n';
    case 'thematicBreak':
    case 'footnoteReference':
      return '';
    case 'image':
      return node.alt;
    case 'figure':
      return [node.image.alt, node.caption].filter(Boolean).join('\n');
    case 'details':
      return [toText(node.summary), toText(node.children)].filter(Boolean).join('\n');
    case 'admonition':
      return [node.title ? toText(node.title) : '', toText(node.children)].filter(Boolean).join('\n');
    case 'tableRow':
      return node.children.map((cell) => toText(cell.children)).join('\t');
    case 'table':
      return node.children.map(textOfNode).join('\n');
    case 'list':
      return textOfList(node);
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
    case 'crossReference':
    case 'span':
    case 'subscript':
    case 'superscript':
    case 'keyboard':
    case 'abbreviation':
    case 'paragraph':
    case 'heading':
    case 'blockquote':
    case 'listItem':
    case 'tableCell':
    case 'footnoteDefinition':
      return toText(node.children);
  }
}

function textOfList({ ordered, labelled, start = 1, children }: List): string {
  const label = (item: ListItem, at: number) =>
    labelled ? (item.label ?? '') : ordered ? `${start + at}.` : '';
  return children.map((item, at) => `${label(item, at)} ${textOfNode(item)}`.trim()).join('\n');
}

const BLOCKS: ReadonlySet<AnswerNode['type'] | undefined> = new Set([
  'paragraph',
  'heading',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'code',
  'table',
  'tableRow',
  'math',
  'admonition',
  'figure',
  'details',
  'footnoteDefinition',
] as const);

function isBlock(node: AnswerNode | undefined): boolean {
  return BLOCKS.has(node?.type);
}

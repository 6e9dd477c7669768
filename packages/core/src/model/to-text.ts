import type { AnswerNode, List, ListItem } from './answer.ts';

/**
 * The plain text of nodes as a reader of the page has it: blocks apart by a newline, table cells by
 * a tab, code and TeX as written, images by their alternative text, footnote marks left out; an item of
 * an ordered list behind its number, a clause behind its label, a figure with its number. Of a redlined text, what
 * was deleted is left out.
 */
export function toText(nodes: readonly AnswerNode[]): string {
  return kept(nodes)
    .map(textOfNode)
    .join(isBlock(nodes[0]) ? '\n' : '');
}

/** Without items, rows and notes that were deleted as a whole. */
function kept<Node extends AnswerNode>(nodes: readonly Node[]): readonly Node[] {
  return nodes.filter((node) => !('edited' in node && node.edited === 'deleted'));
}

function textOfNode(node: AnswerNode): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'code':
      return node.value;
    case 'math':
      return withNumber(node.value, node.numbered, 'behind');
    case 'break':
      return '\n';
    case 'thematicBreak':
    case 'footnoteReference':
      return '';
    case 'image':
      return node.alt;
    case 'figure':
      return [node.image.alt, withNumber(node.caption, node.numbered)].filter(Boolean).join('\n');
    case 'details':
      return [toText(node.summary), toText(node.children)].filter(Boolean).join('\n');
    case 'admonition':
      return [node.title ? toText(node.title) : '', toText(node.children)].filter(Boolean).join('\n');
    case 'tableRow':
      return node.children.map((cell) => toText(cell.children)).join('\t');
    case 'table':
      return [withNumber(toText(node.caption ?? []), node.numbered), ...kept(node.children).map(textOfNode)]
        .filter((line, at) => at > 0 || line !== '')
        .join('\n');
    case 'editText':
    case 'editFlow':
      return node.kind === 'deleted' ? '' : toText(node.children);
    case 'heading':
      return withNumber(toText(node.children), node.numbered);
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
    case 'blockquote':
    case 'listItem':
    case 'tableCell':
    case 'footnoteDefinition':
      return toText(node.children);
  }
}

function withNumber(text: string, numbered = '', where: 'before' | 'behind' = 'before'): string {
  return (where === 'before' ? `${numbered} ${text}` : `${text} ${numbered}`).trim();
}

function textOfList({ ordered, labelled, start = 1, children }: List): string {
  const label = (item: ListItem, at: number) =>
    labelled ? (item.label ?? '') : ordered ? `${start + at}.` : '';
  return kept(children)
    .map((item, at) => `${label(item, at)} ${textOfNode(item)}`.trim())
    .join('\n');
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
  'editFlow',
  'footnoteDefinition',
] as const);

function isBlock(node: AnswerNode | undefined): boolean {
  return BLOCKS.has(node?.type);
}

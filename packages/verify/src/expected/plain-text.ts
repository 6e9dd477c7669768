import type { AnswerNode, Entry, Phrasing } from '@octavo/core';

/**
 * What an answer says without any markup, as JSON-LD's `text` has it: the answer, then its notes;
 * a box by its author's own title only, an item of a numbered list behind its number, a clause behind its label, a figure behind
 * its number.
 */
export function plainAnswer({ answer, footnotes }: Pick<Entry, 'answer' | 'footnotes'>): string {
  return [...answer, ...footnotes].map(plain).join('\n');
}

/** Running text without markup. */
export function plainPhrasing(nodes: readonly AnswerNode[]): string {
  return nodes.map(plain).join('');
}

/** Running text as it is shown: of a redlined text, the words of both editions. */
export function shownPhrasing(nodes: readonly Phrasing[]): string {
  return nodes.map((node) => ('children' in node ? shownPhrasing(node.children) : plain(node))).join('');
}

function plain(node: AnswerNode): string {
  // A redlined text says this edition's words where it is plain.
  if ('kind' in node && node.kind === 'deleted') return '';
  if ('edited' in node && node.edited === 'deleted') return '';
  const number = 'numbered' in node && node.type !== 'crossReference' ? `${node.numbered} ` : '';
  if (node.type === 'math') return `${node.value} ${number}\n`;
  if ('value' in node) return node.type === 'code' ? `${node.value}\n` : node.value;
  if (node.type === 'break') return '\n';
  if (node.type === 'image') return node.alt;
  if (node.type === 'figure') return `${node.image.alt}\n${number}${node.caption}\n`;
  if (node.type === 'list' && node.ordered)
    return node.children
      .filter(({ edited }) => edited !== 'deleted')
      .map((item, at) => `${item.label ?? `${(node.start ?? 1) + at}.`} ${plain(item)}\n`)
      .join('');
  const own = 'children' in node ? node.children.map(plain).join('') : '';
  if (node.type === 'table') return `${number}${(node.caption ?? []).map(plain).join('')}\n${own}\n`;
  if (node.type === 'details') return `${node.summary.map(plain).join('')}\n${own}`;
  if (node.type === 'admonition') return `${(node.title ?? []).map(plain).join('')}\n${own}`;
  return BLOCKS.has(node.type) ? `${number}${own}\n` : own;
}

const BLOCKS: ReadonlySet<AnswerNode['type']> = new Set([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'footnoteDefinition',
] as const);

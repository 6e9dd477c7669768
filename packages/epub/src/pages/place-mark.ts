import { type AnswerNode, type Block, childrenOf, type Phrasing, toText } from '@octavo/core';
import { pageMark } from './page-mark.ts';

/**
 * Puts the mark of a page break into a tree. `path` are child indexes in the order of core's `childrenOf`,
 * from `blocks` down to any node; `offset` counts UTF-16 units of that node's text. A path beyond the end
 * puts the mark after the last block. Returns a new tree.
 */
export function placeMark(
  blocks: readonly Block[],
  path: readonly number[],
  offset: number,
  index: number,
): readonly Block[] {
  return among(blocks, path, offset, pageMark(index)) as readonly Block[];
}

function among(
  nodes: readonly AnswerNode[],
  path: readonly number[],
  offset: number,
  mark: string,
): readonly AnswerNode[] {
  const [position = 0, ...rest] = path;
  const node = nodes[position];
  if (!node) return [...nodes, paragraph(mark)];
  // A figure is never split: no page begins inside it.
  const placed =
    rest.length > 0 && node.type !== 'figure'
      ? [withChildren(node, among(childrenOf(node), rest, offset, mark))]
      : at(node, offset, mark);
  return nodes.toSpliced(position, 1, ...placed);
}

/** Puts the mark at an offset in the text of a node, or before a node that has no text. */
function at(node: AnswerNode, offset: number, mark: string): readonly AnswerNode[] {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return [{ ...node, value: splice(node.value, offset, mark) }];
    case 'math':
    case 'thematicBreak':
    case 'figure':
      return [paragraph(mark), node];
    case 'inlineMath':
    case 'image':
    case 'break':
    case 'footnoteReference':
      return [{ type: 'text', value: mark }, node];
    default:
      return [withChildren(node, atOffset(childrenOf(node), offset, mark))];
  }
}

function atOffset(children: readonly AnswerNode[], offset: number, mark: string): readonly AnswerNode[] {
  let left = offset;
  for (const [position, child] of children.entries()) {
    const length = toText([child]).length + (isPhrasing(child) ? 0 : 1);
    if (left < length || position === children.length - 1) {
      return children.toSpliced(position, 1, ...at(child, left, mark));
    }
    left -= length;
  }
  return [{ type: 'text', value: mark }];
}

function withChildren(node: AnswerNode, children: readonly AnswerNode[]): AnswerNode {
  // The inserted mark stays on its own side of a node that has two lists of children.
  if (node.type === 'table') {
    const caption = children.filter(isPhrasing);
    const rows = children.filter((child) => child.type === 'tableRow');
    return { ...node, ...(caption.length > 0 ? { caption } : {}), children: rows };
  }
  if (node.type === 'details' || node.type === 'admonition') {
    const head = children.filter(isPhrasing);
    const body = children.filter((child) => !isPhrasing(child)) as readonly Block[];
    return node.type === 'details'
      ? { ...node, summary: head, children: body }
      : { ...node, ...(head.length > 0 ? { title: head } : {}), children: body };
  }
  return { ...node, children } as AnswerNode;
}

const PHRASING: ReadonlySet<string> = new Set<Phrasing['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'link',
  'crossReference',
  'image',
  'footnoteReference',
  'inlineMath',
  'span',
  'subscript',
  'superscript',
  'keyboard',
  'abbreviation',
  'editText',
]);

function isPhrasing(node: AnswerNode): node is Phrasing {
  return PHRASING.has(node.type);
}

function paragraph(mark: string): Block {
  return { type: 'paragraph', children: [{ type: 'text', value: mark }] };
}

/** A mark never separates the two halves of a character outside the BMP. */
function splice(text: string, offset: number, mark: string): string {
  const low = text.charCodeAt(offset);
  const place = low >= 0xdc00 && low <= 0xdfff ? offset - 1 : offset;
  return text.slice(0, place) + mark + text.slice(place);
}

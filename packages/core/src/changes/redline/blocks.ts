import type { Block, Code, EditKind, List, ListItem, Phrasing, Table, TableRow } from '../../model/answer.ts';
import { toText } from '../../model/to-text.ts';
import { ALIKE, align, type Pair } from '../align.ts';
import { likeness } from '../same-question.ts';
import { redlineCode } from './code.ts';
import { formOf } from './form.ts';
import { redlinePhrasing } from './phrasing.ts';

/** Something that one edition has, or both. */
interface Part<Node> {
  readonly kind?: EditKind;
  readonly node: Node;
}

/**
 * Returns blocks with their edits. Blocks that say much the same are one block, with edits in it; every other block
 * was deleted or inserted as a whole.
 */
export function redlineBlocks(before: readonly Block[], after: readonly Block[]): readonly Block[] {
  const parts = partsOf(before, after, redlineBlock, likenessOf);
  const nodes: Block[] = [];
  for (const { kind, node } of parts) {
    const last = nodes.at(-1);
    if (kind === undefined) nodes.push(node);
    else if (last?.type === 'editFlow' && last.kind === kind)
      nodes[nodes.length - 1] = { ...last, children: [...last.children, node] };
    else nodes.push({ type: 'editFlow', kind, children: [node] });
  }
  return nodes;
}

/** Pairs nodes, and makes one of each pair where `merge` can. Between two nodes of both, what was deleted comes first. */
function partsOf<Node extends Block | ListItem | TableRow>(
  before: readonly Node[],
  after: readonly Node[],
  merge: (before: Node, after: Node) => Node | undefined,
  alike: (before: Node, after: Node) => number,
): readonly Part<Node>[] {
  const parts: Part<Node>[] = [];
  let inserted: Part<Node>[] = [];
  for (const pair of align(before, after, { keyOf: formOf, likeness: alike })) {
    const both = mergedOf(pair, merge, alike);
    if (both) {
      parts.push(...inserted, { node: both });
      inserted = [];
      continue;
    }
    if (pair.before) parts.push({ kind: 'deleted', node: pair.before });
    if (pair.after) inserted.push({ kind: 'inserted', node: pair.after });
  }
  return [...parts, ...inserted];
}

function mergedOf<Node extends Block | ListItem | TableRow>(
  { before, after }: Pair<Node>,
  merge: (before: Node, after: Node) => Node | undefined,
  alike: (before: Node, after: Node) => number,
): Node | undefined {
  if (!before || !after || (formOf(before) !== formOf(after) && alike(before, after) < ALIKE))
    return undefined;
  return merge(before, after);
}

/** How much two blocks share; nothing, where one cannot become the other. */
function likenessOf(before: Block, after: Block): number {
  if (shellOf(before) !== shellOf(after)) return 0;
  return before.type === 'figure' || before.type === 'math' ? 1 : likeness(toText([before]), toText([after]));
}

/** What two blocks must have in common to be one: everything but the words. */
function shellOf(block: Block): string {
  switch (block.type) {
    case 'figure':
      // The image repeats the caption as its title.
      return formOf({ ...block, caption: '', image: { ...block.image, title: '' } });
    case 'code':
      return formOf({ ...block, value: '' });
    case 'table':
      return `${block.type} ${block.children[0]?.children.length}`;
    case 'details':
      return block.type;
    case 'admonition':
      return `${block.type} ${block.kind}`;
    default:
      return formOf('children' in block ? ({ ...block, children: [] } as Block) : block);
  }
}

/** One block of two that have the same shell; undefined where they cannot be one. */
function redlineBlock(before: Block, after: Block): Block | undefined {
  if (shellOf(before) !== shellOf(after)) return undefined;
  const node = { ...after, ...numberBefore(before, after) } as Block;
  const was = before as never;
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return { ...node, children: redlinePhrasing((was as typeof node).children, node.children) };
    case 'blockquote':
      return { ...node, children: redlineBlocks((was as typeof node).children, node.children) };
    case 'details':
      return {
        ...node,
        summary: redlinePhrasing((was as typeof node).summary, node.summary),
        children: redlineBlocks((was as typeof node).children, node.children),
      };
    case 'admonition':
      return {
        ...node,
        ...some('title', redlinePhrasing((was as typeof node).title ?? [], node.title ?? [])),
        children: redlineBlocks((was as typeof node).children, node.children),
      };
    case 'list':
      return redlineList(was, node);
    case 'table':
      return redlineTable(was, node);
    case 'code':
      return redlineCode(was as Code, node);
    case 'figure': {
      const { caption } = was as typeof node;
      return caption === node.caption
        ? node
        : { ...node, edits: redlinePhrasing([textNode(caption)], [textNode(node.caption)]) };
    }
    default:
      return node;
  }
}

function textNode(value: string): Phrasing {
  return { type: 'text', value };
}

function some<Key extends string>(
  key: Key,
  nodes: readonly Phrasing[],
): { [Name in Key]?: readonly Phrasing[] } {
  return nodes.length === 0 ? {} : ({ [key]: nodes } as { [Name in Key]?: readonly Phrasing[] });
}

/** The number or label that a part had, where it has another. */
function numberBefore(before: Block | ListItem, after: Block | ListItem): { readonly before?: string } {
  const of = (node: object) =>
    (node as { numbered?: string }).numbered ?? (node as { label?: string }).label ?? '';
  const [old, now] = [of(before), of(after)];
  return old === now || old === '' || now === '' ? {} : { before: old };
}

function redlineList(before: List, after: List): List {
  const merge = (was: ListItem, now: ListItem): ListItem | undefined =>
    was.checked === now.checked && (was.label === undefined) === (now.label === undefined)
      ? { ...now, ...numberBefore(was, now), children: redlineBlocks(was.children, now.children) }
      : undefined;
  return { ...after, children: marked(partsOf(before.children, after.children, merge, alikeWords)) };
}

function redlineTable(before: Table, after: Table): Table {
  const [oldHead, ...old] = before.children;
  const [head, ...rows] = after.children;
  const merge = (was: TableRow, now: TableRow): TableRow | undefined =>
    was.children.length === now.children.length
      ? {
          ...now,
          children: now.children.map((cell, at) => ({
            ...cell,
            children: redlinePhrasing(was.children[at]?.children ?? [], cell.children),
          })),
        }
      : undefined;
  const first = oldHead && head && merge(oldHead, head);
  return {
    ...after,
    ...some('caption', redlinePhrasing(before.caption ?? [], after.caption ?? [])),
    children: [...(first ? [first] : []), ...marked(partsOf(old, rows, merge, alikeWords))],
  };
}

function alikeWords(before: ListItem | TableRow, after: ListItem | TableRow): number {
  return likeness(toText([before]), toText([after]));
}

function marked<Node extends ListItem | TableRow>(parts: readonly Part<Node>[]): readonly Node[] {
  return parts.map(({ kind, node }) => (kind === undefined ? node : { ...node, edited: kind }));
}

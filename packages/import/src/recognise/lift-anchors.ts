import type { Nodes, Parents, RootContent } from 'mdast';
import { isAnchor } from '../model/nodes.ts';

export interface Lifted {
  readonly blocks: RootContent[];
  /** The ids that stood in or right before each block. */
  readonly anchors: ReadonlyMap<RootContent, readonly string[]>;
}

/** Takes the anchors out of blocks and remembers them by block; those that stand alone go to the next block. */
export function anchorsToBlocks(blocks: readonly RootContent[]): Lifted {
  const kept: RootContent[] = [];
  const anchors = new Map<RootContent, readonly string[]>();
  let waiting: string[] = [];
  for (const block of blocks) {
    const own: string[] = [];
    const next: string[] = [];
    if (isAnchor(block)) {
      waiting.push(String(block.attributes?.id ?? ''));
      continue;
    }
    const had = 'children' in block && block.children.length > 0;
    // What stands at the end of a paragraph is before the next block: old pages name a place so.
    if (block.type === 'paragraph') next.push(...trailing(block as Parents));
    if ('children' in block) take(block as Parents, own);
    if (had && isEmpty(block) && own.length + next.length > 0) {
      waiting.push(...own, ...next);
      continue;
    }
    if (waiting.length + own.length > 0) anchors.set(block, [...waiting, ...own]);
    waiting = next;
    kept.push(block);
  }
  const last = kept.at(-1);
  if (waiting.length > 0 && last) anchors.set(last, [...(anchors.get(last) ?? []), ...waiting]);
  return { blocks: kept, anchors };
}

/** Takes the anchors at the end of a paragraph that has text before them. */
function trailing(parent: Parents): string[] {
  const children = parent.children as Nodes[];
  let end = children.length;
  const blank = (node: Nodes | undefined) =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
  while (end > 0 && (blank(children[end - 1]) || isAnchor(children[end - 1] as Nodes))) end--;
  if (end === 0 || end === children.length) return [];
  const tail = children.slice(end);
  const ids = tail.flatMap((node) => (isAnchor(node) ? [String(node.attributes?.id ?? '')] : []));
  if (ids.length > 0)
    parent.children = [
      ...children.slice(0, end),
      ...tail.filter((node) => !isAnchor(node)),
    ] as typeof parent.children;
  return ids;
}

function take(parent: Parents, found: string[]): void {
  const before = parent.children.length;
  const kept: Nodes[] = [];
  for (const child of parent.children as Nodes[]) {
    if (isAnchor(child)) {
      found.push(String(child.attributes?.id ?? ''));
      continue;
    }
    if ('children' in child) {
      const had = child.children.length > 0;
      const count = found.length;
      take(child, found);
      if (had && found.length > count && isEmpty(child)) continue;
    }
    kept.push(child);
  }
  if (kept.length !== before) parent.children = kept as typeof parent.children;
}

function isEmpty(node: Nodes): boolean {
  if (node.type === 'tableCell') return false;
  return (
    'children' in node && node.children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}

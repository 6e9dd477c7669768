import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { place } from '../model/place.ts';

const BULLET = /^(\s*)([-*•·‣◦▪o+])\s+(?=\S)/;

/** Whether a line begins a list item. */
export function isBullet(line: string): boolean {
  return BULLET.test(line);
}

interface Item {
  readonly indent: number;
  readonly lines: string[];
  readonly line: number;
}

/** The list that a run of lines is; deeper bullets nest. `offset` is the 0-based line of the first. */
export function listOf(run: readonly string[], offset: number): RootContent[] {
  const items: Item[] = [];
  run.forEach((line, at) => {
    const [mark = '', space = ''] = BULLET.exec(line) ?? [];
    if (mark !== '')
      items.push({
        indent: space.replaceAll('\t', '        ').length,
        lines: [line.slice(mark.length).trim()],
        line: offset + at + 1,
      });
    else items.at(-1)?.lines.push(line.trim());
  });
  return nest(items);
}

/** Deeper lists show nothing more on a page: their items become those of the last list that still nests. */
const MAX_DEPTH = 40;

function nest(items: readonly Item[]): List[] {
  const root = emptyList(items[0]?.line ?? 1);
  const open: { readonly indent: number; readonly node: ListItem }[] = [];
  for (const { indent, lines, line } of items) {
    while (open.length >= MAX_DEPTH || (open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const text: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: lines.join('\n') }] };
    const node = place<ListItem>({ type: 'listItem', spread: false, children: [place(text, line)] }, line);
    innerList(open.at(-1)?.node, root, line).children.push(node);
    open.push({ indent, node });
  }
  return [root];
}

/** The list that an item's own items stand in; begun on `line` if there is none yet. */
function innerList(parent: ListItem | undefined, root: List, line: number): List {
  if (!parent) return root;
  const last = parent.children.at(-1);
  if (last?.type === 'list') return last;
  const list = emptyList(line);
  parent.children.push(list);
  return list;
}

function emptyList(line: number): List {
  return place({ type: 'list', ordered: false, spread: false, children: [] }, line);
}

import type { List, ListItem, RootContent } from 'mdast';

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

function nest(items: readonly Item[]): List[] {
  const base = items.reduce((least, { indent }) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const groups: { item: Item; inner: Item[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && item.indent > Math.max(base, last.item.indent)) last.inner.push(item);
    else groups.push({ item, inner: [] });
  }
  const children = groups.map(
    ({ item, inner }): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [{ type: 'text', value: item.lines.join('\n') }],
          position: at(item.line),
        },
        ...(inner.length > 0 ? nest(inner) : []),
      ],
      position: at(item.line),
    }),
  );
  return [{ type: 'list', ordered: false, spread: false, children, position: at(items[0]?.line ?? 1) }];
}

function at(line: number) {
  return { start: { line, column: 1 }, end: { line, column: 1 } };
}

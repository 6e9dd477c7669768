import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { Item, LinkArea } from '../display/display-list.ts';
import type { SetLine } from '../text/set-line.ts';

/** This is what a composed element, or a leaf of one, draws, relative to its own top left corner. */
export interface Leaf {
  readonly height: number;
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
  readonly notes: readonly string[];
  readonly baseline?: number;
}

/** A leaf travels in this prop. The reconciler and the layout keep props that they do not know. */
export const LEAF = 'data-leaf';

/** Makes an element of set text, as high as its lines and as wide as its parent. `gap` is the space below it. */
export function SetLines({ lines, gap = 0 }: { lines: readonly SetLine[]; gap?: number }): ReactElement {
  return <Drawn leaf={stack(lines)} gap={lines.length > 0 ? gap : 0} />;
}

/** Makes an element of anything that is already drawn. `gap` is the space below it. */
export function Drawn({ leaf, gap = 0, width }: { leaf: Leaf; gap?: number; width?: number }): ReactElement {
  const props = { [LEAF]: leaf };
  return (
    <View
      {...props}
      style={{ height: leaf.height, marginBottom: gap, ...(width === undefined ? {} : { width }) }}
    />
  );
}

/** Puts lines one below the other. */
export function stack(lines: readonly SetLine[]): Leaf {
  const items: Item[] = [];
  const links: LinkArea[] = [];
  let y = 0;
  for (const line of lines) {
    for (const item of line.items) items.push({ ...item, y: item.y + y });
    for (const link of line.links) links.push({ ...link, y: link.y + y });
    y += line.height;
  }
  const baseline = lines[0]?.baseline;
  return {
    height: y,
    items,
    links,
    notes: lines.flatMap((line) => line.notes),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

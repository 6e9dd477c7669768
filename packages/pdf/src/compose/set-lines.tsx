import { View } from '@react-pdf/renderer';
import type { ReactElement } from 'react';
import type { Item, LinkArea } from '../display/display-list.ts';
import type { SetLine } from '../text/set-line.ts';

/** What a composed element, or a leaf of one, draws, relative to its own top left. */
export interface Leaf {
  readonly height: number;
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
  readonly notes: readonly string[];
  readonly baseline?: number;
}

/** The prop a leaf travels in through the reconciler and layout, which keep props they do not know. */
export const LEAF = 'data-leaf';

/** Text that is already set, as an element: it takes its lines' height and its parent's width. */
export function SetLines({ lines, gap = 0 }: { lines: readonly SetLine[]; gap?: number }): ReactElement {
  return <Drawn leaf={stack(lines)} gap={lines.length > 0 ? gap : 0} />;
}

/** Anything already drawn, as an element. `gap`: space below. */
export function Drawn({ leaf, gap = 0, width }: { leaf: Leaf; gap?: number; width?: number }): ReactElement {
  const props = { [LEAF]: leaf };
  return (
    <View
      {...props}
      style={{ height: leaf.height, marginBottom: gap, ...(width === undefined ? {} : { width }) }}
    />
  );
}

/** Lines one below the other. */
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

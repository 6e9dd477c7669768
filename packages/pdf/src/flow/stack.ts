import type { Item, LinkArea } from '../display/display-list.ts';
import type { SetLine } from '../text/set-line.ts';
import { moved } from './piece.ts';

/** What is drawn, relative to its own top left corner. */
export interface Stack {
  readonly height: number;
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
  readonly notes: readonly string[];
}

/** Puts what is drawn one below the other. */
export function stack(parts: readonly Stack[]): Stack {
  let height = 0;
  const placed = parts.map((part) => {
    const own = moved(part, 0, height);
    height += part.height;
    return own;
  });
  return {
    height,
    items: placed.flatMap(({ items }) => items),
    links: placed.flatMap(({ links }) => links),
    notes: placed.flatMap(({ notes }) => notes),
  };
}

/** Lines one below the other, and `gap` points below them; nothing where there are no lines. */
export function spaced(lines: readonly SetLine[], gap = 0): Stack {
  return stack(lines.length > 0 ? [...lines, space(gap)] : []);
}

/** Empty space. */
export function space(height: number): Stack {
  return { height, items: [], links: [], notes: [] };
}

/** A short rule on the side of `width` points where reading begins, and `gap` points below it. */
export function shortRule(
  rule: { readonly width: number; readonly height: number; readonly fill: string; readonly gap: number },
  width: number,
  rightToLeft: boolean,
): Stack {
  const { gap, ...box } = rule;
  const item: Item = { kind: 'box', x: rightToLeft ? width - box.width : 0, y: 0, ...box };
  return { ...space(box.height + gap), items: [item] };
}

/** Two stacks in a height: the second one stands at its foot, or right below the first where both are too high. */
export function apart(first: Stack, second: Stack, height: number): Stack {
  return stack([first, space(Math.max(0, height - first.height - second.height)), second]);
}

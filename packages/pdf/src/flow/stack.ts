import type { Item, LinkArea } from '../display/display-list.ts';
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

/** Empty space. */
export function space(height: number): Stack {
  return { height, items: [], links: [], notes: [] };
}

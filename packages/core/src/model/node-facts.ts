import type { Position } from 'unist';

/** Every node keeps its source `position` (1-based line and column, 0-based offset). */
export interface Located {
  readonly position?: Position;
}

export type Direction = 'ltr' | 'rtl';

/** A run or block in another language than the text around it. `lang` is BCP 47. */
export interface Localised {
  readonly lang?: string;
  readonly dir?: Direction;
}

/** What a figure, table, formula or heading is as a part of its entry that links lead to. */
export interface Anchored {
  /** Unique in the body: see `headingAnchor`. */
  readonly id?: string;
  /** Its number as printed, where the book numbers its kind: `Figure 618.1`, `(618.1)`. */
  readonly numbered?: string;
}

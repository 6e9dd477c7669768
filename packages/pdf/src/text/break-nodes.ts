/**
 * A paragraph to break, column by column: boxes, glue and penalties, as D. E. Knuth and M. F. Plass describe them in
 * "Breaking Paragraphs into Lines". Lengths are points.
 */
export interface BreakNodes {
  readonly kinds: NodeKind[];
  /** A hyphen has as its width what it adds to a line that ends there. */
  readonly widths: number[];
  /** A node may become wider, and narrower, by at most so much. */
  readonly stretches: number[];
  readonly shrinks: number[];
  /** The node ends at this offset in the text. */
  readonly ends: number[];
  /** What stands before a break hangs so far out of a line that ends there. */
  readonly hangs: number[];
}

/** A line may end at `glue`, at a `hyphen` that is drawn only there, behind a `dash` of the word, and at the `end`. */
export type NodeKind = 'box' | 'glue' | 'tie' | 'hyphen' | 'dash' | 'end';

/** No space of a justified line becomes wider or narrower than these, in ems, and none loses more than a third. */
export const WIDEST_SPACE = 0.45;
export const NARROWEST_SPACE = 0.15;
export const SPACE_SHRINK: number = 1 / 3;

/** The letters of a justified line become at most this much wider or narrower, as in R. Schlicht's microtype. */
export const LETTER_GIVE: number = 0.015;

/**
 * What a paragraph is broken from, column by column: boxes, glue and penalties as D. E. Knuth and
 * M. F. Plass have them in "Breaking Paragraphs into Lines". Lengths are points.
 */
export interface BreakNodes {
  readonly kinds: NodeKind[];
  /** Of a hyphen: what it adds to a line that ends there. */
  readonly widths: number[];
  /** The most that a node may become wider, and narrower. */
  readonly stretches: number[];
  readonly shrinks: number[];
  /** The offset in the text at which the node ends. */
  readonly ends: number[];
  /** How far what stands before a break hangs out of a line that ends there. */
  readonly hangs: number[];
}

/** A line may end at `glue`, at a `hyphen` that is drawn only there, behind a `dash` of the word's own, and at the `end`. */
export type NodeKind = 'box' | 'glue' | 'tie' | 'hyphen' | 'dash' | 'end';

/** The widest and the narrowest that a space becomes in a justified line, in ems; none loses more than a third. */
export const WIDEST_SPACE = 0.45;
export const NARROWEST_SPACE = 0.15;
export const SPACE_SHRINK: number = 1 / 3;

/** How much wider or narrower the letters of a justified line may be drawn, as in R. Schlicht's microtype. */
export const LETTER_GIVE: number = 0.015;

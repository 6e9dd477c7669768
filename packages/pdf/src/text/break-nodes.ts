/**
 * What a paragraph is broken from, column by column: boxes, glue and penalties as D. E. Knuth and
 * M. F. Plass have them in "Breaking Paragraphs into Lines". Widths are points.
 */
export interface BreakNodes {
  readonly kinds: NodeKind[];
  readonly widths: number[];
  /** Of glue: how far it may stretch; it shrinks by a third of its width. */
  readonly stretches: number[];
  /** The offset in the text at which the node ends. */
  readonly ends: number[];
}

export type NodeKind = 'box' | 'glue' | 'hyphen' | 'end';

export const INFINITE = 10_000;

/** The room a hyphen takes, and what it costs. */
export const HYPHEN_WIDTH = 5;

export const HYPHEN_PENALTY = 90;

import type { PageBreakPlace } from '@octavo/core';
import type { Anchor, Item, LinkArea } from '../display/display-list.ts';

/** What is never cut by a page's end: a line, a row, a picture. Items are relative to its top left. */
export interface Piece {
  readonly height: number;
  /** Space above, left out at the top of a page. */
  readonly before: number;
  /** From the top, for a label set beside it. */
  readonly baseline?: number | undefined;
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
  /** The places that begin here. */
  readonly anchors: readonly Omit<Anchor, 'y'>[];
  /** Says that the piece stays on the page of the one that follows, or of the two that follow. */
  readonly keep: boolean | 2;
  /** The leading of a line of text. A line of the page's own leading stands on the page's grid. */
  readonly leading?: number | undefined;
  /** This is the part of a line's height that is above its leading, because something in the line is tall. */
  readonly above?: number | undefined;
  /** Whether a line of tall letters may stand halfway between two lines of the grid. */
  readonly half?: boolean | undefined;
  /** How many lines of space a page that is not full may add before it. */
  readonly flex?: number | undefined;
  /** Boxes drawn behind this and its neighbours. */
  readonly frames: readonly Frame[];
  /** The anchors of the footnotes cited here. */
  readonly notes: readonly string[];
  readonly place?: PageBreakPlace | undefined;
  /** The entry the piece belongs to. */
  readonly entry?: string | undefined;
  /**
   * This is the head of a table, or a heading of the index, that is set again at the top of each page on
   * which its rows go on.
   */
  readonly head?: Piece | undefined;
}

/**
 * A box behind a run of pieces, which is drawn once on every page that they reach. One object is one frame.
 */
export interface Frame {
  readonly x: number;
  readonly width: number;
  readonly above: number;
  readonly below: number;
  readonly fill?: string;
  /** A bar at the edge where reading begins. */
  readonly bar?: { readonly color: string; readonly width: number; readonly right?: boolean };
  readonly stroke?: string;
}

/** An empty piece, to be overridden. */
export const BLANK: Piece = {
  height: 0,
  before: 0,
  items: [],
  links: [],
  anchors: [],
  keep: false,
  frames: [],
  notes: [],
};

/** Items and links moved by a distance. */
export function moved<Part extends Pick<Piece, 'items' | 'links'>>(part: Part, x: number, y: number): Part {
  if (x === 0 && y === 0) return part;
  return {
    ...part,
    items: part.items.map((item) => ({ ...item, x: item.x + x, y: item.y + y })),
    links: part.links.map((link) => ({ ...link, x: link.x + x, y: link.y + y })),
  };
}

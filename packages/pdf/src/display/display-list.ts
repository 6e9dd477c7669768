import type { ImageOrientation, PageBreakPlace } from '@octavo/core';
import type { Gradient } from './gradient.ts';
import type { Matrix } from './matrix.ts';
import type { StructureNode } from './structure-node.ts';

/**
 * What one chapter (or one piece of the front and back matter) looks like: pages of positioned
 * things, and the structure a screen reader walks. Plain, structured-cloneable data, independent of
 * where in the book the pages land: page numbers are slots, filled when the book is painted.
 * Lengths are points; x and y count from the top left of the text block (or of the page, for a page
 * with `frame: 'page'`), y downwards.
 */
export interface DisplayList {
  readonly pages: readonly DisplayPage[];
  /** Parents before children. `parent` -1 stands at the top of the list's part of the document. */
  readonly structure: readonly StructureNode[];
  /** What each used code stands for in Unicode, by font key. */
  readonly glyphs: GlyphTexts;
  readonly problems: readonly Problem[];
}

export type GlyphTexts = Readonly<Record<string, Readonly<Record<number, GlyphText>>>>;

/** What a glyph stands for, whose id is the code; or a code's glyph and what that stands for there. */
export type GlyphText = string | readonly [glyph: number, text: string];

export interface DisplayPage {
  readonly frame: 'block' | 'page';
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
  readonly anchors: readonly Anchor[];
  /** The page's first word. */
  readonly place: PageBreakPlace;
  /** The numbers of the first and last entry with text on the page; in glossary and index their terms. */
  readonly entries?: readonly [string, string];
  /** A chapter's first page: its folio stands at the foot and it has no running head. */
  readonly opening: boolean;
}

export type Item = GlyphRun | Slot | Box | Drawing | Picture;

/** The index of a stretch of content in the structure, or -1 for an artifact. */
type ContentId = number;

/** Glyphs on one baseline, from left to right. */
export interface GlyphRun {
  readonly kind: 'glyphs';
  readonly x: number;
  readonly y: number;
  /** A font key, see `faceKey`. */
  readonly font: string;
  readonly size: number;
  readonly color: string;
  /**
   * The operators that show them (ISO 32000-1, 9.4.3): `[<00230041>-12<0042>] TJ`. A glyph is its code in
   * its font, of four hexadecimal digits; a height above the baseline is a `Ts` between two `TJ`.
   */
  readonly show: string;
  readonly width: number;
  readonly content: ContentId;
  /** How wide its glyphs are drawn, of their width; 1 when it is not said. */
  readonly scale?: number;
  /** Shows a text that is read from right to left: its last letter comes first. */
  readonly reversed?: boolean;
  /** What the run says, where its glyphs alone would not (a hyphen at a line's end is U+00AD). */
  readonly text?: string;
}

/** Room for a page number, filled when the book is painted. */
export interface Slot {
  readonly kind: 'slot';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly font: string;
  readonly size: number;
  readonly color: string;
  readonly content: ContentId;
  /** The anchor whose page is meant. */
  readonly anchor: string;
  /** Set before and behind the number, inside the slot. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A filled or stroked rectangle. Always an artifact. */
export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly radius?: number;
  /** Dots instead of a line, for leaders: the distance between them. */
  readonly dots?: number;
}

/** Vector shapes: an SVG picture or a formula. */
export interface Drawing {
  readonly kind: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly content: ContentId;
}

/**
 * One path, `d` in the shape's own units, `matrix` from there to points from the drawing's corner.
 * A shape in a gradient is filled or stroked, not both.
 */
export interface Shape {
  readonly d: string;
  readonly matrix: Matrix;
  readonly fill?: string | Gradient;
  readonly rule?: 'evenodd';
  readonly stroke?: string | Gradient;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  /** How far into the dashes the line begins; never negative. */
  readonly dashPhase?: number;
  readonly cap?: 'round' | 'square';
  readonly join?: 'round' | 'bevel';
  /** Where a mitre becomes a bevel; 4 when it is not said. */
  readonly miterLimit?: number;
  readonly opacity?: number;
  /** Pixels instead of paint, as a `data:` address of a PNG, over the square from 0 to 1. */
  readonly bitmap?: string;
  /** The stretch of content that a formula's letter is, where that is not the drawing's; -1: an artifact. */
  readonly content?: ContentId;
  /** It is seen where it lies in every one of these. */
  readonly clip?: readonly Clip[];
}

/** A path that something is seen through, as a shape is filled. */
export type Clip = Pick<Shape, 'd' | 'matrix' | 'rule'>;

/** An image of pixels; `source` is what `pictureSource` makes of its path. */
export interface Picture {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly source: string;
  /** How its pixels are turned; 1 when it is not said. */
  readonly orientation?: ImageOrientation;
  readonly content: ContentId;
}

export interface LinkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Index of the Link in the structure. */
  readonly node: number;
  readonly target: LinkTarget;
  /** What the link says, for a reader who cannot see it. */
  readonly contents: string;
}

export type LinkTarget =
  | { readonly kind: 'anchor'; readonly name: string }
  | { readonly kind: 'url'; readonly url: string };

/** A named place a link, the outline or an address can go to. */
export interface Anchor {
  readonly name: string;
  readonly y: number;
  /** Index in the structure of the element that begins there. */
  readonly node: number;
}

/** What layout could not do, to become a message with a place. */
export interface Problem {
  readonly rule: string;
  readonly reason: string;
  readonly fatal: boolean;
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

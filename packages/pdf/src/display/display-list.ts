import type { ImageOrientation, PageBreakPlace } from '@octavo/core';
import type { Gradient } from './gradient.ts';
import type { Matrix } from './matrix.ts';
import type { StructureNode } from './structure-node.ts';

/**
 * This is what one chapter, or one piece of the front and back matter, looks like: pages of positioned things, and the
 * structure that a screen reader walks. It is plain data that can be cloned, and does not depend on where in the book
 * its pages land: page numbers are slots, which are filled when the book is painted. Lengths are points. x and y count
 * from the top left corner of the text block (or of the page, for a page with `frame: 'page'`), and y counts downwards.
 */
export interface DisplayList {
  readonly pages: readonly DisplayPage[];
  /** Parents stand before their children. A `parent` of -1 is the element around the whole list. */
  readonly structure: readonly StructureNode[];
  /** This tells what each code that is used stands for in Unicode, by font key. */
  readonly glyphs: GlyphTexts;
  readonly problems: readonly Problem[];
}

export type GlyphTexts = Readonly<Record<string, Readonly<Record<number, GlyphText>>>>;

/** A string is what the glyph stands for whose id is the code. A pair is another glyph, and what that stands for. */
export type GlyphText = string | readonly [glyph: number, text: string];

export interface DisplayPage {
  readonly frame: 'block' | 'page';
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
  readonly anchors: readonly Anchor[];
  /** This is the place of the page's first word in the source. */
  readonly place: PageBreakPlace;
  /** These are the numbers of the first and last entry with text on the page; in the glossary and index, its terms. */
  readonly entries?: readonly [string, string];
  /** Says whether this is a chapter's first page, which has its page number at the foot and no running head. */
  readonly opening: boolean;
}

export type Item = GlyphRun | Slot | Box | Drawing | Picture;

/** This is the number of a stretch of content, which an element of the structure names, or -1 for an artifact. */
type ContentId = number;

/** These are glyphs on one baseline, from left to right. */
export interface GlyphRun {
  readonly kind: 'glyphs';
  readonly x: number;
  readonly y: number;
  /** This is the key of a font, as `faceKey` makes it. */
  readonly font: string;
  readonly size: number;
  readonly color: string;
  /**
   * These are the operators that show the glyphs (ISO 32000-2, 9.4.3): `[<00230041>-12<0042>] TJ`. Each glyph is its
   * code in the font, as four hexadecimal digits. A `Ts` between two `TJ` sets a height above the baseline.
   */
  readonly show: string;
  readonly width: number;
  readonly content: ContentId;
  /** The glyphs are drawn so many times as wide as they are; 1 where it is absent. */
  readonly scale?: number | undefined;
  /** Says whether the text is read from right to left, so that its last letter comes first. */
  readonly reversed?: boolean | undefined;
  /** This is what the run says where its glyphs alone would not say it: a hyphen at a line's end is U+00AD. */
  readonly text?: string | undefined;
}

/** This is space for a page number, which is filled in when the book is painted. */
export interface Slot {
  readonly kind: 'slot';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly font: string;
  readonly size: number;
  readonly color: string;
  readonly content: ContentId;
  /** The number is that of the page which this anchor is on. */
  readonly anchor: string;
  /** These stand before and behind the number, inside the slot. */
  readonly prefix?: string;
  readonly suffix?: string;
}

/** This is a filled or stroked rectangle. It is always an artifact. */
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
  /** Dots are drawn instead of a line, at this distance, as a leader of the contents. */
  readonly dots?: number;
  /**
   * The box stands in the outer margin, wherever its `x` is, and is one with those above and below it: a change bar.
   * Which margin that is, only the page's number tells.
   */
  readonly outer?: true;
}

/** These are vector shapes: an SVG picture or a formula. */
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
 * One path. `d` is path data of absolute moves, lines and curves (M, L, C, Q, Z) in the shape's own units, and `matrix`
 * leads from those to points from the drawing's corner. A shape with a gradient is either filled or stroked.
 */
export interface Shape {
  readonly d: string;
  readonly matrix: Matrix;
  readonly fill?: string | Gradient;
  readonly rule?: 'evenodd';
  readonly stroke?: string | Gradient;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  /** The line begins so far into the dashes. It is never negative. */
  readonly dashPhase?: number;
  readonly cap?: 'round' | 'square';
  readonly join?: 'round' | 'bevel';
  /** This is the ratio at which a mitered join becomes a beveled one; 4 where it is absent. */
  readonly miterLimit?: number;
  readonly opacity?: number;
  /** Pixels stand instead of a paint: the `data:` address of a PNG, drawn over the square from 0 to 1. */
  readonly bitmap?: string;
  /** A letter of a formula may be a stretch of content of its own. -1 stands for an artifact. */
  readonly content?: ContentId;
  /** The shape is seen where it lies in every one of these. */
  readonly clip?: readonly Clip[];
}

/** This is a path that something is seen through, with the rule by which it is filled. */
export type Clip = Pick<Shape, 'd' | 'matrix' | 'rule'>;

/** This is an image of pixels. `source` is what `pictureSource` makes of its path. */
export interface Picture {
  readonly kind: 'picture';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly source: string;
  /** This tells how the pixels are turned; they are not turned where it is absent. */
  readonly orientation?: ImageOrientation;
  readonly content: ContentId;
}

export interface LinkArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** This is the index of the Link element in the structure. */
  readonly node: number;
  readonly target: LinkTarget;
  /** This is what the link says to a reader who cannot see it. */
  readonly contents: string;
}

export type LinkTarget =
  | { readonly kind: 'anchor'; readonly name: string }
  | { readonly kind: 'url'; readonly url: string };

/** This is a named place that links, the outline and addresses can lead to. */
export interface Anchor {
  readonly name: string;
  readonly y: number;
  /** This is the index in the structure of the element that begins there. */
  readonly node: number;
}

/** This is something that layout could not do, which becomes a message with a place. */
export interface Problem {
  readonly rule: string;
  readonly reason: string;
  readonly fatal: boolean;
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
}

import type { Drawing, LinkTarget, Picture } from '../display/display-list.ts';
import type { FaceStyle } from '../fonts/font-set.ts';

/** How a stretch of text looks. Size and rise in points. */
export interface TextStyle extends FaceStyle {
  readonly size: number;
  readonly color: string;
  readonly features: readonly string[];
  /** Of the baseline, upwards. */
  readonly rise: number;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** A tint behind the text. */
  readonly tint?: string;
}

/** A stretch of one paragraph with one look, one meaning and one place in the structure. */
export interface TextRun {
  readonly text: string;
  readonly style: TextStyle;
  readonly content: number;
  readonly language: string;
  /** Offset of the text's first character in its block's text; undefined for what we add. */
  readonly source?: number;
  readonly link?: RunLink;
  /** The text is one U+FFFC that stands for this. */
  readonly slot?: RunSlot;
  /** The text is one U+FFFC that stands for this. */
  readonly inset?: Inset;
  /** The anchor of a footnote cited here. */
  readonly note?: string;
}

/** Room for an anchor's page number with what stands before and behind it. */
export interface RunSlot {
  readonly anchor: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly width: number;
}

export interface RunLink {
  readonly node: number;
  readonly target: LinkTarget;
  readonly contents: string;
}

/** Something set in a line like a letter: its size, how far it goes below the baseline, and what to draw. */
export interface Inset {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly item: Drawing | Picture;
}

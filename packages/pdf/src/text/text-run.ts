import type { Drawing, LinkTarget, Picture } from '../display/display-list.ts';
import type { FaceStyle } from '../fonts/font-set.ts';

/** This is how a stretch of text looks. Size and rise are points. */
export interface TextStyle extends FaceStyle {
  readonly size: number;
  readonly color: string;
  readonly features: readonly string[];
  /** The baseline is raised by so much. */
  readonly rise: number;
  readonly underline?: boolean;
  readonly strike?: boolean;
  /** A tint of this color lies behind the text. */
  readonly tint?: string;
}

/** This is a stretch of one paragraph with one look, one meaning and one place in the structure. */
export interface TextRun {
  readonly text: string;
  readonly style: TextStyle;
  readonly content: number;
  readonly language: string;
  /** This is the offset of the text's first character in the text of its block; undefined for what we add. */
  readonly source?: number;
  readonly link?: RunLink;
  /** The text is one U+FFFC, which stands for this. */
  readonly slot?: RunSlot;
  /** The text is one U+FFFC, which stands for this. */
  readonly inset?: Inset;
  /** This is the anchor of a footnote that is cited here. */
  readonly note?: string;
  /** The text was inserted or deleted. All runs of an edit share one object. */
  readonly edit?: RunEdit | undefined;
}

/** These are words that nobody sees and a reader of the tags hears, where an edit begins and where it ends. */
export interface RunEdit {
  readonly opens?: SpokenWords | undefined;
  readonly closes?: SpokenWords | undefined;
}

export interface SpokenWords {
  readonly text: string;
  readonly content: number;
}

/** Space for the page number of an anchor, with what stands before and behind it. */
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

/** Something that is set in a line like a letter: its size, how far it reaches below the baseline, and what to draw. */
export interface Inset {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly item: Drawing | Picture;
}

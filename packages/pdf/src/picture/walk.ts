import type { SvgElement } from '@octavo/core/svg';
import type { Bounds } from '../display/bounds.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Viewport } from './svg-length.ts';
import type { SvgRules } from './svg-rules.ts';

/** This is what is known of a picture, and what is gathered, while its markup is made plain. */
export interface Walk {
  readonly fonts: FontSet;
  readonly rules: SvgRules;
  readonly byId: ReadonlyMap<string, SvgElement>;
  /** Percentages are of the viewport. usvg takes those within a symbol for percentages of the picture. */
  readonly viewport: Viewport;
  readonly inSymbol?: boolean;
  /** Here stands what is left out, as a message names it. */
  readonly unsupported: Set<string>;
  /** No font has these characters. */
  readonly missing: Set<string>;
  /** These are the boxes around texts that are filled with a gradient, by the ids of their outlines. */
  readonly boxes: Map<string, Bounds>;
  /** Says whether groups with `data-part` are parts of a formula. */
  readonly parts: boolean;
  /** Says whether elements may be used (`use`): not when they stand for too many. */
  readonly canUse: boolean;
}

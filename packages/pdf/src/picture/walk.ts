import type { SvgElement } from '@octavo/core/svg';
import type { Bounds } from '../display/bounds.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Viewport } from './svg-length.ts';
import type { SvgRules } from './svg-rules.ts';

/** What is known of a picture, and what is gathered, while its markup is made plain. */
export interface Walk {
  readonly fonts: FontSet;
  readonly rules: SvgRules;
  readonly byId: ReadonlyMap<string, SvgElement>;
  /** What percentages are of. usvg takes those within a symbol for percentages of the picture. */
  readonly viewport: Viewport;
  readonly inSymbol?: boolean;
  /** What is left out, in words. */
  readonly unsupported: Set<string>;
  /** Characters that no font has. */
  readonly missing: Set<string>;
  /** The boxes around words whose colour goes by the box, by the ids of their outlines. */
  readonly boxes: Map<string, Bounds>;
  /** Whether groups with `data-part` say which part of a formula they are. */
  readonly parts: boolean;
  /** Whether elements may be used (`use`): not when that would never end. */
  readonly canUse: boolean;
}

import type { Direction } from '@octavo/core';
import type { Item, LinkArea } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { GlyphRegistry } from './glyph-registry.ts';
import type { Hyphenators } from './hyphenation.ts';

/** This is a line that is set. Its items count from its top left corner. */
export interface SetLine {
  readonly height: number;
  /** The next baseline was asked to be so far below that of this line. */
  readonly leading: number;
  /** Something tall in the line takes this part of its height above that. */
  readonly above: number;
  /** Says whether the line may stand halfway between two lines of the grid. */
  readonly half?: boolean;
  /** Says whether the line ends in a hyphen. */
  readonly hyphen: boolean;
  /** The baseline counts from the top. */
  readonly baseline: number;
  /** The ink of the line is so wide, and begins here. */
  readonly left: number;
  readonly width: number;
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
  /** The line cites these footnotes. */
  readonly notes: readonly string[];
  /** This is the offset of the line's first source character in the text of its block. */
  readonly source: number | undefined;
}

export interface TextSettings {
  readonly width: number;
  readonly leading: number;
  /** This is where the lines stand; where reading begins, if it is absent. */
  readonly align?: 'left' | 'right' | 'center' | 'justify';
  readonly direction: Direction;
  /** Says whether words may be hyphenated. They may not if it is absent. */
  readonly hyphenate?: boolean;
  /** Says that all lines are to be about as long as each other, as those of a title. */
  readonly balanced?: boolean;
  /** This is the indent of the first line. */
  readonly indent?: number;
}

export interface TextTools {
  readonly fonts: FontSet;
  readonly glyphs: GlyphRegistry;
  readonly hyphenators: Hyphenators;
  /** This hears of each character that no font has. */
  readonly onMissing: (character: string) => void;
}

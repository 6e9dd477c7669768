import type { Direction } from '@octavo/core';
import type { Item, LinkArea } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { GlyphRegistry } from './glyph-registry.ts';
import type { Hyphenators } from './hyphenation.ts';

/** A set line: items relative to its top left corner. */
export interface SetLine {
  readonly height: number;
  /** The distance from its baseline to the next that was asked for. */
  readonly leading: number;
  /** What of its height something tall in it takes above that. */
  readonly above: number;
  /** Whether it may stand halfway between two lines of the grid. */
  readonly half?: boolean;
  /** Whether it ends in a hyphen. */
  readonly hyphen: boolean;
  /** From the top. */
  readonly baseline: number;
  /** How wide its ink is, and where it begins. */
  readonly left: number;
  readonly width: number;
  readonly items: readonly Item[];
  readonly links: readonly LinkArea[];
  /** Footnotes cited in the line. */
  readonly notes: readonly string[];
  /** Offset of the line's first source character in its block's text. */
  readonly source: number | undefined;
}

export interface TextSettings {
  readonly width: number;
  readonly leading: number;
  /** Where the lines stand; where reading begins, when it is not said. */
  readonly align?: 'left' | 'right' | 'center' | 'justify';
  readonly direction: Direction;
  /** Whether words may be hyphenated; when it is not said, they may not. */
  readonly hyphenate?: boolean;
  /** A title's lines are about as long as each other. */
  readonly balanced?: boolean;
  /** Of the first line. */
  readonly indent?: number;
}

export interface TextTools {
  readonly fonts: FontSet;
  readonly glyphs: GlyphRegistry;
  readonly hyphenators: Hyphenators;
  /** Hears of a character that no font has. */
  readonly onMissing: (character: string) => void;
}

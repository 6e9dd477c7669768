import type { SvgElement } from '@octavo/core/svg';
import type { Shape } from '../display/display-list.ts';
import type { FontSet } from '../fonts/font-set.ts';
import type { Viewport } from './svg-length.ts';
import type { SvgRules } from './svg-rules.ts';

/** A shape, and which part of a formula it is of. */
export type DrawnShape = Shape & { readonly part?: number };

/** What is gathered on the way through a picture. */
export interface Walk {
  readonly fonts: FontSet;
  readonly rules: SvgRules;
  readonly byId: ReadonlyMap<string, SvgElement>;
  readonly root: SvgElement;
  /** The whole picture, as large as it is drawn. */
  readonly size: Viewport;
  /** What is drawn as pixels. */
  readonly pixels: Set<string>;
  /** The picture in user units. */
  readonly viewport: Viewport;
  readonly shapes: DrawnShape[];
  readonly unsupported: Set<string>;
  readonly missing: Set<string>;
  uses: number;
  /** Whether groups say which part of a formula they are. */
  readonly parts: boolean;
  /** Only what is drawn is asked for, not its colours: a clip. */
  readonly outlines?: boolean;
  /** The clip paths on whose way this is: none leads to itself. */
  readonly clipping?: ReadonlySet<SvgElement>;
}

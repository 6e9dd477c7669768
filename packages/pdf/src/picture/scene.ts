import type { SvgElement } from '@octavo/core/svg';
import type { Bounds } from '../display/bounds.ts';
import type { Shape } from '../display/display-list.ts';
import type { Viewport } from './svg-length.ts';

/** A shape, and which part of a formula it is of. */
export type DrawnShape = Shape & { readonly part?: number };

/** What is known of a resolved picture, and what is gathered while it is drawn. */
export interface Scene {
  /** What usvg resolved the picture's definitions to, by their ids, and as markup. */
  readonly defs: ReadonlyMap<string, SvgElement>;
  readonly markup: string;
  /** The elements of the picture as it is written, by their ids. */
  readonly byId: ReadonlyMap<string, SvgElement>;
  /** The boxes around words whose colour goes by the box, by the ids of their outlines. */
  readonly boxes: ReadonlyMap<string, Bounds>;
  readonly size: Viewport;
  readonly parts: boolean;
  readonly shapes: DrawnShape[];
  /** What is left out, in words. */
  readonly unsupported: Set<string>;
  /** What is drawn as pixels, in words. */
  readonly pixels: Set<string>;
}

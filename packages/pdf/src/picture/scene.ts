import type { SvgElement } from '@octavo/core/svg';
import type { Bounds } from '../display/bounds.ts';
import type { Shape } from '../display/display-list.ts';
import type { Viewport } from './svg-length.ts';

/** This is a shape. In a formula it names the part that it belongs to. */
export type DrawnShape = Shape & { readonly part?: number };

/** This is what is known of a resolved picture, and what is gathered while it is drawn. */
export interface Scene {
  /** These are the definitions that usvg wrote, such as gradients and clips, by their ids; and the same as markup. */
  readonly defs: ReadonlyMap<string, SvgElement>;
  readonly markup: string;
  /** These are the elements of the picture as its author wrote it, by their ids. */
  readonly byId: ReadonlyMap<string, SvgElement>;
  /** These are the boxes around texts that are filled with a gradient, by the ids of their outlines. */
  readonly boxes: ReadonlyMap<string, Bounds>;
  readonly size: Viewport;
  readonly parts: boolean;
  readonly shapes: DrawnShape[];
  /** Here stands what is left out, as a message names it. */
  readonly unsupported: Set<string>;
  /** Here stands what is drawn as pixels, as a message names it. */
  readonly pixels: Set<string>;
}

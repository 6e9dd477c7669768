import type { Drawing, Item, Shape } from '../display/display-list.ts';
import { type Matrix, multiply } from '../display/matrix.ts';
import type { Geometry } from '../page/geometry.ts';
import { decimal } from './digits.ts';
import { boxOperators, drawingOperators, pictureOperators, type ShapeNames } from './draw-shapes.ts';
import { actualText, glyphOperators, type TextState } from './draw-text.ts';
import type { PaintedMask, PaintedPattern } from './gradients.ts';

/** This is a page that is ready to be painted, since its page numbers are filled in. */
export interface FilledPage {
  readonly frame: 'block' | 'page';
  readonly side: 'recto' | 'verso';
  readonly items: readonly Item[];
  /** These are the running head and the page number: artifacts, in the coordinates of the text block. */
  readonly furniture: readonly Item[];
}

/** Painting a page needs these beside the page. */
export interface Brushes {
  readonly geometry: Geometry;
  /** Returns the name of the element that a stretch of content belongs to. */
  readonly tag: (content: number) => string;
}

/** This is what a page shows, in a form that a cache can keep. */
export interface PaintedPage {
  /** The content stream is not compressed. */
  readonly content: string;
  /** These are the stretches of content, in the order of their MCIDs. */
  readonly marks: readonly number[];
  /** These tell where figures are drawn, by their content, in page coordinates. */
  readonly boxes: readonly (readonly [number, readonly number[]])[];
  /** The content names these: the keys of fonts, the paths of images, and so on. */
  readonly fonts: readonly string[];
  readonly images: readonly string[];
  readonly opacities: readonly number[];
  readonly patterns: readonly PaintedPattern[];
  readonly masks: readonly PaintedMask[];
}

/** Returns where the corner of the text block stands on a page. */
export function origin(
  geometry: Geometry,
  page: Pick<FilledPage, 'frame' | 'side'>,
): readonly [number, number] {
  const { bleed, inner, outer, hang, top, rightToLeft } = geometry;
  if (page.frame === 'page') return [bleed, bleed];
  // A book that reads from the right is bound on the right.
  const left = (page.side === 'recto') === rightToLeft ? outer : inner;
  return [bleed + left + (rightToLeft ? 0 : hang), bleed + top];
}

/** Draws a page's content. Every operator is inside a marked stretch or an artifact (ISO 14289-1, 7.1). */
export function paintPage(brushes: Brushes, page: FilledPage): PaintedPage {
  const [left, top] = origin(brushes.geometry, page);
  const height = brushes.geometry.height + 2 * brushes.geometry.bleed;
  const state: TextState = { color: '', font: '', scale: 1 };
  const used: Used = {
    base: [1, 0, 0, -1, left, height - top],
    fonts: new Set(),
    images: new Set(),
    opacities: new Set(),
    patterns: new Map(),
    masks: new Map(),
  };
  const marks: number[] = [];
  const boxes: (readonly [number, readonly number[]])[] = [];
  const parts = [`q 1 0 0 -1 ${decimal(left)} ${decimal(height - top)} cm`];
  let open: Stretch | undefined;
  const close = (): void => {
    if (open) parts.push(open.reversed ? 'EMC EMC' : 'EMC');
    open = undefined;
  };
  for (const item of page.items.flatMap(byContent)) {
    const own = stretchOf(item);
    const { content } = own;
    if (!open || own.text !== undefined || !isSame(own, open)) {
      close();
      open = own;
      // A marked stretch never holds another one with a number: readers would end the outer where the inner one ends.
      if (own.reversed) parts.push('/ReversedChars BMC');
      const said = own.text === undefined ? '' : actualText(own.text);
      // Poppler heeds the text of a Span alone, and the structure goes by the number, whatever the tag.
      const tag = said ? 'Span' : content < 0 ? '' : brushes.tag(content);
      if (content >= 0) parts.push(`/${tag} <</MCID ${marks.push(content) - 1}${said}>> BDC`);
      else parts.push(said ? `/Artifact <<${said}>> BDC` : '/Artifact BMC');
    }
    if (content >= 0 && (item.kind === 'picture' || item.kind === 'drawing')) {
      const [x, y] = [item.x + left, item.y + top];
      boxes.push([content, [x, height - y - item.height, x + item.width, height - y]]);
    }
    parts.push(content < 0 ? spoken(item, used, state) : operators(item, used, state));
  }
  close();
  if (page.furniture.length > 0) {
    parts.push('/Artifact <</Type /Pagination>> BDC');
    for (const item of page.furniture) {
      const shown = spoken(item, used, state);
      parts.push(stretchOf(item).reversed ? `/ReversedChars BMC ${shown} EMC` : shown);
    }
    parts.push('EMC');
  }
  parts.push('Q');
  return {
    content: parts.join('\n'),
    marks,
    boxes,
    fonts: [...used.fonts],
    images: [...used.images],
    opacities: [...used.opacities],
    patterns: [...used.patterns.values()],
    masks: [...used.masks.values()],
  };
}

/** Takes a formula apart whose letters are stretches of content by themselves. */
function byContent(item: Item): Item | readonly Item[] {
  if (item.kind !== 'drawing' || item.content < 0) return item;
  const runs: { item: Drawing; shapes: Shape[] }[] = [];
  for (const shape of item.shapes) {
    const { content = item.content } = shape;
    const last = runs.at(-1);
    if (last?.item.content === content) last.shapes.push(shape);
    else runs.push({ item: { ...item, content }, shapes: [shape] });
  }
  return runs.map((run) => ({ ...run.item, shapes: run.shapes }));
}

interface Used {
  /** This matrix leads from the units of items to those of the page. */
  readonly base: Matrix;
  readonly fonts: Set<string>;
  readonly images: Set<string>;
  readonly opacities: Set<number>;
  /** These are keyed by their content, so that shapes share them. */
  readonly patterns: Map<string, PaintedPattern>;
  readonly masks: Map<string, PaintedMask>;
}

/** Items with the same values here are marked together. */
interface Stretch {
  readonly content: number;
  readonly reversed: boolean;
  readonly text: string | undefined;
}

function stretchOf(item: Item): Stretch {
  if (item.kind === 'box') return { content: -1, reversed: false, text: undefined };
  if (item.kind !== 'glyphs') return { content: item.content, reversed: false, text: undefined };
  const { content, text } = item;
  return { content, reversed: item.reversed === true && text === undefined, text };
}

function isSame(one: Stretch, two: Stretch): boolean {
  return one.content === two.content && one.reversed === two.reversed && one.text === two.text;
}

/** Returns the operators of an artifact, with the text that they stand for. */
function spoken(item: Item, used: Used, state: TextState): string {
  const shown = operators(item, used, state);
  const text = item.kind === 'glyphs' ? item.text : undefined;
  return text === undefined ? shown : `/Span <<${actualText(text)}>> BDC ${shown} EMC`;
}

function operators(item: Item, used: Used, state: TextState): string {
  switch (item.kind) {
    case 'glyphs':
      used.fonts.add(item.font);
      return glyphOperators(item, state);
    case 'box':
      state.color = '';
      return boxOperators(item);
    case 'drawing':
      return drawingOperators(item, shapeNames(used, [1, 0, 0, 1, item.x, item.y]));
    case 'picture':
      return pictureOperators(item, shapeNames(used, used.base).image(item.source));
    case 'slot':
      throw new Error(`the page number of ${item.anchor} was not filled in`);
  }
}

function shapeNames(used: Used, place: Matrix): ShapeNames {
  return {
    state(opacity) {
      used.opacities.add(opacity);
      return opacityName(opacity);
    },
    pattern(gradient) {
      const matrix = multiply(multiply(used.base, place), gradient.matrix);
      return patternName(placeOf(used.patterns, { gradient, matrix }));
    },
    image(source) {
      used.images.add(source);
      return imageName([...used.images].indexOf(source));
    },
    mask: (gradient, box) => maskName(placeOf(used.masks, { gradient, box })),
  };
}

function placeOf<Value>(all: Map<string, Value>, value: Value): number {
  const key = JSON.stringify(value);
  if (!all.has(key)) all.set(key, value);
  return [...all.keys()].indexOf(key);
}

/** These are the names that a page's content gives to opacities, and to the images and gradients by their order. */
export function opacityName(opacity: number): string {
  return `A${Math.round(opacity * 1000)}`;
}
export function imageName(index: number): string {
  return `I${index}`;
}
export function patternName(index: number): string {
  return `P${index}`;
}
export function maskName(index: number): string {
  return `M${index}`;
}

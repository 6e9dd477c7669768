import { readSvg, type SvgElement, svgElements } from '@octavo/core/svg';
import { IDENTITY } from '../display/matrix.ts';
import type { FontSet } from '../fonts/font-set.ts';
import { drawTree } from './draw-tree.ts';
import { resolveSvg } from './resvg.ts';
import type { DrawnShape, Scene } from './scene.ts';
import { length, viewBox } from './svg-length.ts';
import { svgMarkup, tag } from './svg-markup.ts';
import { svgRules } from './svg-rules.ts';
import { withinViewport } from './viewport-clip.ts';
import type { Walk } from './walk.ts';

/** This is a picture made of shapes. Its lengths are user units. */
export interface SvgDrawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DrawnShape[];
  /** Here stands what was left out, as a message names it. */
  readonly unsupported: readonly string[];
  /** Here stands what is drawn as pixels, as a message names it. */
  readonly pixels: readonly string[];
  /** No font has these characters. */
  readonly missing: readonly string[];
}

export interface SvgSettings {
  /** This is the color that `currentColor` means. */
  readonly color?: string;
  /** Says whether shapes may stand out over the edges of the picture. */
  readonly overflow?: boolean;
  /** Says whether groups with `data-part` are parts of a formula, whose number their shapes then have. */
  readonly parts?: boolean;
}

/**
 * Draws an SVG picture in three steps: its markup is made plain (`svgMarkup`), usvg resolves it to groups and paths,
 * and those become shapes. What a PDF's paths cannot show is drawn as pixels and reported in `pixels`; what is left out
 * is reported in `unsupported`. Returns undefined when the source is no SVG that can be drawn. Throws an error before
 * `loadResvg` is done.
 */
export function drawSvg(
  source: string,
  fonts: FontSet,
  { color = '#000000', overflow = false, parts = false }: SvgSettings = {},
): SvgDrawing | undefined {
  const read = readSvg(source);
  if ('fault' in read) return undefined;
  const box = viewBox(read.root);
  const { width, height } = {
    width: length(read.root.attributes.width, box?.width ?? 300),
    height: length(read.root.attributes.height, box?.height ?? 150),
  };
  // The picture is cut off at its edges at the end, by the same rule as nested viewports.
  const frame = { x: '0', y: '0', width: `${width}`, height: `${height}`, overflow: 'visible' };
  const root: SvgElement = { ...read.root, attributes: { ...read.root.attributes, ...frame } };
  const ids = byId(root);
  const unsupported = new Set<string>();
  const walk: Walk = {
    fonts,
    rules: svgRules(root, (selector) => unsupported.add(`the selector ${selector}`)),
    byId: ids,
    viewport: { width, height },
    unsupported,
    missing: new Set(),
    boxes: new Map(),
    parts,
    canUse: weightOf(root, ids, new Map()) <= MOST_USED,
  };
  const shapes: DrawnShape[] = [];
  const pixels = new Set<string>();
  if (width > 0 && height > 0) {
    const markup = svgMarkup(root, { color, 'font-size': '16' }, walk);
    const resolved = resolveSvg(wholePicture(markup, width, height, color));
    const tree = resolved === undefined ? undefined : readSvg(resolved);
    if (resolved === undefined || !tree || 'fault' in tree) return undefined;
    const [defs = ''] = /<defs>[\s\S]*<\/defs>/.exec(resolved) ?? [];
    const scene: Scene = {
      ...walk,
      defs: byId(tree.root),
      markup: defs,
      size: { width, height },
      shapes,
      pixels,
    };
    drawTree(tree.root, IDENTITY, 1, scene);
  }
  const edges = { d: `M0 0L${width} 0L${width} ${height}L0 ${height}Z`, matrix: IDENTITY };
  return {
    width,
    height,
    shapes: overflow ? shapes : shapes.flatMap((shape) => withinViewport(shape, edges)),
    unsupported: [...unsupported],
    pixels: [...pixels],
    missing: [...walk.missing],
  };
}

/**
 * Above this, a picture is drawn without what it uses, since a few elements that use each other may stand for millions.
 */
const MOST_USED = 50_000;

/** Returns how many elements are drawn for an element, those that it uses included. */
function weightOf(element: SvgElement, all: Walk['byId'], known: Map<SvgElement, number>): number {
  const ready = known.get(element);
  if (ready !== undefined) return ready;
  // An element that uses itself is not drawn.
  known.set(element, 0);
  const { href = '' } = element.attributes;
  const used = element.name === 'use' ? [all.get(href.slice(1)) ?? ''] : [];
  let weight = 1;
  for (const child of [...element.children, ...used])
    if (typeof child !== 'string') weight += weightOf(child, all, known);
  known.set(element, weight);
  return weight;
}

function byId(root: SvgElement): ReadonlyMap<string, SvgElement> {
  return new Map(
    [...svgElements(root)].flatMap((element) =>
      element.attributes.id ? [[element.attributes.id, element] as const] : [],
    ),
  );
}

/** Puts the picture into one of its size, whose words are as large as a browser's. */
function wholePicture(markup: string, width: number, height: number, color: string): string {
  const size = { width: `${width}`, height: `${height}`, viewBox: `0 0 ${width} ${height}` };
  return tag('svg', { xmlns: 'http://www.w3.org/2000/svg', ...size, color, 'font-size': '16' }, markup);
}

import type { SvgElement } from '@octavo/core/svg';
import type { Shape } from '../display/display-list.ts';
import type { Matrix } from '../display/matrix.ts';
import { renderSvg } from './resvg.ts';
import { type DrawWords, inherited, svgMarkup } from './svg-markup.ts';
import { type SvgStyle, styleOf } from './svg-style.ts';
import type { Walk } from './svg-walk.ts';

/** 384 pixels an inch, of 96: a whole number, so that the tiles of a pattern fall on whole pixels. */
const ZOOM = 4;
const LONGEST_SIDE = 4000;
/** What has corners for markers. */
const MARKED: ReadonlySet<string> = new Set(['path', 'line', 'polyline', 'polygon']);
const WORDS: ReadonlySet<string> = new Set(['text', 'tspan', 'textPath']);

/** What of an element a PDF's paths cannot show, in words; undefined when nothing. */
export function pixelReason(element: SvgElement, style: SvgStyle, walk: Walk): string | undefined {
  if (walk.outlines) return undefined;
  for (const name of ['mask', 'filter']) if (style[name] && style[name] !== 'none') return name;
  if (element.name === 'image') return '<image>';
  if (MARKED.has(element.name) && hasMarker(style)) return 'marker';
  const isShape = !/^(?:g|a|svg|use|switch)$/.test(element.name) && !WORDS.has(element.name);
  const isPattern = [style.fill, style.stroke].some((paint) => {
    const id = /^\s*url\(\s*["']?#([^)"']+)/.exec(paint ?? '')?.[1];
    return id !== undefined && walk.byId.get(id)?.name === 'pattern';
  });
  return isShape && isPattern ? 'pattern' : undefined;
}

function hasMarker(style: SvgStyle): boolean {
  return Object.entries(style).some(([name, value]) => name.startsWith('marker') && value.includes('url('));
}

/**
 * An element as pixels, 384 to the inch of the picture's natural size; `outer` leads from the units around it, `parent`
 * is the style there. Undefined when it cannot be drawn.
 */
export function svgPixels(
  element: SvgElement,
  outer: Matrix,
  parent: SvgStyle,
  walk: Walk,
  words: DrawWords,
): Shape | undefined {
  const { width, height } = walk.size;
  const all = walk.root.children.map((child) =>
    typeof child === 'string' ? '' : svgMarkup(child, {}, walk, words),
  );
  const { width: wide, height: high } = walk.viewport;
  const source = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs${inherited(styleOf(walk.root, {}, walk.rules))}>${all.join('')}</defs><g transform="matrix(${outer.join(' ')})"${inherited(parent)}><svg width="${wide}" height="${high}" overflow="visible">${svgMarkup(element, parent, walk, words)}</svg></g></svg>`;
  const png = renderSvg(source, Math.min(ZOOM, LONGEST_SIDE / width, LONGEST_SIDE / height));
  if (!png) return undefined;
  const bitmap = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return { d: 'M0 0H1V1H0Z', matrix: [width, 0, 0, height, 0, 0], bitmap };
}

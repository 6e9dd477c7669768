import { escapeMarkup } from '@octavo/core';
import type { SvgElement } from '@octavo/core/svg';
import { plainValue } from './plain-value.ts';
import { along, type Viewport, viewBox } from './svg-length.ts';
import { type SvgStyle, styled } from './svg-style.ts';
import { wordPaths } from './svg-words.ts';
import type { Walk } from './walk.ts';

/** These elements draw nothing, and a name with a colon belongs to an editor's own notes. */
const SILENT = /^(?:title|desc|metadata|style|script)$|:/;
const SHAPES = /^(?:image|path|rect|circle|ellipse|line|polyline|polygon)$/;
const OTHERS =
  /^(?:svg|g|a|use|symbol|switch|defs|clipPath|mask|marker|pattern|filter|fe\w+|(?:linear|radial)Gradient|stop|text)$/;
/** usvg puts markers on every shape; browsers put them on paths and lines alone. */
const UNMARKED = /^(?:rect|circle|ellipse)$/;
const NO_MARKERS = { 'marker-start': 'none', 'marker-mid': 'none', 'marker-end': 'none' };
const UNWRITTEN = /^(?:style|class|font|marker|data-part|xmlns)$|:|^--/;

/**
 * Returns an element as markup that usvg understands without a style sheet and without a font: what the rules declare
 * stands on each element as attributes, and words are outlines. `parent` is the style around the element. What is not
 * drawn is reported in `walk.unsupported`, and a character without a face in `walk.missing`.
 */
export function svgMarkup(element: SvgElement, parent: SvgStyle, walk: Walk, inClip = false): string {
  const { name } = element;
  if (SILENT.test(name)) return '';
  if ((!SHAPES.test(name) && !OTHERS.test(name)) || (name === 'use' && !walk.canUse)) {
    walk.unsupported.add(`<${name}>`);
    return '';
  }
  const { style, own } = styled(element, parent, walk.rules);
  const attributes = { ...plainAttributes(style, own, walk), ...(UNMARKED.test(name) ? NO_MARKERS : {}) };
  if (isFlat(style.gradientTransform ?? '')) return tag(name, { id: style.id ?? '' });
  if (name === 'text') return words(element, style, attributes, walk, inClip);
  const inSymbol = walk.inSymbol === true || name === 'symbol';
  const inner: Walk = { ...walk, viewport: viewportIn(element, walk.viewport), inSymbol };
  const children = SHAPES.test(name)
    ? []
    : name === 'switch'
      ? element.children.filter(canDraw).slice(0, 1)
      : element.children;
  const content = children.map((child) =>
    typeof child === 'string' ? '' : svgMarkup(child, style, inner, name === 'clipPath'),
  );
  return tag(name === 'switch' ? 'g' : name, attributes, content.join(''));
}

/** Tells whether a transform leaves no area. A gradient that has one paints nothing, which usvg does not know. */
function isFlat(transform: string): boolean {
  return [...transform.matchAll(/(matrix|scale)\s*\(([^)]*)\)/g)].some(([, kind, list = '']) => {
    const [a = 0, b = a, c = 0, d = 0] = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    return (kind === 'scale' ? a * b : a * d - b * c) === 0;
  });
}

export function tag(name: string, attributes: SvgElement['attributes'], content = ''): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
  return `<${name}${list.join('')}>${content}</${name}>`;
}

/**
 * Writes a text as paths in a group. A clip may hold no group (CSS Masking 1, 7): there each path has the attributes.
 */
function words(
  element: SvgElement,
  style: SvgStyle,
  attributes: SvgElement['attributes'],
  walk: Walk,
  inClip: boolean,
): string {
  if (style.display === 'none') return '';
  const paths = wordPaths(element, style, walk);
  const transform = attributes.transform ?? '';
  return inClip
    ? paths
        .map((path) =>
          tag('path', { ...attributes, ...path, transform: `${transform} ${path.transform ?? ''}` }),
        )
        .join('')
    : tag('g', attributes, paths.map((path) => tag('path', path)).join(''));
}

/** Tells whether a switch may choose an element (SVG 2, 5.9): one that asks for no extension and no language. */
function canDraw(child: SvgElement | string): boolean {
  if (typeof child === 'string') return false;
  const { name, attributes } = child;
  return (
    name !== 'foreignObject' && !attributes.requiredExtensions && attributes.systemLanguage === undefined
  );
}

function viewportIn(element: SvgElement, outer: Viewport): Viewport {
  if (element.name !== 'svg' && element.name !== 'symbol') return outer;
  const { width, height } = element.attributes;
  return (
    viewBox(element) ?? {
      width: along(width, outer.width, outer.width),
      height: along(height, outer.height, outer.height),
    }
  );
}

function plainAttributes(style: SvgStyle, own: readonly string[], walk: Walk): SvgElement['attributes'] {
  const plain: Record<string, string> = {};
  const write = (name: string, value: string): void => {
    const written = plainValue(name, value, walk);
    if (written !== undefined) plain[name] = written;
  };
  for (const name of own) {
    const value = style[name];
    if (value === undefined) continue;
    if (name === 'marker') for (const place of ['start', 'mid', 'end']) write(`marker-${place}`, value);
    if (name === 'data-part' && walk.parts) plain.id = `${PART}${value}`;
    if (!UNWRITTEN.test(name)) write(name, value);
  }
  return plain;
}

/** The ids of groups that are parts of a formula begin so. */
export const PART = 'part-';

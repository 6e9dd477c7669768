import { escapeMarkup } from '@octavo/core';
import type { SvgElement } from '@octavo/core/svg';
import type { Shape } from '../display/display-list.ts';
import { colorOpacity, parseColor } from './color.ts';
import { styleAttribute } from './svg-rules.ts';
import { type SvgStyle, styleOf } from './svg-style.ts';
import type { Walk } from './svg-walk.ts';

/** Draws a text element in its own units. */
export type DrawWords = (element: SvgElement, style: SvgStyle) => readonly Shape[];

/**
 * An element as markup that needs no style sheet and no font: what the rules declare stands on each element, words
 * are outlines.
 */
export function svgMarkup(element: SvgElement, parent: SvgStyle, walk: Walk, words: DrawWords): string {
  if (element.name === 'style' || element.name.includes(':')) return '';
  const style = styleOf(element, parent, walk.rules);
  const { style: written, ...attributes } = element.attributes;
  const [sheet, own] = [walk.rules.get(element), styleAttribute(written)];
  const declared = { ...sheet?.normal, ...own.normal, ...sheet?.important, ...own.important };
  const all: Record<string, string> = { ...attributes };
  for (const [name, value] of Object.entries(declared))
    if (!name.startsWith('--')) all[name] = style[name] ?? value;
  const list = Object.entries(all)
    .filter(([name]) => !/^xmlns\b/.test(name))
    .map(([name, value]) => ` ${name}="${escapeMarkup(plainer(value))}"`)
    .join('');
  if (element.name === 'text') {
    const outlines = words(element, style).map(
      ({ d, matrix, fill, opacity = 1 }) =>
        `<path d="${d}" transform="matrix(${matrix.join(' ')})" fill="${typeof fill === 'string' ? fill : (fill?.stops[0]?.color ?? 'none')}" fill-opacity="${opacity}" stroke="none"/>`,
    );
    return `<g${list}>${outlines.join('')}</g>`;
  }
  const inner = element.children.map((child) =>
    typeof child === 'string' ? '' : svgMarkup(child, style, walk, words),
  );
  return `<${element.name}${list}>${inner.join('')}</${element.name}>`;
}

/** What an element takes over from those around it, as attributes. */
export function inherited(style: SvgStyle): string {
  return Object.entries(style)
    .filter(([name]) => /^(?:fill|stroke|color|marker|clip-rule|visibility)/.test(name))
    .map(([name, value]) => ` ${name}="${escapeMarkup(plainer(value))}"`)
    .join('');
}

/** Colours in the way that every program reads. */
function plainer(value: string): string {
  return /^(?:rgb|hsl)a?\(/i.test(value) && colorOpacity(value) === 1 ? (parseColor(value) ?? value) : value;
}

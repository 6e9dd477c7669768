import { colorOpacity, hexColor, isNone, parseColor } from './color.ts';
import { along, type Viewport } from './svg-length.ts';
import type { Walk } from './walk.ts';

const COLORS = /^(?:color|fill|stroke|(?:stop|flood|lighting)-color)$/;

/**
 * Returns the value of an attribute as usvg reads it. Returns undefined for a value that usvg would not heed as
 * browsers do; what is lost by that is reported in `walk.unsupported`.
 */
export function plainValue(name: string, value: string, walk: Walk): string | undefined {
  if (COLORS.test(name)) return plainColor(value, name === 'stop-color', walk);
  if (/transform$/i.test(name)) return value.replace(/(?<=[\d.])(?:px|deg)/gi, '');
  if (walk.inSymbol && value.endsWith('%')) return `${along(value, wholeOf(name, walk.viewport))}`;
  const id = /^\s*url\(\s*["']?#([^)"']+)["']?\s*\)\s*$/.exec(value)?.[1];
  const kind = KINDS[name];
  const isBasic = name === 'clip-path' && id === undefined && value.trim() !== 'none';
  const isLost = kind !== undefined && id !== undefined && walk.byId.get(id)?.name !== kind;
  if (isBasic || (isLost && name === 'filter')) walk.unsupported.add(name);
  if (isBasic || isLost) return undefined;
  return id === undefined ? value : `url(#${id})`;
}

/** Returns the length that a percentage is of (SVG 2, 8.9). */
function wholeOf(name: string, { width, height }: Viewport): number {
  if (/^(?:[cr]?x|x[12]|width)$/.test(name)) return width;
  if (/^(?:[cr]?y|y[12]|height)$/.test(name)) return height;
  return name === 'offset' || name.endsWith('opacity') ? 1 : Math.sqrt((width * width + height * height) / 2);
}

/** These properties have to refer to elements of these names. Browsers ignore a reference to anything else. */
const KINDS: Readonly<Record<string, string>> = { 'clip-path': 'clipPath', mask: 'mask', filter: 'filter' };

/** Returns a CSS color as `#rrggbb` or `#rrggbbaa`, behind the gradient or pattern that the paint names first. */
function plainColor(value: string, isStop: boolean, walk: Walk): string {
  const [, id, source = ''] = /^\s*(?:url\(\s*["']?#([^)"']+)["']?\s*\))?\s*(.*?)\s*$/s.exec(value) ?? [];
  const reference = id === undefined ? '' : `url(#${id}) `;
  if (/^(?:currentcolor|inherit)$/i.test(source)) return `${reference}${source}`;
  if (isNone(source)) return isStop ? '#00000000' : reference || 'none';
  const color = parseColor(source);
  if (color === undefined) {
    walk.unsupported.add(`the color ${source}`);
    return isStop ? '#000000' : reference || 'none';
  }
  const opacity = colorOpacity(source);
  return `${reference}${color}${opacity < 1 ? hexColor([opacity * 255]).slice(1) : ''}`;
}

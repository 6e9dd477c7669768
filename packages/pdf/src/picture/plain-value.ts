import { colorOpacity, hexColor, isNone, parseColor } from './color.ts';
import { along, type Viewport } from './svg-length.ts';
import type { Walk } from './walk.ts';

const COLORS = /^(?:color|fill|stroke|(?:stop|flood|lighting)-color)$/;

/** Returns a value as usvg reads it; undefined for one that it cannot heed. */
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

/** What a percentage of a coordinate or length is of (SVG 2, 8.9). */
function wholeOf(name: string, { width, height }: Viewport): number {
  if (/^(?:[cr]?x|x[12]|width)$/.test(name)) return width;
  if (/^(?:[cr]?y|y[12]|height)$/.test(name)) return height;
  return name === 'offset' || name.endsWith('opacity') ? 1 : Math.sqrt((width * width + height * height) / 2);
}

/** The elements that a property has to refer to. Browsers draw as if a reference to anything else were not there. */
const KINDS: Readonly<Record<string, string>> = { 'clip-path': 'clipPath', mask: 'mask', filter: 'filter' };

/** A colour of CSS as `#rrggbb` or `#rrggbbaa`, behind the name of a gradient or pattern if there is one. */
function plainColor(value: string, isStop: boolean, walk: Walk): string {
  const [, id, source = ''] = /^\s*(?:url\(\s*["']?#([^)"']+)["']?\s*\))?\s*(.*?)\s*$/s.exec(value) ?? [];
  const reference = id === undefined ? '' : `url(#${id}) `;
  if (/^(?:currentcolor|inherit)$/i.test(source)) return `${reference}${source}`;
  if (isNone(source)) return isStop ? '#00000000' : reference || 'none';
  const color = parseColor(source);
  if (color === undefined) {
    walk.unsupported.add(`the colour ${source}`);
    return isStop ? '#000000' : reference || 'none';
  }
  const opacity = colorOpacity(source);
  return `${reference}${color}${opacity < 1 ? hexColor([opacity * 255]).slice(1) : ''}`;
}

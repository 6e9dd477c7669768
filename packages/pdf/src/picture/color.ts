import { fraction } from './fraction.ts';
import { NAMED } from './named-colors.ts';

/** A CSS colour as `#rrggbb`; undefined for none, and for what is not understood. */
export function parseColor(source: string | undefined): string | undefined {
  const value = source?.trim().toLowerCase();
  if (!value || value === 'none' || value === 'transparent') return undefined;
  if (/^#[\da-f]{6}$/.test(value)) return value;
  if (/^#[\da-f]{8}$/.test(value)) return value.slice(0, 7);
  const short = /^#([\da-f])([\da-f])([\da-f])[\da-f]?$/.exec(value);
  if (short)
    return `#${short
      .slice(1, 4)
      .map((digit) => digit + digit)
      .join('')}`;
  const channels = /^rgba?\(([^)]+)\)$/
    .exec(value)?.[1]
    ?.split(/[\s,/]+/)
    .slice(0, 3);
  if (channels) {
    const bytes = channels.map((part) =>
      Math.round(part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number.parseFloat(part)),
    );
    if (bytes.every((byte) => byte >= 0 && byte <= 255))
      return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  }
  return NAMED[value];
}

/** How much a CSS colour covers, from 0 to 1: its alpha. */
export function colorOpacity(source: string): number {
  const value = source.trim().toLowerCase();
  if (value === 'transparent' || value === 'none') return 0;
  const digits = /^#(?:[\da-f]{6}([\da-f]{2})|[\da-f]{3}([\da-f]))$/.exec(value);
  const hex = digits?.[1] ?? (digits?.[2] ?? '').repeat(2);
  if (hex !== '') return Number.parseInt(hex, 16) / 255;
  const alpha = /^rgba?\(([^)]+)\)$/
    .exec(value)?.[1]
    ?.trim()
    .split(/[\s,/]+/)[3];
  return fraction(alpha);
}

import colorString from 'color-string';

/** Returns a CSS color as `#rrggbb`, without its alpha; undefined for `none` and for what is no color. */
export function parseColor(source: string | undefined): string | undefined {
  const read = rgba(source);
  if (!read || isNone(source)) return undefined;
  return hexColor(read.slice(0, 3));
}

/** Writes red, green and blue, from 0 to 255, as `#rrggbb`. */
export function hexColor(channels: readonly number[]): string {
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** Reads red, green and blue, from 0 to 255, out of `#rrggbb`. */
export function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Returns the alpha of a CSS color, from 0 to 1; 0 for `none` and for what is no color. */
export function colorOpacity(source: string | undefined): number {
  return rgba(source)?.[3] ?? 0;
}

/** Tells whether a paint paints nothing. */
export function isNone(source: string | undefined): boolean {
  return /^\s*(none|transparent)?\s*$/i.test(source ?? '');
}

function rgba(source: string | undefined): readonly number[] | undefined {
  const read = colorString.get(source?.trim() ?? '');
  if (read?.model === 'rgb') return read.value;
  return read?.model === 'hsl' ? fromHsl(read.value) : undefined;
}

/** Converts degrees and two percentages to channels from 0 to 255 (CSS Color 4, 7.1). */
function fromHsl([hue = 0, saturation = 0, lightness = 0, alpha = 1]: readonly number[]): readonly number[] {
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4), alpha];
}

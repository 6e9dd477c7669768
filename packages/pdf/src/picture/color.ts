import colorString from 'color-string';

/** A CSS colour as `#rrggbb`, whatever its alpha; undefined for none, and for what is not understood. */
export function parseColor(source: string | undefined): string | undefined {
  const read = rgba(source);
  if (!read || isNone(source)) return undefined;
  return hexColor(read.slice(0, 3));
}

/** Red, green and blue, from 0 to 255, as `#rrggbb`. */
export function hexColor(channels: readonly number[]): string {
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** Red, green and blue of `#rrggbb`, from 0 to 255. */
export function channelsOf(color: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** How much a CSS colour covers, from 0 to 1: its alpha; 0 for none, and for what is not understood. */
export function colorOpacity(source: string | undefined): number {
  return rgba(source)?.[3] ?? 0;
}

/** Whether nothing is to be painted. */
export function isNone(source: string | undefined): boolean {
  return /^\s*(none|transparent)?\s*$/i.test(source ?? '');
}

function rgba(source: string | undefined): readonly number[] | undefined {
  const read = colorString.get(source?.trim() ?? '');
  if (read?.model === 'rgb') return read.value;
  return read?.model === 'hsl' ? fromHsl(read.value) : undefined;
}

/** CSS Color 4, 7.1: degrees and two percentages to channels from 0 to 255. */
function fromHsl([hue = 0, saturation = 0, lightness = 0, alpha = 1]: readonly number[]): readonly number[] {
  const [s, l] = [saturation / 100, lightness / 100];
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12;
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4), alpha];
}

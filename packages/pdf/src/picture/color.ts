const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  silver: '#c0c0c0',
  maroon: '#800000',
  navy: '#000080',
  teal: '#008080',
  olive: '#808000',
  lime: '#00ff00',
  aqua: '#00ffff',
  cyan: '#00ffff',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  brown: '#a52a2a',
  pink: '#ffc0cb',
  gold: '#ffd700',
  tomato: '#ff6347',
  crimson: '#dc143c',
  coral: '#ff7f50',
  salmon: '#fa8072',
  beige: '#f5f5dc',
  ivory: '#fffff0',
  khaki: '#f0e68c',
  tan: '#d2b48c',
  sienna: '#a0522d',
  chocolate: '#d2691e',
  indigo: '#4b0082',
  violet: '#ee82ee',
  steelblue: '#4682b4',
  skyblue: '#87ceeb',
  slategray: '#708090',
  darkgray: '#a9a9a9',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  darkblue: '#00008b',
  darkgreen: '#006400',
  darkred: '#8b0000',
  whitesmoke: '#f5f5f5',
  gainsboro: '#dcdcdc',
};

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

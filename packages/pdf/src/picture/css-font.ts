const SIZES: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};
const SIZE = '[\\d.]+(?:px|pt|em|rem|ex|%|mm|cm|in)?|(?:xx?-)?(?:small|large)|medium|smaller|larger';
const FONT = new RegExp(`^(.*?)\\s*(?<![\\w.])(${SIZE})(?:\\s*/\\s*\\S+)?\\s+(\\D.*)$`, 'i');

/** Splits a `font` property into its properties (CSS Fonts 4, 2.7). Returns none when it cannot be read. */
export function fontProperties(font: string): readonly (readonly [string, string])[] {
  const [, head = '', size, family] = FONT.exec(font) ?? [];
  if (size === undefined || family === undefined) return [];
  return [
    ['font-style', /italic|oblique/i.exec(head)?.[0] ?? 'normal'],
    ['font-weight', /bold(er)?|lighter|\b\d{3}\b/i.exec(head)?.[0] ?? 'normal'],
    ['font-size', size],
    ['font-family', family],
  ];
}

/**
 * Returns a `font-size` that depends on the size around it in user units, and any other as it is (CSS Fonts 4, 2.5).
 */
export function resolvedSize(size: string, outer: number): string {
  const [, digits = '', unit = ''] = /^\s*([\d.]+)(r?em|ex|%)\s*$/i.exec(size) ?? [];
  const factor = { em: outer, ex: outer / 2, '%': outer / 100, rem: 16 }[unit.toLowerCase()];
  if (factor !== undefined) return `${Number(digits) * factor}`;
  const name = size.trim().toLowerCase();
  if (name === 'smaller' || name === 'larger') return `${name === 'smaller' ? outer / 1.2 : outer * 1.2}`;
  return `${SIZES[name] ?? size}`;
}

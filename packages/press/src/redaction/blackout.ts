/** Takes words out of texts. */
export interface Blackout {
  readonly text: (text: string) => string;
  /** Every text in a value of JSON; without any of the words it is the value itself. */
  readonly value: <Value>(value: Value) => Value;
}

/** What stands where words were: it means the same in every language, and nothing in YAML and Markdown. */
const BLACK = '█████';

/** What may stand between two words: white space, signs, tags, and escapes of HTML and JSON. */
const BETWEEN = '(?:<[^>]*>|&[#\\w]+;|\\\\[nrt]|[^\\p{L}\\p{M}\\p{N}<&])*';

/** Takes out some words wherever they stand, in upper and lower case, however they are spaced and marked up. */
export function blackout(words: readonly string[]): Blackout {
  const parts = words
    .map((one) => one.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    .filter((runs) => runs.length > 0)
    .map((runs) => runs.join(BETWEEN));
  // The longest first: words that begin like others must not leave their ends.
  const pattern =
    parts.length === 0 ? undefined : new RegExp(parts.sort((a, b) => b.length - a.length).join('|'), 'giu');
  // Tags stay, since others close or open them.
  const text = (given: string): string =>
    pattern ? given.replace(pattern, (match) => BLACK + (match.match(/<[^>]*>/g) ?? []).join('')) : given;
  const inside = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(inside);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inside(one)]));
  };
  return { text, value: <Value>(value: Value) => (pattern ? (inside(value) as Value) : value) };
}

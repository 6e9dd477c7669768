import type { ShapedGlyph } from './shaper.ts';

/** These are glyphs that are read as one: those of a letter, or those among which some changed places. */
export interface Syllable {
  /** This is where the syllable begins in the text. */
  readonly start: number;
  readonly own: string;
  /** They stand from left to right. */
  readonly members: readonly ShapedGlyph[];
}

/** Divides shaped glyphs, which stand from left to right, into syllables. */
export function syllables(
  shaped: readonly ShapedGlyph[],
  text: string,
  isReversed: boolean,
): readonly Syllable[] {
  const order = isReversed ? shaped.toReversed() : shaped;
  // This is the least offset of each glyph and of those behind it.
  const least: number[] = [];
  let next = text.length;
  for (let at = order.length - 1; at >= 0; at--)
    least[at] = next = Math.min(next, order[at]?.cluster ?? next);
  const parts: Syllable[] = [];
  let from = 0;
  let most = -1;
  for (let at = 0; at <= order.length; at++) {
    const start = least[at] ?? text.length;
    if (at > from && start > most) {
      const begin = parts.length === 0 ? 0 : (least[from] ?? 0);
      const members = order.slice(from, at);
      parts.push({
        start: begin,
        own: text.slice(begin, start),
        members: isReversed ? members.reverse() : members,
      });
      from = at;
    }
    most = Math.max(most, order[at]?.cluster ?? most);
  }
  return isReversed ? parts.reverse() : parts;
}

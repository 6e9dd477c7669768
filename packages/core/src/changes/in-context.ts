import type { Passage, Segment } from '../model/change.ts';
import { tokens } from './tokens.ts';

/** So many words and spaces beside a difference are quoted with it. */
const BESIDE = 16;

/**
 * Shortens passages to the words that differ and those beside them: … stands for the rest of many words in a row
 * that are the same. For texts that can be read in full elsewhere.
 */
export function inContext(passages: readonly Passage[]): readonly Passage[] {
  return passages.map((passage) => ({
    ...passage,
    segments: passage.segments.map((segment, at, all) =>
      segment.kind === 'same' ? shortened(segment, at > 0, at + 1 < all.length) : segment,
    ),
  }));
}

function shortened(segment: Segment, isBehind: boolean, isBefore: boolean): Segment {
  const all = tokens(segment.text);
  const sides = (isBehind ? BESIDE : 0) + (isBefore ? BESIDE : 0);
  // What is hardly shorter is said in full.
  if (all.length <= sides + BESIDE / 2) return segment;
  const head = isBehind ? `${all.slice(0, BESIDE).join('').trimEnd()} ` : '';
  const tail = isBefore ? ` ${all.slice(-BESIDE).join('').trimStart()}` : '';
  return { ...segment, text: `${head}…${tail}` };
}

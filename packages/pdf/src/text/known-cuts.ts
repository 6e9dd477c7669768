import type { ShapedWord } from '../fonts/shaped-word.ts';
import type { Break } from './break-opportunities.ts';
import type { Hyphenator } from './hyphenation.ts';

/** These are the places where words may be cut, which are the same wherever a word stands. */
export type KnownCuts = WeakMap<ShapedWord, readonly Break[]>;

const all = new Map<Hyphenator | 'code' | undefined, KnownCuts>();

/** Returns what is known of words that a hyphenator parts, of code, or of words that are not hyphenated. */
export function knownCuts(custom: Hyphenator | 'code' | undefined): KnownCuts {
  const cuts = all.get(custom) ?? new WeakMap<ShapedWord, readonly Break[]>();
  all.set(custom, cuts);
  return cuts;
}

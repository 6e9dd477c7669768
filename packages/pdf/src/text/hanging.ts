import type { Atom } from './paragraph.ts';

/** A hyphen stands out of the measure by this much of its width. */
export const HYPHEN_HANG = 0.5;

/** A sign at a line's end stands out of the measure by this much of its width, since what is small makes the edge look bitten. */
const SHARES: Readonly<Record<string, number>> = {
  '.': 0.6,
  ',': 0.6,
  ':': 0.4,
  ';': 0.4,
  '-': HYPHEN_HANG,
  '\u2010': HYPHEN_HANG,
  '\u2013': 0.25,
  '’': 0.5,
  '”': 0.4,
  "'": 0.5,
  '"': 0.4,
};

/** Tells how far a line's last atom hangs out of the measure, in points. */
export function hangOf({ word, level, run }: Atom): number {
  if (!word || level > 0) return 0;
  const last = word.text.charCodeAt(word.text.length - 1);
  // Nearly all words end in a letter.
  if (last >= 0x61 && last <= 0x7a) return 0;
  const share = SHARES[word.text.at(-1) ?? ''];
  if (share === undefined) return 0;
  const { edges } = word;
  const width = (edges.at(-1) ?? 0) - (edges.at(-2) ?? 0);
  return share * width * run.source.style.size;
}

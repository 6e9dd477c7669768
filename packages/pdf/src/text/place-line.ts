import { visualOrder } from '../bidi.ts';
import type { Filling } from './break-lines.ts';
import { LETTER_GIVE } from './break-nodes.ts';
import { hangOf } from './hanging.ts';
import type { Atom } from './paragraph.ts';
import type { TextSettings } from './set-line.ts';

/** These are a line's atoms in the order they are read, and where each stands: `xs` and `rooms` are points. */
export interface PlacedLine {
  readonly atoms: readonly Atom[];
  /** These are their indexes from left to right, where that is not the order in which they are read. */
  readonly order: readonly number[] | undefined;
  readonly xs: readonly number[];
  readonly rooms: readonly number[];
  readonly left: number;
  readonly right: number;
  /** The letters are drawn this wide, of their width. */
  readonly scale: number;
}

const FACTORS: Readonly<Record<string, number>> = { left: 0, center: 0.5, right: 1 };
/** A line that holds too much shrinks this far, of what spaces and letters give. */
const MOST_SHRINK = -1.2;

/** Puts a line's atoms in their places: its spaces and letters give, what is at its ends hangs out. */
export function placed(
  atoms: readonly Atom[],
  { width, align, direction }: TextSettings,
  filling: Filling,
  indent: number,
  isLast: boolean,
): PlacedLine {
  let first = 0;
  let last = atoms.length - 1;
  while (first < last && isGap(atoms[first])) first += 1;
  while (last > first && isGap(atoms[last])) last -= 1;
  let inner = 0;
  const give = { stretch: 0, shrink: 0, letters: 0 };
  for (let index = first; index <= last; index++) {
    const atom = atoms[index] as Atom;
    inner += atom.width;
    if (atom.space) {
      give.stretch += atom.give.stretch;
      give.shrink += atom.give.shrink;
    } else if (atom.word) give.letters += atom.width * LETTER_GIVE;
  }
  const isJustified = filling === 'justified';
  const hang = isJustified && last >= 0 ? hangOf(atoms[last] as Atom) : 0;
  const room = width - indent;
  const lack = room + hang - inner;
  const justified = isJustified && !isLast;
  const ratio =
    justified && lack > 0
      ? Math.min(1, lack / (give.stretch + give.letters || 1))
      : lack < 0
        ? Math.max(MOST_SHRINK, lack / (give.shrink + (isJustified ? give.letters : 0) || 1))
        : 0;
  const scale = isJustified ? Math.round((1 + ratio * LETTER_GIVE) * 1e4) / 1e4 : 1;
  const slack = justified ? 0 : Math.max(0, room - inner);
  const base = direction === 'rtl' ? 1 : 0;
  const factor = FACTORS[align ?? ''] ?? base;
  // White space at a line's end stands where the line ends (UAX #9, L1).
  const levels = atoms.map(({ level }, index) => (index > last ? base : level));
  const order = levels.some((level) => level > 0) ? visualOrder(levels) : undefined;
  let left = (base === 1 ? 0 : indent) + slack * factor;
  const rooms = atoms.map((atom, index) => {
    if (!atom.space) return atom.word ? atom.width * scale : atom.width;
    if (index <= first || index >= last) return atom.width;
    return atom.width + ratio * (ratio > 0 ? atom.give.stretch : atom.give.shrink);
  });
  for (let at = 0; at < atoms.length; at++) {
    const index = order?.[at] ?? at;
    if (index >= first && index <= last) break;
    left -= rooms[index] as number;
  }
  const xs = rooms.slice();
  let right = left;
  for (let at = 0; at < atoms.length; at++) {
    const index = order?.[at] ?? at;
    xs[index] = right;
    right += rooms[index] as number;
  }
  return { atoms, order, xs, rooms, left, right, scale };
}

/** Tells whether an atom is a space that falls away at a line's end. */
export function isGap(atom: Atom | undefined): boolean {
  return atom?.space === true && !atom.tie;
}

import { LONGEST_NUMBER, type NumberItem, type NumberSystem } from './number-system.ts';
import { lengthsOf, orderOf, type PlainItem } from './plain-item.ts';
import { DECIMAL_NUMBERS } from './presets.ts';

/** A number as its grammar reads it, or where it stops fitting. */
export type NumberReading =
  /** `order` sorts numbers by code units; `pieces` are what the number is made of. */
  | { readonly fits: true; readonly order: string; readonly pieces: readonly NumberValue[] }
  /** `at` is in UTF-16 units; there one of `expected` could go on, or the number could end. */
  | {
      readonly fits: false;
      readonly at: number;
      readonly expected: readonly PlainItem[];
      readonly ends: boolean;
    };

/** A piece of a number: its item of the grammar, and what stands there. */
export interface NumberValue {
  readonly item: PlainItem;
  readonly value: string;
}

/** How far reading has come, and what was read. */
interface Progress {
  readonly at: number;
  readonly order: string;
  readonly pieces: readonly NumberValue[];
}

/** Reads a number as printed. It never throws; of a text that is no number it says how far it fits. */
export function readNumber(system: NumberSystem, number: string): NumberReading {
  const reach = newReach();
  const text = number.slice(0, LONGEST_NUMBER + 1);
  for (const [place, form] of system.entries())
    for (const { at, order, pieces } of readAll(
      form,
      text,
      { at: 0, order: String.fromCharCode(place + 33), pieces: [] },
      reach,
    )) {
      if (at === text.length && at <= LONGEST_NUMBER) return { fits: true, order, pieces };
      reach.stopped(at, undefined);
    }
  return { fits: false, ...reach.farthest() };
}

/** The longest number at the start of a text, and what stands behind it: `618(2)(b)` is 618, then `(2)(b)`. */
export function numberAtStart(
  text: string,
  system: NumberSystem = DECIMAL_NUMBERS,
): { readonly number: string; readonly rest: string } | undefined {
  let longest = 0;
  for (const form of system)
    for (const { at } of readAll(
      form,
      text.slice(0, LONGEST_NUMBER),
      { at: 0, order: '', pieces: [] },
      newReach(),
    ))
      longest = Math.max(longest, at);
  return longest === 0 ? undefined : { number: text.slice(0, longest), rest: text.slice(longest) };
}

function* readAll(
  items: readonly NumberItem[],
  text: string,
  from: Progress,
  reach: Reach,
): Generator<Progress> {
  const [item, ...others] = items;
  if (!item) yield from;
  else for (const behind of readItem(item, text, from, reach)) yield* readAll(others, text, behind, reach);
}

function* readItem(item: NumberItem, text: string, from: Progress, reach: Reach): Generator<Progress> {
  if (item.kind === 'maybe' || item.kind === 'repeat') {
    for (const behind of readAll(item.items, text, from, reach))
      if (item.kind === 'maybe') yield behind;
      else if (behind.at > from.at) yield* readItem(item, text, behind, reach);
    yield from;
    return;
  }
  const lengths = lengthsOf(item, text, from.at);
  if (lengths.length === 0 || item.kind === 'insertion') reach.stopped(from.at, item);
  for (const length of lengths) {
    const value = text.slice(from.at, from.at + length);
    yield {
      at: from.at + length,
      order: from.order + orderOf(item, value),
      pieces: [...from.pieces, { item, value }],
    };
  }
}

type Reach = ReturnType<typeof newReach>;

/** The farthest place that any reading came to, and what it looked for there. */
function newReach() {
  let at = 0;
  let ends = false;
  const expected = new Set<PlainItem>();
  return {
    stopped: (place: number, item: PlainItem | undefined): void => {
      if (place < at) return;
      if (place > at) {
        at = place;
        ends = false;
        expected.clear();
      }
      if (item) expected.add(item);
      else ends = true;
    },
    farthest: () => ({ at, ends, expected: [...expected] }),
  };
}

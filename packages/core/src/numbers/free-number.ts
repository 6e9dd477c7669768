import { cased } from './characters.ts';
import { insertionBetween } from './insertion.ts';
import type { LetterCase, NumberItem, NumberSystem } from './number-system.ts';
import { compareNumbers, isNumber } from './order-numbers.ts';
import type { PlainItem } from './plain-item.ts';
import { DECIMAL_NUMBERS } from './presets.ts';
import { type NumberValue, readNumber } from './read-number.ts';
import { fromRoman, toRoman } from './roman.ts';

/** Whether a number is still free. */
export type IsFree = (number: string) => boolean;

/** How many numbers in a row may be taken before the search gives up. */
const MOST_STEPS = 800;

/**
 * A free number that stands behind `number` and before `next`: 635 behind 634, else 634A, and § 14za between § 14
 * and § 14a where the grammar has insertions. Undefined when the grammar has none.
 */
export function numberBehind(
  number: string,
  next: string | undefined,
  isFree: IsFree,
  system: NumberSystem = DECIMAL_NUMBERS,
): string | undefined {
  const isBetween = (candidate: string) =>
    isNumber(candidate, system) &&
    compareNumbers(number, candidate, system) < 0 &&
    (next === undefined || compareNumbers(candidate, next, system) < 0);
  const pieces = piecesOf(number, system);
  const closing = trailingText(pieces);
  const open = number.slice(0, number.length - closing.length);
  const below = ['', ...textsOf(system)].flatMap((text) =>
    FIRSTS.map((first) => open + text + first + closing),
  );
  const [successor] = successors(pieces);
  const starts = [...insertions(pieces, next, system), ...below];
  if (successor !== undefined && isBetween(successor) && isFree(successor)) return successor;
  for (const start of starts.filter(isBetween))
    for (let at: string | undefined = start, step = 0; at !== undefined && step < MOST_STEPS; step++) {
      if (!isBetween(at)) break;
      if (isFree(at)) return at;
      at = successors(piecesOf(at, system)).find((behind) => isNumber(behind, system));
    }
  return undefined;
}

/** The next free number of the kind behind the last one: 701 after 700, UG-3.1.7 after UG-3.1.6A; undefined when there is none. */
export function numberAtEnd(
  last: string,
  isFree: IsFree,
  system: NumberSystem = DECIMAL_NUMBERS,
): string | undefined {
  const pieces = piecesOf(last, system);
  const decimals = pieces.flatMap(({ item }, at) => (item.kind === 'decimal' ? [at] : []));
  for (const at of [...decimals.reverse(), ...pieces.keys()])
    for (let number = followed(pieces, at), step = 0; number !== undefined && step < MOST_STEPS; step++) {
      if (!isNumber(number, system)) break;
      if (compareNumbers(last, number, system) < 0 && isFree(number)) return number;
      number = followed(piecesOf(number, system), at);
    }
  return undefined;
}

/** What a piece begins with; letters before digits, as those are how insertions are marked. */
const FIRSTS: readonly string[] = ['A', 'a', 'I', 'i', '1', '01', '001', '0001'];

function piecesOf(number: string, system: NumberSystem): readonly NumberValue[] {
  const reading = readNumber(system, number);
  return reading.fits ? reading.pieces : [];
}

/** The number with another value at a piece and without what stands behind it, but for the closing text. */
function followed(pieces: readonly NumberValue[], at: number): string | undefined {
  const piece = pieces[at];
  const next = piece && successor(piece.item, piece.value);
  if (next === undefined) return undefined;
  return textOf(pieces.slice(0, at)) + next + trailingText(pieces.slice(at + 1));
}

/** The number one further at each of its pieces, the last piece first. */
function successors(pieces: readonly NumberValue[]): readonly string[] {
  return [...pieces.keys()].reverse().flatMap((at) => followed(pieces, at) ?? []);
}

function insertions(
  pieces: readonly NumberValue[],
  next: string | undefined,
  system: NumberSystem,
): readonly string[] {
  const limits =
    next === undefined
      ? []
      : piecesOf(next, system).flatMap(({ item, value }) =>
          item.kind === 'insertion' && value !== '' ? [value] : [],
        );
  return [...pieces.entries()].reverse().flatMap(([at, { item, value }]) => {
    if (item.kind !== 'insertion') return [];
    const closing = trailingText(pieces.slice(at + 1));
    return [undefined, ...limits]
      .flatMap((limit) => insertionBetween(value, limit) ?? [])
      .map((letters) => textOf(pieces.slice(0, at)) + cased(item.case, letters) + closing);
  });
}

function successor(item: PlainItem, value: string): string | undefined {
  switch (item.kind) {
    case 'text':
      return undefined;
    case 'words':
      return item.words[item.words.indexOf(value) + 1];
    case 'decimal':
      return String(BigInt(value) + 1n).padStart(item.width ?? 1, '0');
    case 'letters':
      return nextLetters(value, item.case);
    case 'insertion': {
      const letters = insertionBetween(value, undefined);
      return letters && cased(item.case, letters);
    }
    case 'roman':
      return cased(item.case, toRoman((fromRoman(value.toUpperCase()) ?? 0) + 1));
  }
}

/** b after a, aa after z. */
function nextLetters(value: string, letterCase: LetterCase): string {
  const first = cased(letterCase, 'A');
  const last = cased(letterCase, 'Z');
  const kept = value.slice(0, value.length - (new RegExp(`${last}*$`).exec(value)?.[0].length ?? 0));
  const full = first.repeat(value.length - kept.length);
  if (kept === '') return first + full;
  return kept.slice(0, -1) + String.fromCharCode(kept.charCodeAt(kept.length - 1) + 1) + full;
}

function textOf(pieces: readonly NumberValue[]): string {
  return pieces.map(({ value }) => value).join('');
}

/** The fixed text that a number ends in. */
function trailingText(pieces: readonly NumberValue[]): string {
  const from = pieces.findLastIndex(({ item, value }) => item.kind !== 'text' && value !== '') + 1;
  return textOf(pieces.slice(from));
}

function textsOf(items: NumberSystem | readonly NumberItem[]): ReadonlySet<string> {
  return new Set(
    items.flat().flatMap((item) => {
      if (item.kind === 'text') return [item.text];
      return item.kind === 'maybe' || item.kind === 'repeat' ? [...textsOf(item.items)] : [];
    }),
  );
}

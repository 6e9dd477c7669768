import { directionOf } from '../labels/direction.ts';
import type { Direction, Phrasing } from '../model/answer.ts';
import { toText } from '../model/to-text.ts';

/** Letters that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
/** Letters that run from left to right. */
const LEFT_TO_RIGHT = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])\p{L}/u;

/** Whether a text holds letters that run from right to left. */
export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * The direction of a text whose letters all run against `direction`, that of the book; undefined for any other
 * text. Between words of the book such a text would have its question mark at the wrong end (UAX 9, 2.7).
 */
export function against(text: string, direction: Direction): Direction | undefined {
  const [other, isOther, isOwn] =
    direction === 'rtl'
      ? (['ltr', LEFT_TO_RIGHT, RIGHT_TO_LEFT] as const)
      : (['rtl', RIGHT_TO_LEFT, LEFT_TO_RIGHT] as const);
  return isOther.test(text) && !isOwn.test(text) ? other : undefined;
}

/**
 * The direction that words are marked with, or that of their language where it is not the one around them;
 * undefined where neither says anything.
 */
export function directionWithin(
  { lang, dir }: { readonly lang?: string; readonly dir?: Direction },
  around: Direction,
): Direction | undefined {
  const own = dir ?? (lang === undefined ? around : directionOf(lang));
  return dir === undefined && own === around ? undefined : own;
}

/** A question or the words of a link, isolated as a span where all of it runs against the book's direction. */
export function inOwnDirection(nodes: readonly Phrasing[], direction: Direction): readonly Phrasing[] {
  const dir = against(toText(nodes), direction);
  return dir === undefined ? nodes : [{ type: 'span', dir, children: nodes }];
}

/** A number with its sign or percent sign, which runs from left to right in every text. */
const SIGNED =
  /(?<![\p{L}\p{N}.,+\-−])(?:[+\-−±]\p{Nd}[\p{Nd}.,٫٬]*\s?[%‰٪]?|\d[\d.,]*\s?[%‰])(?![\p{L}\p{N}])/gu;

/** A part of a text; a number must run from left to right in a book that is read from the right. */
export interface NumberPart {
  readonly text: string;
  readonly isNumber: boolean;
}

/** The parts of a text of a book: in one that is read from the right, its numbers with signs are told apart. */
export function numberParts(text: string, direction: Direction): readonly NumberPart[] {
  const parts: NumberPart[] = [];
  let from = 0;
  for (const { 0: number, index } of direction === 'rtl' ? text.matchAll(SIGNED) : []) {
    if (index > from) parts.push({ text: text.slice(from, index), isNumber: false });
    parts.push({ text: number, isNumber: true });
    from = index + number.length;
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from), isNumber: false });
  return parts;
}

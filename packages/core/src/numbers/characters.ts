import type { LetterCase, NumberForm, NumberItem } from './number-system.ts';

/** A form as characters: what may follow what, and nothing of what it means. */
export type Characters =
  | { readonly kind: 'one'; readonly of: string }
  | { readonly kind: 'all'; readonly parts: readonly Characters[] }
  | { readonly kind: 'either'; readonly parts: readonly Characters[] }
  | { readonly kind: 'many'; readonly part: Characters };

const NOTHING: Characters = { kind: 'all', parts: [] };
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ROMAN_DIGITS: readonly (readonly string[])[] = [
  ['', 'M', 'MM', 'MMM'],
  ['', 'C', 'CC', 'CCC', 'CD', 'D', 'DC', 'DCC', 'DCCC', 'CM'],
  ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'],
  ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'],
];

/** The longest run of letters that marks an insertion. */
export const LONGEST_INSERTION = 6;

export function charactersOf(form: NumberForm): Characters {
  return { kind: 'all', parts: form.map(ofItem) };
}

function ofItem(item: NumberItem): Characters {
  switch (item.kind) {
    case 'text':
      return word(item.text);
    case 'decimal':
      return decimal(item.from, item.width);
    case 'letters':
      return upTo(item.most, alphabet(item.case));
    case 'roman':
      return roman(item.case);
    case 'words':
      return { kind: 'either', parts: item.words.map(word) };
    case 'insertion':
      return maybe(upTo(LONGEST_INSERTION, alphabet(item.case)));
    case 'maybe':
      return maybe(charactersOf(item.items));
    case 'repeat':
      return { kind: 'many', part: charactersOf(item.items) };
  }
}

function decimal(from: 0 | 1, width: number | undefined): Characters {
  const digit: Characters = { kind: 'one', of: '0123456789' };
  const plain = all({ kind: 'one', of: '123456789' }, { kind: 'many', part: digit });
  if (width === undefined) return from === 0 ? either({ kind: 'one', of: '0' }, plain) : plain;
  // As many digits as the width, or more that do not begin with a zero.
  const longer = all({ kind: 'one', of: '123456789' }, ...fill(width, digit), { kind: 'many', part: digit });
  return either(all(...fill(width, digit)), longer);
}

/** Digits of Roman numerals from the thousands down, at least one of them. */
function roman(letterCase: LetterCase, [digits = [], ...lower] = ROMAN_DIGITS): Characters {
  const digit = either(...digits.slice(1).map((letters) => word(cased(letterCase, letters))));
  if (lower.length === 0) return digit;
  const below = roman(letterCase, lower);
  return either(all(digit, maybe(below)), below);
}

function word(text: string): Characters {
  return all(...[...text].map((of): Characters => ({ kind: 'one', of })));
}

function alphabet(letterCase: LetterCase): Characters {
  return { kind: 'one', of: cased(letterCase, ALPHABET) };
}

export function cased(letterCase: LetterCase, letters: string): string {
  return letterCase === 'upper' ? letters : letters.toLowerCase();
}

/** One to `most` of a part. */
function upTo(most: number, part: Characters): Characters {
  return most > 1 ? all(part, maybe(upTo(most - 1, part))) : part;
}

function maybe(part: Characters): Characters {
  return either(part, NOTHING);
}

function all(...parts: readonly Characters[]): Characters {
  return { kind: 'all', parts };
}

function either(...parts: readonly Characters[]): Characters {
  return { kind: 'either', parts };
}

function fill(count: number, part: Characters): readonly Characters[] {
  return Array.from({ length: count }, () => part);
}

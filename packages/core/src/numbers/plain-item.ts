import { LONGEST_INSERTION } from './characters.ts';
import { insertionOrder } from './insertion.ts';
import type { NumberItem } from './number-system.ts';
import { fromRoman } from './roman.ts';

/** An item that is one piece of a number, with a value of its own. */
export type PlainItem = Exclude<NumberItem, { readonly kind: 'maybe' | 'repeat' }>;

/** What items sort by where their kinds differ: letters before digits, and an insertion behind what is below its number. */
const RANK = { letters: '1', roman: '2', words: '3', decimal: '4', insertion: '5' } as const;

/** How many characters an item can take of a text from a place on, the longest first. */
export function lengthsOf(item: PlainItem, text: string, at: number): readonly number[] {
  switch (item.kind) {
    case 'text':
      return text.startsWith(item.text, at) ? [item.text.length] : [];
    case 'words':
      return item.words
        .filter((word) => text.startsWith(word, at))
        .map(({ length }) => length)
        .sort((a, b) => b - a);
    case 'decimal': {
      const { width = 1 } = item;
      return down(run(text, at, /[0-9]/).length, width).filter(
        (length) => text[at] !== '0' || (length === width && (width > 1 || item.from === 0)),
      );
    }
    case 'letters':
      return down(Math.min(item.most, run(text, at, LETTER[item.case]).length), 1);
    case 'insertion':
      return down(Math.min(LONGEST_INSERTION, run(text, at, LETTER[item.case]).length), 0);
    case 'roman': {
      const letters = run(text, at, LETTER[item.case]).toUpperCase();
      return down(letters.length, 1).filter((length) => fromRoman(letters.slice(0, length)) !== undefined);
    }
  }
}

/** What a value adds to the text that a number is sorted by. No value's text begins another's of its item. */
export function orderOf(item: PlainItem, value: string): string {
  switch (item.kind) {
    case 'text':
      return '';
    case 'words':
      return RANK.words + counted(item.words.indexOf(value));
    case 'decimal':
      return RANK.decimal + sized(value.replace(/^0+(?=.)/, ''));
    case 'letters':
      return RANK.letters + sized(value.toUpperCase());
    case 'roman':
      return RANK.roman + counted(fromRoman(value.toUpperCase()) ?? 0);
    case 'insertion':
      return value === '' ? '' : RANK.insertion + insertionOrder(value);
  }
}

const LETTER = { upper: /[A-Z]/, lower: /[a-z]/ } as const;

function run(text: string, at: number, of: RegExp): string {
  let end = at;
  while (end < text.length && of.test(text.charAt(end))) end++;
  return text.slice(at, end);
}

function down(from: number, to: number): readonly number[] {
  return from < to ? [] : Array.from({ length: from - to + 1 }, (_, index) => from - index);
}

/** Longer ones behind shorter ones. */
function sized(value: string): string {
  return String.fromCharCode(value.length + 32) + value;
}

function counted(value: number): string {
  return String(value).padStart(4, '0');
}

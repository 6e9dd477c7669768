import { cased } from './characters.ts';
import type { NumberForm, NumberItem } from './number-system.ts';
import type { PlainItem } from './plain-item.ts';

/** A piece of a number in words, for messages: `a number (1, 2, 3)`, `"UG-"`. */
export function sayPiece(item: PlainItem): string {
  switch (item.kind) {
    case 'text':
      return `"${item.text}"`;
    case 'decimal':
      return item.width === undefined
        ? `a number (${item.from}, ${item.from + 1}, ${item.from + 2} …)`
        : `a number of ${item.width} digits or more`;
    case 'letters':
      return item.case === 'upper' ? 'a capital letter' : 'a small letter';
    case 'roman':
      return item.case === 'upper' ? 'a Roman numeral (I, II, III …)' : 'a Roman numeral (i, ii, iii …)';
    case 'words':
      return item.words.map((word) => `"${word}"`).join(' or ');
    case 'insertion':
      return item.case === 'upper'
        ? 'the capital letter of an insertion'
        : 'the small letter of an insertion';
  }
}

/** Numbers of a form as examples, the shortest and the fullest: `§ 1` and `§ 1a`. */
export function examplesOf(form: NumberForm): readonly string[] {
  return [...new Set([exampleOf(form, false), exampleOf(form, true)])];
}

function exampleOf(items: readonly NumberItem[], full: boolean): string {
  return items
    .map((item) => {
      switch (item.kind) {
        case 'text':
          return item.text;
        case 'decimal':
          return '1'.padStart(item.width ?? 1, '0');
        case 'letters':
          return cased(item.case, 'A');
        case 'roman':
          return cased(item.case, 'I');
        case 'words':
          return item.words[0] ?? '';
        case 'insertion':
          return full ? cased(item.case, 'A') : '';
        case 'maybe':
        case 'repeat':
          return full ? exampleOf(item.items, full) : '';
        default:
          return item satisfies never;
      }
    })
    .join('');
}

import type { NumberItem } from './number-system.ts';
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

/** The first numbers of a grammar's forms, as examples: `4.1`, `A`. */
export function exampleOf(items: readonly NumberItem[]): string {
  return items
    .map((item) => {
      switch (item.kind) {
        case 'text':
          return item.text;
        case 'decimal':
          return '1'.padStart(item.width ?? 1, '0');
        case 'letters':
          return item.case === 'upper' ? 'A' : 'a';
        case 'roman':
          return item.case === 'upper' ? 'I' : 'i';
        case 'words':
          return item.words[0] ?? '';
        case 'insertion':
        case 'repeat':
          return '';
        case 'maybe':
          return exampleOf(item.items);
        default:
          return item satisfies never;
      }
    })
    .join('');
}

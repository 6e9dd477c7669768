import type { LetterCase, NumberItem, NumberSystem } from './number-system.ts';

export type NumberPreset = 'decimal' | 'legal' | 'standard' | 'rulebook' | 'regulation';

const decimal: NumberItem = { kind: 'decimal', from: 1 };
const points: NumberItem = { kind: 'repeat', items: [text('.'), decimal] };
const lower = letters('lower', 2);

/** The grammars that a book can name instead of declaring its own. */
export const NUMBER_PRESETS: Readonly<Record<NumberPreset, NumberSystem>> = {
  /** 634, 634A, 3.1.6. */
  decimal: [[decimal, points, maybe(letters('upper', 2))]],
  /** § 14, § 14a. */
  legal: [[text('§ '), decimal, insertion('lower')]],
  /** 4, 4.1.2, then annexes: A, A.2. */
  standard: [
    [decimal, points],
    [letters('upper', 2), points],
  ],
  /** UG-3.1.6, UG-3.1.6A. */
  rulebook: [
    [
      letters('upper', 6),
      text('-'),
      decimal,
      insertion('upper'),
      { kind: 'repeat', items: [text('.'), decimal, insertion('upper')] },
    ],
  ],
  /** 4, 4b, 4b1, 4b1a, then A, A1, A1a1. */
  regulation: [
    [decimal, maybe(lower, maybe(decimal, maybe(lower, maybe(decimal))))],
    [letters('upper', 2), maybe(decimal, maybe(lower, maybe(decimal, maybe(lower))))],
  ],
};

/** What numbers are where a book declares nothing. */
export const DECIMAL_NUMBERS: NumberSystem = NUMBER_PRESETS.decimal;

function text(fixed: string): NumberItem {
  return { kind: 'text', text: fixed };
}

function letters(letterCase: LetterCase, most: number): NumberItem {
  return { kind: 'letters', case: letterCase, most };
}

function insertion(letterCase: LetterCase): NumberItem {
  return { kind: 'insertion', case: letterCase };
}

function maybe(...items: readonly NumberItem[]): NumberItem {
  return { kind: 'maybe', items };
}

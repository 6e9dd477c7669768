import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charactersOf } from '../src/numbers/characters.ts';
import { findClash } from '../src/numbers/find-clash.ts';
import { numberAtEnd, numberBehind } from '../src/numbers/free-number.ts';
import { isGrownFrom } from '../src/numbers/grown.ts';
import { insertionBetween, insertionOrder } from '../src/numbers/insertion.ts';
import { numberKey } from '../src/numbers/number-key.ts';
import type { NumberItem, NumberSystem } from '../src/numbers/number-system.ts';
import { compareNumbers, isNumber } from '../src/numbers/order-numbers.ts';
import { positionsOf } from '../src/numbers/positions.ts';
import { NUMBER_PRESETS } from '../src/numbers/presets.ts';
import { numberAtStart, readNumber } from '../src/numbers/read-number.ts';
import { respelt } from '../src/numbers/respell.ts';
import { fromRoman, toRoman } from '../src/numbers/roman.ts';

const text = (fixed: string): NumberItem => ({ kind: 'text', text: fixed });
const maybe = (...items: readonly NumberItem[]): NumberItem => ({ kind: 'maybe', items });
const repeat = (...items: readonly NumberItem[]): NumberItem => ({ kind: 'repeat', items });
const decimal: NumberItem = { kind: 'decimal', from: 1 };
const fromZero: NumberItem = { kind: 'decimal', from: 0 };
const threeDigits: NumberItem = { kind: 'decimal', from: 1, width: 3 };
const roman: NumberItem = { kind: 'roman', case: 'upper' };
const upper: NumberItem = { kind: 'letters', case: 'upper', most: 2 };
const lower: NumberItem = { kind: 'letters', case: 'lower', most: 2 };
const parts: NumberItem = { kind: 'words', words: ['UG-', 'AU-', 'BR-'] };

const clash = (system: NumberSystem) => findClash(positionsOf(system.map(charactersOf)));

/** Grammars, each with numbers in their order. */
const IN_ORDER: readonly (readonly [name: string, NumberSystem, readonly string[]])[] = [
  ['decimal', NUMBER_PRESETS.decimal, ['1', '2', '12', '12A', '12B', '12Z', '12AA', '13', '601', '3000']],
  ['decimal, by parts', NUMBER_PRESETS.decimal, ['3', '3A', '3.1', '3.1A', '3.1.6', '3.1.10', '3.2', '3.10']],
  [
    'legal',
    NUMBER_PRESETS.legal,
    ['§ 1', '§ 14', '§ 14za', '§ 14a', '§ 14aza', '§ 14aa', '§ 14b', '§ 15', '§ 100'],
  ],
  [
    'standard',
    NUMBER_PRESETS.standard,
    ['4', '4.1', '4.1.2', '4.2', '10', 'A', 'A.2', 'A.10', 'B', 'Z', 'AA', 'AB'],
  ],
  [
    'rulebook',
    NUMBER_PRESETS.rulebook,
    ['AU-1', 'UG-3', 'UG-3.1', 'UG-3.1.6', 'UG-3.1.6A', 'UG-3.1.7', 'UG-3.1A', 'UG-3.1A.2', 'UG-3.2'],
  ],
  [
    'regulation',
    NUMBER_PRESETS.regulation,
    ['4', '4a', '4b', '4b1', '4b1a', '4b2', '4b10', '4c', '4aa', '10', 'A', 'A1', 'A1a', 'A1a1', 'A2', 'B'],
  ],
  [
    'with a closing sign',
    [[upper, decimal, lower, decimal, text(')')]],
    ['A1a1)', 'A1a2)', 'A1z1)', 'A1aa1)', 'B1a1)'],
  ],
  [
    'roman',
    [[roman, repeat(text('.'), decimal)]],
    ['I', 'II', 'IV', 'IV.2', 'V', 'IX', 'X', 'XL', 'XC', 'CD', 'MMMCMXCIX'],
  ],
  ['from 0', [[fromZero]], ['0', '1', '9', '10']],
  ['with zeros', [[threeDigits]], ['001', '010', '099', '100', '999', '1000']],
  ['with hyphens', [[decimal, text('-'), decimal]], ['12-3', '12-10', '13-1']],
  ['with a prefix', [[text('Q'), decimal]], ['Q1', 'Q12', 'Q101']],
  ['with words in their order', [[parts, decimal]], ['UG-1', 'UG-2', 'AU-1', 'BR-1']],
  [
    'annexes',
    [
      [text('Annex '), upper],
      [text('§'), decimal],
    ],
    ['Annex A', 'Annex B', 'Annex AA', '§1', '§2'],
  ],
];

describe.each(IN_ORDER)('numbers of a grammar: %s', (_, system, numbers) => {
  test('are read, and are in their order whatever order they come in', () => {
    for (const number of numbers) expect(readNumber(system, number), number).toMatchObject({ fits: true });
    fc.assert(
      fc.property(fc.shuffledSubarray([...numbers], { minLength: numbers.length }), (mixed) => {
        expect(mixed.sort((a, b) => compareNumbers(a, b, system))).toEqual(numbers);
      }),
      { numRuns: 30 },
    );
  });

  test('have a key each, and the grammar is proved to give no key twice', () => {
    expect(new Set(numbers.map((number) => numberKey(number).toLowerCase())).size).toBe(numbers.length);
    expect(clash(system)).toBeUndefined();
  });
});

/** Any grammar: what it means is not the point here. */
const anyItem: fc.Arbitrary<NumberItem> = fc.letrec<{ item: NumberItem; items: NumberItem[] }>((tie) => ({
  item: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom<NumberItem>(
      decimal,
      fromZero,
      threeDigits,
      upper,
      lower,
      roman,
      parts,
      { kind: 'insertion', case: 'upper' },
      { kind: 'insertion', case: 'lower' },
      ...['.', '-', '§ ', 'Q', ')', ' ', 'é'].map(text),
    ),
    tie('items').map((items): NumberItem => ({ kind: 'maybe', items })),
    tie('items').map((items): NumberItem => ({ kind: 'repeat', items })),
  ),
  items: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
})).item;
const anySystem = fc.array(fc.array(anyItem, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 });

/** A number of a form, with what chance gives for each of its choices. */
function numberOf(items: readonly NumberItem[], chance: () => number): string {
  return items.map((item) => pieceOf(item, chance)).join('');
}

function pieceOf(item: NumberItem, chance: () => number): string {
  switch (item.kind) {
    case 'text':
      return item.text;
    case 'words':
      return item.words[chance() % item.words.length] ?? '';
    case 'decimal':
      return String((chance() % 12) + item.from).padStart(item.width ?? 1, '0');
    case 'letters':
      return (item.case === 'upper' ? 'ABIVX' : 'abivx').charAt(chance() % 5);
    case 'roman':
      return toRoman((chance() % 12) + 1);
    case 'insertion': {
      const letters = ['', 'A', 'Z', 'ZA'][chance() % 4] ?? '';
      return item.case === 'upper' ? letters : letters.toLowerCase();
    }
    case 'maybe':
      return chance() % 2 ? numberOf(item.items, chance) : '';
    case 'repeat':
      return Array.from({ length: chance() % 3 }, () => numberOf(item.items, chance)).join('');
  }
}

const someNumbers = fc
  .tuple(
    anySystem,
    fc.array(fc.array(fc.nat(60), { minLength: 30, maxLength: 30 }), { minLength: 3, maxLength: 8 }),
  )
  .map(([system, chances]) => {
    const numbers = chances.map((chance) => {
      let at = 0;
      const next = (): number => chance[at++ % chance.length] ?? 0;
      return numberOf(system[next() % system.length] ?? [], next);
    });
    return [system, [...new Set(numbers)].filter((number) => number.length <= 60)] as const;
  });

test('whatever a form makes is a number of the grammar', () => {
  fc.assert(
    fc.property(someNumbers, ([system, numbers]) => {
      for (const number of numbers) expect(isNumber(number, system), number).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the order of any grammar is total: of two different numbers one is first, and the order is transitive', () => {
  fc.assert(
    fc.property(someNumbers, ([system, numbers]) => {
      for (const a of numbers)
        for (const b of numbers) {
          expect(Math.sign(compareNumbers(a, b, system))).toBe(-Math.sign(compareNumbers(b, a, system)) + 0);
          expect(compareNumbers(a, b, system) === 0).toBe(a === b);
          for (const c of numbers)
            if (compareNumbers(a, b, system) < 0 && compareNumbers(b, c, system) < 0)
              expect(compareNumbers(a, c, system)).toBeLessThan(0);
        }
    }),
    { numRuns: 500 },
  );
});

test('a grammar without a clash has no two numbers of one key, and a clash is one', () => {
  let sound = 0;
  fc.assert(
    fc.property(someNumbers, ([system, numbers]) => {
      const found = clash(system);
      const keys = numbers.map((number) => numberKey(number).toLowerCase());
      if (!found) {
        sound += 1;
        expect(new Set(keys).size).toBe(numbers.length);
        expect(keys).not.toContain('');
      } else if (found.kind === 'same-key') {
        const [first, second] = found.numbers;
        expect(numberKey(first).toLowerCase()).toBe(numberKey(second).toLowerCase());
        if (first.length <= 60 && second.length <= 60)
          for (const number of found.numbers) expect(isNumber(number, system), number).toBe(true);
      } else if (found.kind === 'no-key') expect(numberKey(found.number)).toBe('');
    }),
    { numRuns: 200 },
  );
  expect(sound).toBeGreaterThan(5);
});

test.each<readonly [why: string, NumberSystem, readonly string[]]>([
  ['two decimals with nothing between', [[decimal, decimal]], ['11', '12']],
  ['a closing sign that may be missing', [[decimal, maybe(text(')'))]], ['1', '1)']],
  [
    'capitals and small letters in one place',
    [
      [decimal, upper],
      [decimal, lower],
    ],
    ['1A', '1a'],
  ],
  [
    'signs that a key does not tell apart',
    [
      [text('§ '), decimal],
      [text('Art. '), decimal],
      [text('§§ '), decimal],
    ],
    ['§ 1', '§§ 1'],
  ],
  ['letters that are numerals', [[roman], [upper]], ['I', 'I']],
])('two numbers of one key are shown: %s', (_, system, numbers) => {
  const found = clash(system);
  expect(found?.kind).toBe('same-key');
  if (found?.kind !== 'same-key') return;
  expect(found.numbers.map((number) => numberKey(number).toLowerCase())).toEqual(
    Array(2).fill(numberKey(found.numbers[0]).toLowerCase()),
  );
  expect(numbers.length).toBe(2);
});

test.each([
  ['634A', '634A'],
  ['3.1.6', '3.1.6'],
  ['§ 14a', '14a'],
  ['UG-3.1.6A', 'UG-3.1.6A'],
  ['A1a1)', 'A1a1'],
  ['Annex A', 'Annex-A'],
  ['Art. 5', 'Art.5'],
  ['IV.2', 'IV.2'],
  ['0', '0'],
  ['4.', '4'],
  ['第3条', '_7b2c_3_6761_'],
  ['CON', 'CON_'],
  ['com1.2', 'com1_.2'],
  ['Nul', 'Nul_'],
  ['INDEX', 'INDEX_'],
  ['CONS', 'CONS'],
])('the key of %s is %s', (number, key) => {
  expect(numberKey(number)).toBe(key);
});

test('the key of any text is a file name on every system, an anchor and an IRI segment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (any) => {
      expect(numberKey(any)).toMatch(/^([0-9A-Za-z_]+([.-][0-9A-Za-z_]+)*)?$/);
      expect(numberKey(any)).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d|index)(\.|$)/i);
    }),
    { numRuns: 1000 },
  );
});

test('between two numbers there is room for another, unless the first ends in Z', () => {
  const letters = fc.stringMatching(/^[A-EX-Z]{0,4}$/);
  fc.assert(
    fc.property(letters, letters, (one, other) => {
      fc.pre(one !== other);
      const [low = '', high = ''] = [one, other].sort((a, b) =>
        insertionOrder(a) < insertionOrder(b) ? -1 : 1,
      );
      fc.pre(!low.endsWith('Z'));
      for (const before of high === '' ? [undefined] : [high, undefined]) {
        const between = insertionBetween(low, before);
        expect(between, `${low} … ${before}`).toBeDefined();
        expect(insertionOrder(between ?? '') > insertionOrder(low)).toBe(true);
        if (before) expect(insertionOrder(between ?? '') < insertionOrder(before)).toBe(true);
      }
    }),
    { numRuns: 5000 },
  );
});

test('a text that is no number says how far it fits', () => {
  const stops = (system: NumberSystem, number: string) => {
    const reading = readNumber(system, number);
    return reading.fits
      ? undefined
      : { at: reading.at, kinds: reading.expected.map(({ kind }) => kind), ends: reading.ends };
  };
  expect(stops(NUMBER_PRESETS.rulebook, 'UG-3.x')).toEqual({ at: 5, kinds: ['decimal'], ends: false });
  expect(stops(NUMBER_PRESETS.rulebook, 'UG3')).toEqual({ at: 2, kinds: ['text'], ends: false });
  expect(stops(NUMBER_PRESETS.legal, '14a')).toEqual({ at: 0, kinds: ['text'], ends: false });
  expect(stops(NUMBER_PRESETS.decimal, '601a')).toEqual({ at: 3, kinds: ['text', 'letters'], ends: true });
  expect(stops(NUMBER_PRESETS.decimal, '0')).toEqual({ at: 0, kinds: ['decimal'], ends: false });
});

test('Roman numerals are read and written, and only as they are written today', () => {
  for (let value = 1; value < 4000; value++) expect(fromRoman(toRoman(value))).toBe(value);
  for (const odd of ['', 'IIII', 'VX', 'IC', 'MMMM', 'A']) expect(fromRoman(odd)).toBeUndefined();
});

test.each<
  readonly [NumberSystem | undefined, string, string | undefined, readonly string[], string | undefined]
>([
  [undefined, '634', '635', ['634', '635'], '634A'],
  [undefined, '634', '635', ['634', '635', '634A'], '634B'],
  [undefined, '634', '640', ['634', '640'], '635'],
  [undefined, '3.1', '3.2', ['3.1', '3.2', '3.1A'], '3.1B'],
  [NUMBER_PRESETS.legal, '§ 14', '§ 14a', ['§ 14', '§ 14a'], '§ 14za'],
  [NUMBER_PRESETS.legal, '§ 14', '§ 15', ['§ 14', '§ 15'], '§ 14a'],
  [NUMBER_PRESETS.rulebook, 'UG-3.1.6', 'UG-3.1.7', [], 'UG-3.1.6A'],
  [NUMBER_PRESETS.standard, 'A.1', 'A.2', [], 'A.1.1'],
  [[[upper, decimal, text(')')]], 'A1)', 'A2)', [], undefined],
  [[[roman, repeat(text('.'), decimal)]], 'IV', 'V', [], 'IV.1'],
  [[[fromZero]], '0', undefined, ['0', '1'], undefined],
])(
  'between two numbers of a grammar there is a free one, where the grammar has one',
  (system, number, next, taken, free) => {
    expect(numberBehind(number, next, (one) => !taken.includes(one), system)).toBe(free);
  },
);

test.each<readonly [NumberSystem | undefined, string, string | undefined]>([
  [undefined, '700', '701'],
  [undefined, '700A', '701'],
  [undefined, '3.1.6', '3.1.7'],
  [NUMBER_PRESETS.legal, '§ 14a', '§ 15'],
  [NUMBER_PRESETS.rulebook, 'UG-3.1.6A', 'UG-3.1.7'],
  [NUMBER_PRESETS.standard, 'Z', 'AA'],
  [[[threeDigits]], '099', '100'],
  [[[roman]], 'VIII', 'IX'],
  [[[parts]], 'BR-', undefined],
])('behind the last number comes the next', (system, last, next) => {
  expect(numberAtEnd(last, () => true, system)).toBe(next);
});

test('what is proposed is a number of the grammar, stands where it was asked for, and is free', () => {
  fc.assert(
    fc.property(someNumbers, ([system, numbers]) => {
      const [first, second] = [...numbers].sort((a, b) => compareNumbers(a, b, system));
      fc.pre(first !== undefined);
      const between = numberBehind(first ?? '', second, (one) => !numbers.includes(one), system);
      for (const proposal of [between, numberAtEnd(first ?? '', (one) => !numbers.includes(one), system)]) {
        if (proposal === undefined) continue;
        expect(isNumber(proposal, system)).toBe(true);
        expect(numbers).not.toContain(proposal);
        expect(compareNumbers(first ?? '', proposal, system)).toBeLessThan(0);
      }
      if (between !== undefined && second !== undefined)
        expect(compareNumbers(between, second, system)).toBeLessThan(0);
    }),
    { numRuns: 300 },
  );
});

test('the longest number at the start of a reference is read, and the rest is left', () => {
  expect(numberAtStart('618(2)(b)')).toEqual({ number: '618', rest: '(2)(b)' });
  expect(numberAtStart('3.1.6A(b)')).toEqual({ number: '3.1.6A', rest: '(b)' });
  expect(numberAtStart('§ 14a(2)', NUMBER_PRESETS.legal)).toEqual({ number: '§ 14a', rest: '(2)' });
  expect(numberAtStart('A1a1)(b)', [[upper, decimal, lower, decimal, text(')')]])).toEqual({
    number: 'A1a1)',
    rest: '(b)',
  });
  expect(numberAtStart('steps')).toBeUndefined();
});

test.each<readonly [string, NumberSystem, string | undefined]>([
  ['14A', NUMBER_PRESETS.legal, '§ 14a'],
  ['§ 14a', NUMBER_PRESETS.decimal, '14A'],
  ['A1a1)', NUMBER_PRESETS.regulation, 'A1a1'],
  ['3.1', NUMBER_PRESETS.rulebook, undefined],
])('a number keeps its address in another grammar, where that has it', (number, system, other) => {
  expect(respelt(number, system)).toBe(other);
});

test('a grammar has grown when its prefixes are more, in their order', () => {
  const words = (...all: readonly string[]): NumberSystem => [[{ kind: 'words', words: all }, decimal]];
  expect(isGrownFrom(words('UG-', 'XY-', 'AU-'), words('UG-', 'AU-'))).toBe(true);
  expect(isGrownFrom(JSON.parse(JSON.stringify(words('UG-'))), words('UG-'))).toBe(true);
  expect(isGrownFrom(words('AU-', 'UG-'), words('UG-', 'AU-'))).toBe(false);
  expect(isGrownFrom(words('UG-'), words('UG-', 'AU-'))).toBe(false);
  expect(isGrownFrom(NUMBER_PRESETS.standard, NUMBER_PRESETS.decimal)).toBe(false);
});

import { readFileSync } from 'node:fs';
import { compareWords } from '@octavo/core/compare-words';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Compare = (
  before: string,
  after: string,
) => readonly (readonly { readonly kind: string; readonly text: string }[])[];

/** The script as pages load it, on a page without the switch. */
const code = readFileSync(new URL('../dist/browser/history.js', import.meta.url), 'utf8');
const page = { querySelector: () => null };
const { compareLines } = new Function('document', `${code}; return octavo_history;`)(page) as {
  readonly compareLines: Compare;
};

const word = fc.constantFrom(
  'a',
  'year',
  'Two',
  'years,',
  'rye',
  '12',
  'don’t',
  '粉',
  'とき',
  'ไทย',
  '|',
  '[633]',
  'é',
);
const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const text = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n'));

it('finds the same passages in the browser as the comparison of editions', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const passages = compareLines(before, after).filter((segments) =>
        segments.some(({ kind, text }) => kind !== 'same' && text.trim() !== ''),
      );
      expect(passages).toEqual(compareWords('answer', before, after).map(({ segments }) => segments));
    }),
    { numRuns: 500 },
  );
});

it('says the old text without insertions and the new one without deletions', () => {
  const without = (lines: ReturnType<Compare>, other: string): string[] =>
    lines
      .map((segments) => segments.filter(({ kind }) => kind !== other).map(({ text }) => text))
      .map((texts) => texts.join(''))
      .filter((words) => words !== '');
  const filled = (words: string): string[] => words.split('\n').filter((one) => one !== '');
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = compareLines(before, after);
      expect(without(lines, 'inserted')).toEqual(filled(before));
      expect(without(lines, 'deleted')).toEqual(filled(after));
    }),
    { numRuns: 500 },
  );
});

it('hands on the licence of the library that is in it', () => {
  expect(code).toMatch(/^\/\*\ndiff \S+ \(BSD-3-Clause\)[\s\S]*?Redistributions/);
});

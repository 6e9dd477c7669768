import type { Handbook, ReleaseContent } from '@octavo/core';
import { checkClauses, editionText, releaseRecord } from '@octavo/core/ledger';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryText, load } from './sample.ts';

function bookOf(body: string, extra = ''): Handbook | undefined {
  return load({ 'basics/1-law.md': entryText('1', body, `clauses: true\n${extra}`) }).handbook;
}

function recordOf(handbook: Handbook, ledger: readonly ReleaseContent[] = []): ReleaseContent {
  return releaseRecord(handbook, { revisions: { at: new Map(), changes: [] }, hash: '' }, [], ledger);
}

/** What a release of `after` is refused for, when the last one was `before`. */
function refusals(before: string, after: string, extra = ''): readonly string[] {
  const [was, is] = [bookOf(before), bookOf(after, extra)];
  if (!was || !is) throw new Error('a book has errors');
  const words = editionText(was).entries[0]?.words;
  return checkClauses(is, [recordOf(was)], () => words).map(({ reason }) => reason);
}

const BEFORE =
  '(1) The gate is closed at night.\n(2) Dogs\n    (a) are kept on a short lead;\n    (b) stay off the beds.\n(3) Fires are made in the pit alone.';

test.each([
  ['nothing changed', BEFORE, ''],
  ['words changed a little', BEFORE.replace('closed at night', 'closed every night'), ''],
  ['a clause at the end', `${BEFORE}\n(4) Children are welcome.`, ''],
  ['an insertion', BEFORE.replace('(2) Dogs', '(1a) So is the shed.\n(2) Dogs'), ''],
  ['one taken away', BEFORE.replace('are kept on a short lead;', '[deleted]'), ''],
  [
    'one that moved',
    `${BEFORE.replace('Fires are made in the pit alone.', '[moved]')}\n(4) Fires are made in the pit alone.`,
    'moved: { "(3)": "(4)" }\n',
  ],
  [
    'two made one',
    BEFORE.replace('\n    (b) stay off the beds.', ' and stay off the beds'),
    'moved: { "(2)(b)": "(2)(a)" }\n',
  ],
  ['another sign', BEFORE.replace('(1)', '1.').replace('(2)', '2.').replace('(3)', '3.'), ''],
  [
    'written anew, as its editor says',
    BEFORE.replace('The gate is closed at night.', 'Whoever comes last turns the key.'),
    'change: { significance: major }\n',
  ],
])('%s: kept', (_, after, extra) => {
  expect(refusals(BEFORE, after, extra)).toEqual([]);
});

test.each([
  [
    'one gone',
    BEFORE.replace('\n(3) Fires are made in the pit alone.', ''),
    '',
    ['the clause 1(3) of release 1 is gone'],
  ],
  [
    'one put in before the others',
    '(1) Come in.\n(2) The gate is closed at night.\n(3) Dogs\n    (a) are kept on a short lead;\n    (b) stay off the beds.\n(4) Fires are made in the pit alone.',
    '',
    [
      'the clause 1(1) of release 1 said "The gate is closed at night." and says "Come in." now: an address is never used again for another rule',
      'the clause 1(2) of release 1 now says what (1) said',
      'the clause 1(2)(a) of release 1 is (3)(a) now',
      'the clause 1(2)(b) of release 1 is (3)(b) now',
      'the clause 1(3) of release 1 now says what (2) said',
    ],
  ],
  [
    'a move to words of another clause',
    `${BEFORE.replace('Fires are made in the pit alone.', '[moved]')}\n(4) Bees may not be kept here.`,
    'moved: { "(3)": "(4)" }\n',
    [
      'the clause 1(3) of release 1 said "Fires are made in the pit alone." and says "Bees may not be kept here." now: an address is never used again for another rule',
    ],
  ],
  [
    'other words',
    BEFORE.replace('The gate is closed at night.', 'Bees may not be kept here.'),
    '',
    [
      'the clause 1(1) of release 1 said "The gate is closed at night." and says "Bees may not be kept here." now: an address is never used again for another rule',
    ],
  ],
  [
    'clauses no more',
    'The gate is closed at night.',
    '',
    ['1(1)', '1(2)', '1(2)(a)', '1(2)(b)', '1(3)'].map((one) => `the clause ${one} of release 1 is gone`),
  ],
])('%s: refused', (_, after, extra, reasons) => {
  expect(refusals(BEFORE, after, extra)).toEqual(reasons);
});

test('a label that was taken away, and a former address, stay what they are in every later release', () => {
  const [first, second, third] = [
    bookOf('(a) One is here.\n(b) Two is there.'),
    bookOf('(a) One is here.\n(b) [moved]\n(c) [deleted]\n(d) Two is there.', 'moved: { "(b)": "(d)" }\n'),
    bookOf('(a) One is here.\n(b) Five is new.\n(c) Six is new.\n(d) Two is there.'),
  ];
  if (!first || !second || !third) throw new Error('a book has errors');
  expect(checkClauses(second, [recordOf(first)])).toEqual([]);
  const fingerprint = expect.any(String);
  expect(recordOf(second).entries[0]?.clauses).toEqual([
    { address: '(a)', fingerprint },
    { address: '(b)' },
    { address: '(c)' },
    { address: '(d)', fingerprint, formerly: ['(b)'] },
  ]);
  expect(
    checkClauses(third, [recordOf(first), recordOf(second)])
      .map(({ reason }) => reason)
      .sort(),
  ).toEqual([
    'the clause 1(b) of release 1 was given up, and now says "Five is new."',
    'the clause 1(c) of release 1 was given up, and now says "Six is new."',
  ]);
});

/** A rule of a book, whatever it is called. */
interface Rule {
  readonly id: number;
  readonly label: number;
  readonly gone: boolean;
}
const wordsOf = (id: number): string =>
  Array.from({ length: 6 }, (_, at) => `w${(id * 7919 + at * 104729) % 9973}x`).join(' ');

test('of any history of edits, what is released gives no address two meanings', () => {
  const edit = fc.record({
    kind: fc.constantFrom('append', 'withdraw', 'drop', 'swap', 'insert', 'move', 'again'),
    at: fc.nat(20),
  });
  let released = 0;
  fc.assert(
    fc.property(
      fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 8 }),
      (editions) => {
        let rules: Rule[] = [1, 2, 3].map((id) => ({ id, label: id, gone: false }));
        let moved = new Map<number, number>();
        let next = 4;
        const ledger: ReleaseContent[] = [];
        const means = new Map<string, number>();
        let words = editionText(print(rules, moved)).entries[0]?.words;
        for (const edits of [[], ...editions]) {
          const [oldRules, oldMoved] = [rules, new Map(moved)];
          for (const { kind, at } of edits) {
            const rule = rules[at % rules.length] as Rule;
            const last = rules.at(-1)?.label ?? 0;
            if (kind === 'append') rules = [...rules, { id: next++, label: last + 1, gone: false }];
            if (kind === 'withdraw')
              rules = rules.map((one) => (one === rule ? { ...one, gone: true } : one));
            if (kind === 'drop')
              rules = rules.filter((one) => one !== rule).map((one, index) => ({ ...one, label: index + 1 }));
            if (kind === 'swap')
              rules = rules.map((one, index) => ({
                ...(rules[(index + 1) % rules.length] as Rule),
                label: one.label,
              }));
            if (kind === 'insert')
              rules = [
                ...rules.slice(0, at % rules.length),
                { id: next++, label: 0, gone: false },
                ...rules.slice(at % rules.length),
              ].map((one, index) => ({ ...one, label: index + 1 }));
            if (kind === 'again')
              rules = rules.map((one) => (one.gone ? { ...one, id: next++, gone: false } : one));
            if (kind === 'move' && !rule.gone) {
              moved = new Map([
                ...[...moved].map(([from, to]) => [from, to === rule.label ? last + 1 : to] as const),
                [rule.label, last + 1],
              ]);
              rules = [
                ...rules.map((one) => (one === rule ? { ...one, gone: true } : one)),
                { ...rule, label: last + 1 },
              ];
            }
            if (rules.length === 0) rules = [{ id: next++, label: 1, gone: false }];
          }
          const book = printOr(rules, moved);
          if (!book || checkClauses(book, ledger, () => words).length > 0) {
            [rules, moved] = [oldRules, oldMoved];
            continue;
          }
          released++;
          ledger.push(recordOf(book, ledger));
          words = editionText(book).entries[0]?.words;
          for (const [label, id] of [
            ...rules.filter(({ gone }) => !gone).map((rule) => [rule.label, rule.id] as const),
            ...[...moved].map(([from, to]) => {
              const target = rules.find(({ label }) => label === to);
              return [from, target && !target.gone ? target.id : -1] as const;
            }),
          ]) {
            const isGone = rules.some((rule) => rule.label === label && rule.gone);
            if (id < 0 || (isGone && !moved.has(label))) continue;
            expect(means.get(`(${label})`) ?? id).toBe(id);
            means.set(`(${label})`, id);
          }
          const there = new Set(
            [...rules.map(({ label }) => label), ...moved.keys()].map((label) => `(${label})`),
          );
          for (const address of means.keys()) expect(there).toContain(address);
        }
      },
    ),
    { numRuns: 40 },
  );
  expect(released).toBeGreaterThan(40);
});

function print(rules: readonly Rule[], moved: ReadonlyMap<number, number>): Handbook {
  const book = printOr(rules, moved);
  if (!book) throw new Error('the first edition has errors');
  return book;
}

function printOr(rules: readonly Rule[], moved: ReadonlyMap<number, number>): Handbook | undefined {
  const body = rules
    .map(({ label, id, gone }) => `(${label}) ${gone ? '[deleted]' : wordsOf(id)}`)
    .join('\n');
  const pairs = [...moved].map(([from, to]) => `"(${from})": "(${to})"`);
  return bookOf(body, pairs.length > 0 ? `moved: { ${pairs.join(', ')} }\n` : '');
}

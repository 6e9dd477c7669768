import type { LedgerEntry } from '@octavo/core';
import {
  chainOf,
  checkLedger,
  checkQuestions,
  conflictsOf,
  editionText,
  type LedgerRecord,
  releaseRecord,
  sealRecord,
  tipsOf,
} from '@octavo/core/ledger';
import { expect, test } from 'vitest';
import { load } from './sample.ts';

/** An entry: its number, id and aliases, and the one word that says what it is about. */
type Item = readonly [number: string, id: string, about: string, aliases?: readonly string[], more?: string];

const yaml = (version: string, previous: string, numbers: string) =>
  `schemaVersion: 1\nid: small\ntitle: A small handbook\nlanguage: en\niri: https://example.org/small/\nedition: { version: "${version}", date: "2026-01-${version.padStart(2, '0')}"${previous} }\n${numbers}chapters: [{ id: basics, title: Basics }]\n`;

function bookOf(version: string, items: readonly Item[], previous = '', numbers = '') {
  const entries = items.map(([number, id, about, aliases = [], more = ''], at): [string, string] => [
    `basics/${at}.md`,
    `---\nnumber: "${number}"\nid: ${id}\nquestion: ${about} ${about}one ${about}two?\naliases: ${JSON.stringify(aliases)}\n${more}---\n\n${more.includes('withdrawn') ? 'It is gone.' : `${about}three ${about}four.`}\n`,
  ]);
  const edition = yaml(version, previous && `, previous: "${previous}"`, numbers);
  const { handbook, messages } = load({ 'handbook.yaml': edition, ...Object.fromEntries(entries) });
  if (!handbook) throw new Error(messages.join('\n'));
  return handbook;
}

/** A ledger that grows by releases, and the words that it keeps. */
function history() {
  let records: readonly LedgerRecord[] = [];
  const words = new Map<string, { readonly question: string; readonly answer: string }>();
  const kept = ({ number, fingerprint }: LedgerEntry) => words.get(`${number} ${fingerprint}`);
  const told = (book: ReturnType<typeof bookOf>) =>
    checkQuestions(book, chainOf(records).ledger, kept).map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
  const release = (book: ReturnType<typeof bookOf>, previous?: string): void => {
    const { ledger } = chainOf(records);
    const content = releaseRecord(book, { revisions: { at: new Map(), changes: [] }, hash: '' }, [], ledger);
    const before = ledger.find(({ version }) => version === previous) ?? ledger.at(-1);
    records = [
      ...records,
      sealRecord(content, { text: '', sums: '', generator: '' }, before, tipsOf(records)),
    ];
    for (const entry of editionText(book).entries)
      if (entry.words) words.set(`${entry.number} ${entry.fingerprint}`, entry.words);
  };
  return { told, release, kept, records: () => records, reset: (to: typeof records) => (records = to) };
}

const OLD: readonly Item[] = [
  ['1', 'jam', 'jam'],
  ['2', 'rye', 'rye'],
];
const KEEPS = 'number-keeps-its-question';

test.each<[what: string, items: readonly Item[], said: readonly string[]]>([
  ['the same', OLD, []],
  ['an id that goes with its question', [OLD[0] as Item, ['3', 'rye', 'rye', ['2']]], []],
  [
    'an id that another question takes, whose number is an alias',
    [OLD[0] as Item, ['3', 'rye', 'oil', ['2']]],
    [`${KEEPS}: the id "rye" meant "rye ryeone ryetwo?" in release 1`],
  ],
  [
    'an id that another question takes, under a withdrawn entry',
    [OLD[0] as Item, ['3', 'rye', 'oil', ['2'], 'status: withdrawn\n']],
    [`${KEEPS}: the id "rye" meant "rye ryeone ryetwo?" in release 1`],
  ],
  [
    'an id that its editor calls the same question',
    [OLD[0] as Item, ['3', 'rye', 'oil', ['2'], 'change: { significance: major }\n']],
    [],
  ],
  ['an entry that another takes in', [['1', 'jam', 'jam', ['2', 'rye']]], []],
  [
    'an alias that leads to another entry than the one that has its question',
    [
      ['1', 'jam', 'jam', ['2']],
      ['3', 'rye', 'rye'],
    ],
    ['anchor-kept: "2" led to "rye ryeone ryetwo?" (3) in release 1'],
  ],
])('names of the last release: %s', (_, items, said) => {
  const { told, release } = history();
  release(bookOf('1', OLD));
  expect(told(bookOf('2', items))).toEqual(said.map((start) => expect.stringContaining(start)));
});

const MERGED: readonly Item[] = [['1', 'jam', 'jam', ['2', 'rye', 'bread']]];

test.each<[what: string, items: readonly Item[], said: readonly string[]]>([
  ['the number of an entry that was taken in', [['2', 'jam', 'jam', ['1', 'rye', 'bread']]], [KEEPS]],
  ['its id', [...([['1', 'jam', 'jam', ['2', 'bread']]] as Item[]), ['3', 'rye', 'oil']], [KEEPS]],
  ['it comes back', [['1', 'jam', 'jam', ['bread']], OLD[1] as Item], []],
  [
    'an alias becomes the id of another question',
    [
      ['1', 'jam', 'jam', ['2', 'rye']],
      ['3', 'bread', 'oil'],
    ],
    [KEEPS],
  ],
  ['an alias becomes the id of its own entry', [['1', 'bread', 'jam', ['2', 'rye', 'jam']]], []],
  [
    'an alias moves to another entry',
    [
      ['1', 'jam', 'jam', ['2', 'rye']],
      ['3', 'oil', 'oil', ['bread']],
    ],
    ['anchor-kept'],
  ],
  [
    'what was taken in is taken in by another',
    [
      ['1', 'jam', 'jam', ['bread']],
      ['3', 'oil', 'oil', ['2', 'rye']],
    ],
    [],
  ],
])('names that were given up: %s', (_, items, said) => {
  const { told, release } = history();
  release(bookOf('1', OLD));
  release(bookOf('2', MERGED));
  expect(told(bookOf('3', items)).map((line) => line.split(':')[0])).toEqual(said);
});

test('a number is the same with small letters: no disk and no web server has to tell them apart', () => {
  const { told, release } = history();
  release(bookOf('1', [OLD[0] as Item, ['12A', 'rye', 'rye']]));
  const legal = 'numbers: { preset: regulation, former: [{ preset: decimal }] }\n';
  release(bookOf('2', [['2', 'jam', 'jam', ['1', '12A', 'rye']]], '', legal));
  const [said] = told(bookOf('3', [['12a', 'jam', 'jam', ['1', '2', '12A', 'rye']]], '', legal));
  expect(said).toContain('the number 12a meant "rye ryeone ryetwo?" in release 2');
});

test('two branches that each gave an id to a question of their own cannot stand side by side, withdrawn or not', () => {
  const withdrawn = 'status: withdrawn\n';
  const { release, kept, records, reset } = history();
  release(bookOf('1', []));
  const fork = records();
  release(bookOf('2', [['1', 'jam', 'jam', [], withdrawn]]), '1');
  const ours = records();
  reset(fork);
  release(bookOf('3', [['2', 'jam', 'oil', ['1'], withdrawn]]), '1');
  const conflicts = conflictsOf(chainOf([...new Set([...ours, ...records()])]), kept);
  expect(conflicts.map(({ what }) => what)).toContain('the address jam');
});

test('two releases of one instant are no history, and the message says what to do', () => {
  const { release, records } = history();
  for (const version of ['1', '2']) release(bookOf(version, OLD));
  const [first, second] = chainOf(records()).ledger;
  if (!first || !second) throw new Error('two releases were made');
  const found = checkLedger({ id: 'small', iri: first.iri }, [first, { ...second, date: first.date }]);
  expect(found).toMatchObject([
    { ruleId: 'ledger-in-order', file: 'releases/2.json', note: expect.stringContaining('version control') },
  ]);
});

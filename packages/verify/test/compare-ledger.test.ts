import type { Entry, Handbook, Ledger } from '@octavo/core';
import { expect, test } from 'vitest';
import { compareLedger } from '../src/compare/compare-ledger.ts';
import { findingsOf } from '../src/compare/findings.ts';
import { expectedBook } from '../src/expected/expected-book.ts';
import { SMALL } from './small-handbook.ts';

/** Three releases of entry 1, which had the number 9 at first; the second one left it alone. */
const LEDGER = [
  { version: 'a', number: '9', fingerprint: '1-old' },
  { version: 'b', number: '9', fingerprint: '1-old' },
  { version: 'c', number: '1', fingerprint: '1-new' },
].map(({ version, ...entry }) => ({
  version,
  entries: [
    { ...entry, id: 'what', anchors: [`q${entry.number}`, 'what'], chapter: 'one', status: 'active' },
    // A record keeps every number.
    ...(entry.number === '1' ? [{ ...entry, number: '9', id: 'what', anchors: ['q9'], chapter: 'one' }] : []),
  ],
})) as unknown as Ledger;

type Event = NonNullable<Entry['history']>['events'][number];
const event = (version: string, old?: string): Event => ({
  version,
  date: '2026-01-01T00:00:00Z',
  kind: 'changed',
  significance: 'minor',
  ...(old === undefined
    ? {}
    : {
        since: [
          {
            part: 'answer',
            segments: [
              { kind: 'deleted', text: old },
              { kind: 'inserted', text: 'This' },
            ],
          },
        ],
      }),
});

function told(...events: readonly Event[]): readonly string[] {
  const chapters = SMALL.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.map((entry) => ({ ...entry, aliases: ['9'], history: { events } })),
  }));
  const handbook: Handbook = { ...SMALL, chapters };
  const findings = findingsOf('tree');
  compareLedger(findings, expectedBook(handbook), { ledger: LEDGER, wordsOf: () => 'What?\nThat.' });
  return findings.differences.map(({ message }) => message);
}

test('a history that tells each release which changed the entry, in its words, agrees with the ledger', () => {
  expect(told(event('a', 'That.'), event('c'))).toEqual([]);
  expect(told(event('a', 'That.'), event('c'), event('1'))).toEqual([]);
});

test.each([
  ['lacks a release', [event('a')], 'should be “c” and is nothing'],
  ['has one that changed nothing', [event('a'), event('b'), event('c')], 'should be nothing and is “b”'],
  ['quotes other words', [event('a', 'Those.'), event('c')], 'quotes “those”, which a did not say'],
])('one that %s differs from it', (_name, events, message) => {
  expect(told(...events).join('\n')).toContain(message);
});

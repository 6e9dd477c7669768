import type { EditionText, EntryText } from '@octavo/core';
import { addEdition, entryAsOf, NO_HISTORIES } from '@octavo/core/ledger';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type EditionList, keyIn, listEditions } from '../src/editions/edition-list.ts';
import { editionsScript } from '../src/editions/editions-script.ts';
import { httpDate } from '../src/editions/http-date.ts';
import { timeMaps } from '../src/editions/time-maps.ts';
import { atLeast } from '../src/hosting/at-least.ts';
import type { ServerTable } from '../src/hosting/server-table.ts';
import { timeGate } from '../src/hosting/time-gate.ts';

const IRI = 'https://time.example/book/';
const RELEASES = 20;

/** What a table of a server gives, with the tables before it. */
function answer(tables: readonly ServerTable[], given: Readonly<Record<string, string>>): string {
  const known: Record<string, string> = { ...given };
  for (const { name, from, lines } of tables) {
    const source = from.replace(/\{(\w+)\}/g, (_all, of: string) => known[of] ?? '');
    known[name] = '';
    for (const [pattern, value] of lines) {
      const groups = pattern.startsWith('=')
        ? pattern.slice(1) === source && [source]
        : new RegExp(pattern).exec(source);
      if (!groups) continue;
      known[name] = value.replace(/\{(\d)\}/g, (_all, group: string) => groups[Number(group)] ?? '');
      break;
    }
  }
  return known.gate ?? '';
}

/** Editions in which entries are added, reworded, renumbered and merged into another one. */
const histories = fc
  .array(fc.array(fc.tuple(fc.nat(5), fc.nat(30)), { minLength: 1, maxLength: 6 }), {
    minLength: RELEASES,
    maxLength: RELEASES,
  })
  .map((steps): readonly EditionText[] => {
    let next = 10;
    let entries: readonly EntryText[] = [entry(1, 0), entry(2, 0), entry(3, 0)];
    let redirects: EditionText['redirects'] = [];
    return steps.map((acts, at): EditionText => {
      for (const [act, place] of acts) {
        const one = entries[place % entries.length] as EntryText;
        const others = entries.filter((other) => other !== one);
        const leadTo = (to: string) => {
          redirects = [
            ...redirects.map((old) => (old.to === one.number ? { ...old, to } : old)),
            { from: one.number, to },
          ];
        };
        if (act === 0) entries = [...entries, entry(next++, at)];
        else if (act === 1 && others.length > 0) {
          leadTo(others[0]?.number ?? '');
          entries = others;
        } else if (act === 2) {
          const number = `${next++}`;
          leadTo(number);
          entries = [...others, { ...one, number }];
        } else entries = [...others, { ...one, fingerprint: `1-${at}-${one.number}` }];
      }
      const date = new Date(Date.UTC(2026, at, 1 + (at % 9), at % 3)).toISOString();
      return { version: `v ${at + 1}`, date, items: [], entries, redirects };
    });
  });

function entry(number: number, at: number): EntryText {
  const words = { question: `Question ${number}?`, answer: `Answer ${number}.` };
  return {
    number: `${number}`,
    chapter: 'a',
    status: 'active',
    fingerprint: `1-${at}-${number}`,
    facts: { id: [`e-${number}`] },
    words,
  };
}

function listOf(editions: readonly EditionText[]): EditionList {
  return listEditions(editions, editions.reduce(addEdition, NO_HISTORIES));
}

describe('a TimeGate', () => {
  test('leads to the edition of the day, to the entry under the number that it had there', () => {
    fc.assert(
      fc.property(
        histories,
        fc.array(fc.tuple(fc.nat(99), fc.nat(700)), { minLength: 20 }),
        (editions, pairs) => {
          const list = listOf(editions);
          const { tables } = timeGate(IRI, list);
          const last = editions.at(-1) as EditionText;
          for (const [which, day] of pairs) {
            const { number } = last.entries[which % last.entries.length] as EntryText;
            const when = new Date(Date.UTC(2026, 0, day, 23, 59, 59));
            const told = entryAsOf(editions, number, when.toISOString().slice(0, 10));
            const target = '';
            const path = `/book/entry/${number}/`;
            const gate = answer(tables, { date: when.toUTCString(), path, target, ending: '/' });
            const first = editions.find((one) => keyOf(list, number, editions.indexOf(one)) !== undefined);
            const edition = told?.edition ?? first;
            const key = told?.entry.number ?? keyOf(list, number, editions.indexOf(first as EditionText));
            expect(gate).toBe(`edition/${edition?.version.replace(' ', '-')}/entry/${key}/`);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  test('leaves a request alone that names no day, another address, or a name that leads elsewhere', () => {
    const { tables } = timeGate(IRI, listOf([{ ...edition(0), entries: [entry(1, 0)] }]));
    const date = 'Sun, 01 Mar 2026 00:00:00 GMT';
    const of = (given: object) =>
      answer(tables, { date, path: '/book/entry/1', target: '', ending: '/', ...given });
    expect(of({})).toBe('edition/v-1/entry/1/');
    expect(of({ path: '/book/entry/1.md' })).toBe('edition/v-1/entry/1.md');
    expect(of({ ending: '.jsonld' })).toBe('edition/v-1/entry/1.jsonld');
    expect(of({ path: '/book/' })).toBe('edition/v-1/');
    for (const given of [
      { date: '' },
      { date: 'yesterday' },
      { path: '/book/entry/1.link' },
      { path: '/book/edition/v-1/entry/1/' },
      { path: '/book/glossary/' },
      { path: '/book/entry/old', target: '1' },
    ])
      expect(of(given), JSON.stringify(given)).toBe('');
  });

  test('of two editions of one instant takes the later one, and lists it alone', () => {
    const editions = [edition(0), { ...edition(1), date: edition(0).date }, edition(2)].map((one, at) => ({
      ...one,
      entries: [entry(1, at)],
    }));
    const list = listOf(editions);
    const date = httpDate(editions[1]?.date ?? '');
    const given = { date, path: '/book/entry/1/', target: '', ending: '/' };
    expect(answer(timeGate(IRI, list).tables, given)).toBe('edition/v-2/entry/1/');
    const book = { iri: IRI, id: 'book' } as Parameters<typeof timeMaps>[0];
    const map = timeMaps(book, list).find(({ path }) => path === 'entry/1.link');
    const text = new TextDecoder().decode(map?.content as Uint8Array);
    expect(text.match(/edition\/v-\d/g)).toEqual(['edition/v-2', 'edition/v-3']);
    expect(text).toContain(`rel="first memento";datetime="${date}"`);
  });

  test('compares numbers by a regular expression', () => {
    const digits = fc.integer({ min: 0, max: 99_999 });
    fc.assert(
      fc.property(digits, digits, (least, other) => {
        const padded = (value: number) => `${value}`.padStart(5, '0');
        expect(new RegExp(`^${atLeast(padded(least))}$`).test(padded(other))).toBe(other >= least);
      }),
    );
  });
});

test('a TimeMap of a long history lists the editions that changed the entry, and no others', () => {
  const editions = Array.from({ length: 500 }, (_, at) => ({
    ...edition(at),
    entries: [entry(1, 0), entry(2, Math.floor(at / 100))],
  }));
  const book = { iri: IRI, id: 'book' } as Parameters<typeof timeMaps>[0];
  const maps = timeMaps(book, listOf(editions));
  const mementos = (path: string) => {
    const { content } = maps.find((one) => one.path === path) ?? {};
    return new TextDecoder().decode(content as Uint8Array).match(/memento"/g)?.length;
  };
  expect(mementos('entry/1.link')).toBe(1);
  expect(mementos('entry/2.link')).toBe(5);
  expect(mementos('editions.link')).toBe(500);
});

test('the script has the reason for which an edition was withdrawn, and only entries that are not plain', () => {
  const editions = [edition(0), edition(1)].map((one, at) => ({
    ...one,
    entries: at === 0 ? [entry(1, 0)] : [entry(1, 0), entry(2, 1)],
  }));
  const handbook = { id: 'book', labels: {}, language: 'en', chapters: [] } as unknown as Parameters<
    typeof editionsScript
  >[0];
  const retracted = { date: '2026-03-01', reason: 'A dose was "wrong".' };
  const text = new TextDecoder().decode(
    editionsScript(handbook, listOf(editions), new Map([['v 1', retracted]])),
  );
  const data = JSON.parse(text.slice('octavoEditions('.length, text.lastIndexOf(')')));
  expect(data.editions[0]).toMatchObject({ version: 'v 1', segment: 'v-1', retracted });
  expect(data.editions[1].retracted).toBeUndefined();
  expect(data.entries).toEqual([{ runs: [{ from: 1, key: '2' }] }]);
});

function edition(at: number): EditionText {
  const date = new Date(Date.UTC(2026, 0, 1 + at)).toISOString();
  return { version: `v ${at + 1}`, date, items: [], entries: [], redirects: [] };
}

function keyOf(list: EditionList, number: string, at: number): string | undefined {
  const lineage = list.lineages.find(({ runs, gone }) => !gone && runs.at(-1)?.key === number);
  return lineage && keyIn(lineage, at);
}

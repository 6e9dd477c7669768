import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditionText } from '../src/index.ts';
import { entryAsOf } from '../src/ledger.ts';

/** Editions a year apart; in each, every entry is reworded, renumbered or left alone. */
const histories = fc
  .array(fc.array(fc.constantFrom('stays', 'reworded', 'renumbered'), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 20,
  })
  .map((steps): readonly EditionText[] => {
    let next = 4;
    const redirects: { from: string; to: string }[] = [];
    let entries = ['1', '2', '3'].map((number) => ({ number, id: `e${number}`, says: 'v0' }));
    return steps.map((step, at) => {
      entries = entries.map((entry, index) => {
        if (at === 0 || step[index] === 'stays') return entry;
        if (step[index] === 'reworded') return { ...entry, says: `v${at}` };
        const number = `${next++}`;
        for (const one of redirects) if (one.to === entry.number) one.to = number;
        redirects.push({ from: entry.number, to: number });
        return { ...entry, number };
      });
      return {
        version: `v${at}`,
        date: `${2000 + at}-06-01T00:00:00Z`,
        items: [],
        redirects: redirects.map((one) => ({ ...one })),
        entries: entries.map(({ number, id, says }) => ({
          number,
          chapter: 'a',
          status: 'active',
          fingerprint: `1-${says}`,
          facts: { id: [id] },
          words: { question: `Is it ${id}?`, answer: says },
        })),
      };
    });
  });

test('an entry as of a day is what the newest edition of that day said, by any name that it had then or later', () => {
  fc.assert(
    fc.property(
      histories,
      fc.nat(2),
      fc.nat(22),
      fc.boolean(),
      fc.nat(19),
      (editions, which, year, isEve, later) => {
        const day = `${2000 + year}-${isEve ? '05-31' : '06-01'}`;
        const inForce = editions.filter(({ date }) => date.slice(0, 10) <= day).at(-1);
        const now = inForce ? editions.indexOf(inForce) : 0;
        const namedIn = editions[Math.min(editions.length - 1, now + later)];
        const id = `e${which + 1}`;
        const of = (edition: EditionText | undefined) =>
          edition?.entries.find((entry) => entry.facts?.id?.[0] === id);
        for (const name of [id, of(namedIn)?.number ?? '']) {
          const found = entryAsOf(editions, name, day);
          expect(found?.entry).toEqual(of(inForce));
          expect(found?.edition).toEqual(inForce);
          if (!found || !inForce) continue;
          const same = editions.filter((one) => {
            const entry = of(one);
            return entry?.number === found.entry.number && entry.fingerprint === found.entry.fingerprint;
          });
          expect(found.since.version).toBe(same[0]?.version);
          expect(found.until?.version).toBe(
            editions[editions.indexOf(same.at(-1) as EditionText) + 1]?.version,
          );
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('nothing is found before the first edition, and no entry before it came', () => {
  const [edition] = fc.sample(histories, 1)[0] ?? [];
  const editions = edition
    ? [
        edition,
        {
          ...edition,
          version: 'v1',
          date: '2001-06-01',
          entries: [...edition.entries, { ...edition.entries[0], number: '9' }] as EditionText['entries'],
        },
      ]
    : [];
  expect(entryAsOf(editions, '1', '1999-12-31')).toBeUndefined();
  expect(entryAsOf(editions, '9', '2000-12-31')).toBeUndefined();
  expect(entryAsOf(editions, '9', '2001-06-01')?.since.version).toBe('v1');
});

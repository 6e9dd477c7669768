import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_EVENTS } from '../src/changes/entry-histories.ts';
import type { EditionText, HistoryEvent } from '../src/index.ts';
import { addEdition, compareEditions, entryHistories, NO_HISTORIES } from '../src/ledger.ts';

/** What may happen to a book between two releases, to the entry that `which` picks. */
type Step = {
  readonly what:
    | 'reword'
    | 'move'
    | 'withdraw'
    | 'restore'
    | 'deprecate'
    | 'retype'
    | 'renumber'
    | 'add'
    | 'note';
  readonly which: number;
  readonly word: number;
};

const step = fc.record({
  what: fc.constantFrom<Step['what']>(
    'reword',
    'reword',
    'reword',
    'move',
    'withdraw',
    'restore',
    'deprecate',
    'retype',
    'renumber',
    'add',
    'note',
  ),
  which: fc.nat(40),
  word: fc.nat(9),
});
const releases = fc.array(fc.array(step, { maxLength: 6 }), { minLength: 1, maxLength: 30 });

type Sample = Omit<EditionText['entries'][number], 'fingerprint' | 'words'> & {
  readonly facts: { readonly id: readonly [string]; readonly type?: readonly string[] };
  readonly answer: string;
};

/** The editions that come of releasing a book after each group of steps. */
function editionsOf(groups: readonly (readonly Step[])[]): readonly EditionText[] {
  let next = 1;
  const redirects: { from: string; to: string }[] = [];
  const fresh = (): Sample => {
    const number = String(next++);
    return {
      number,
      chapter: 'a',
      status: 'active',
      facts: { id: [`e${number}`] },
      answer: 'Oats and barley.',
    };
  };
  let entries: readonly Sample[] = [fresh(), fresh(), fresh()];
  return groups.map((steps, at): EditionText => {
    for (const one of steps) {
      if (one.what === 'add') entries = [...entries, fresh()];
      else {
        const place = one.which % entries.length;
        entries = entries.map((entry, index) => (index === place ? done(entry, one, at) : entry));
      }
    }
    return {
      version: `v${at}`,
      date: `20${10 + at}-01-01`,
      items: [],
      entries: entries.map(({ answer, ...entry }) => ({
        ...entry,
        fingerprint: `1-${answer}-${entry.status}-${entry.facts.type ?? ''}`,
        words: { question: `Is it ${entry.facts.id[0]}?`, answer },
      })),
      redirects: redirects.map((one) => ({ ...one })),
    };
  });

  function done(entry: Sample, { what, word }: Step, at: number): Sample {
    switch (what) {
      case 'reword':
        return { ...entry, answer: `Oats and rye${word}.\nBarley ${word}.` };
      case 'move':
        return { ...entry, chapter: entry.chapter === 'a' ? 'b' : 'a' };
      case 'withdraw':
        return { ...entry, status: 'withdrawn' };
      case 'restore':
        return { ...entry, status: 'active' };
      case 'deprecate':
        return { ...entry, status: 'deprecated' };
      case 'retype':
        return { ...entry, facts: { ...entry.facts, type: [`Type ${word}`] } };
      case 'note':
        return {
          ...entry,
          change: { significance: 'editorial', note: `Note ${at}` },
          answer: `Oats ${word}.`,
        };
      default: {
        const number = String(next++);
        const from = entry.number;
        for (const one of redirects) if (one.to === from) one.to = number;
        redirects.push({ from, to: number });
        return { ...entry, number };
      }
    }
  }
}

const historiesOf = (editions: readonly EditionText[]) =>
  entryHistories(editions.reduce(addEdition, NO_HISTORIES));

/** One side of the words that differ: the old one without insertions, the new one without deletions. */
const side = (event: HistoryEvent, part: string, without: 'inserted' | 'deleted') =>
  (event.since ?? [])
    .filter((passage) => passage.part === part)
    .map(({ segments }) =>
      segments
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(''),
    )
    .filter((line) => line !== '');

describe('the histories of entries', () => {
  test('say of each entry what the ledger has: every change of every edition, under the number that it had', () => {
    fc.assert(
      fc.property(releases, (groups) => {
        const editions = editionsOf(groups);
        const last = editions.at(-1) as EditionText;
        const histories = historiesOf(editions);
        expect([...histories.keys()]).toEqual(last.entries.map(({ number }) => number));
        for (const { number, facts } of last.entries) {
          // An entry keeps its id, so the editions can be asked by another way than its numbers.
          const states = editions.flatMap((edition) => {
            const entry = edition.entries.find((one) => one.facts?.id?.[0] === facts?.id?.[0]);
            return entry ? [{ edition, entry }] : [];
          });
          const wanted = states.flatMap(({ edition, entry }, at) => {
            const was = states[at - 1]?.entry;
            const isSame =
              was &&
              was.fingerprint === entry.fingerprint &&
              was.chapter === entry.chapter &&
              was.number === entry.number;
            return isSame ? [] : [edition.version];
          });
          const { events = [], omitted = 0 } = histories.get(number) ?? {};
          const versions = events.map(({ version }) => version);
          expect(versions[0]).toBe(wanted[0]);
          expect(versions.slice(1)).toEqual(wanted.slice(1 + omitted));
          expect(events.length).toBeLessThanOrEqual(MOST_EVENTS);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('lead from the words of every told edition to the present ones', () => {
    fc.assert(
      fc.property(releases, (groups) => {
        const editions = editionsOf(groups);
        const last = editions.at(-1) as EditionText;
        for (const [number, { events }] of historiesOf(editions)) {
          const now = last.entries.find((entry) => entry.number === number);
          for (const event of events) {
            const edition = editions.find(({ version }) => version === event.version);
            const then = edition?.entries.find((one) => one.facts?.id?.[0] === now?.facts?.id?.[0]);
            const lines = (text: string | undefined) => (text ?? '').split('\n');
            const old = side(event, 'answer', 'inserted');
            const present = side(event, 'answer', 'deleted');
            // What an edition said is there, or it is what the entry says now.
            const said = now?.words?.answer.split('\n') ?? [];
            expect({
              question: event.words?.question ?? now?.words?.question,
              answer: (event.words?.answer ?? said.map((_, place) => place + 1))
                .map((line) => (typeof line === 'string' ? line : said[line - 1]))
                .join('\n'),
            }).toEqual(then?.words);
            if (now?.status === 'withdrawn' || then?.status === 'withdrawn') {
              expect(event.since).toBeUndefined();
              continue;
            }
            // Without the lines that differ, both answers are the same.
            expect(lines(then?.words?.answer).filter((line) => !old.includes(line))).toEqual(
              lines(now?.words?.answer).filter((line) => !present.includes(line)),
            );
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('tell moves, other types, other numbers, corrections and notes', () => {
    const say = (what: Step['what'], which = 0): Step => ({ what, which, word: 1 });
    const editions = editionsOf([
      [],
      [say('reword'), say('move')],
      [say('renumber'), say('retype')],
      [say('note'), say('renumber', 1)],
      [say('withdraw')],
    ]);
    const told = historiesOf(editions).get('4');
    expect(told?.events.map(({ date: _, since: __, words: ___, ...event }) => event)).toEqual([
      { version: 'v0', kind: 'added', significance: 'major' },
      { version: 'v1', kind: 'changed', significance: 'minor', movedFrom: 'a' },
      {
        version: 'v2',
        kind: 'changed',
        significance: 'minor',
        renumbered: { from: '1', to: '4' },
        retyped: { from: '', to: 'Type 1' },
      },
      { version: 'v3', kind: 'changed', significance: 'editorial', note: 'Note 3' },
      { version: 'v4', kind: 'withdrawn', significance: 'editorial' },
    ]);
    expect(historiesOf(editions).get('5')?.events.at(-1)).toMatchObject({
      kind: 'renumbered',
      renumbered: { from: '2', to: '5' },
    });
  });

  test('are bounded however many editions there are, and read each of them once', () => {
    const editions = editionsOf(
      Array.from({ length: 500 }, (_, at) => [{ what: 'reword', which: 0, word: at % 10 } as const]),
    );
    const { events = [], omitted = 0 } = historiesOf(editions).get('1') ?? {};
    expect([events.length, events.length + omitted]).toEqual([MOST_EVENTS, 500]);
    expect(compareEditions(editions[0] as EditionText, editions[1] as EditionText)).toHaveLength(1);
  });
});

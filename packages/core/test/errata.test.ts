import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditionText } from '../src/index.ts';
import { addEdition, NO_HISTORIES } from '../src/ledger.ts';

/** What an edition does to the one entry of a book: an error comes in or is corrected, or something else changes. */
const step = fc.constantFrom('break', 'fix', 'reword', 'reword the paragraph', 'renumber', 'nothing');
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

interface State {
  readonly number: number;
  readonly isWrong: boolean;
  readonly words: number;
  readonly other: number;
  readonly change?: { readonly significance: 'correction' | 'minor'; readonly note: string };
}

function editionOf({ number, isWrong, words, other, change }: State, at: number): EditionText {
  const answer = `In ${words} small steps the kettle boils at ${isWrong ? 'eighty' : 'a hundred'} degrees.\nOther ${other}.`;
  return {
    version: `v${at}`,
    date: `2026-01-01T00:00:${String(at).padStart(2, '0')}Z`,
    items: [],
    entries: [
      {
        number: String(number),
        chapter: 'a',
        status: 'active',
        fingerprint: answer,
        facts: { id: ['kettle'] },
        words: { question: 'When does it boil?', answer },
        ...(change ? { change } : {}),
      },
    ],
    redirects: Array.from({ length: number - 1 }, (_, one) => ({
      from: String(one + 1),
      to: String(number),
    })),
  };
}

/** The states of the entry, and what the corrigenda must say of them: the first and the last wrong edition. */
function statesOf(steps: readonly Step[]): { states: readonly State[]; wanted: readonly string[] } {
  let state: State = { number: 1, isWrong: false, words: 1, other: 1 };
  let since = -1;
  const states = [state];
  const wanted: string[] = [];
  for (const [place, what] of steps.entries()) {
    const at = place + 1;
    switch (what) {
      case 'break':
        if (!state.isWrong) since = at;
        state = { ...state, isWrong: true };
        break;
      case 'fix':
        if (state.isWrong) {
          state = { ...state, isWrong: false, change: { significance: 'correction', note: `Note ${at}` } };
          wanted.unshift(`v${since} v${at - 1} v${at} Note ${at}`);
        }
        break;
      case 'reword':
        state = { ...state, other: at };
        break;
      case 'reword the paragraph':
        state = { ...state, words: at };
        break;
      case 'renumber':
        state = { ...state, number: state.number + 1 };
        break;
      case 'nothing':
    }
    states.push(state);
  }
  return { states, wanted };
}

test('corrigenda name the editions that had the error, over all editions', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { states, wanted } = statesOf(steps);
      const { errata } = states.map(editionOf).reduce(addEdition, NO_HISTORIES);
      expect(errata.map(({ from, to, version, note }) => `${from} ${to} ${version} ${note}`)).toEqual(wanted);
      for (const { number, passages } of errata) {
        expect(number).toBe(String(states.at(-1)?.number));
        expect(
          passages.flatMap(({ segments }) =>
            segments.filter(({ kind }) => kind !== 'same').map(({ kind, text }) => `${kind} ${text.trim()}`),
          ),
        ).toEqual(['deleted eighty', 'inserted a hundred']);
      }
    }),
    { numRuns: 500 },
  );
});

test('a correction that stands in the front matter is told once', () => {
  const change = { significance: 'correction', note: 'It was eighty.' } as const;
  const base = { number: 1, words: 1, other: 1 };
  const states = [
    { ...base, isWrong: true },
    { ...base, isWrong: false, change },
    { ...base, isWrong: false, other: 2, change },
    { ...base, isWrong: false, other: 3, change: { ...change, note: 'The other one too.' } },
  ];
  const { errata } = states.map(editionOf).reduce(addEdition, NO_HISTORIES);
  expect(errata.map(({ version, note }) => [version, note])).toEqual([
    ['v3', 'The other one too.'],
    ['v1', 'It was eighty.'],
  ]);
});

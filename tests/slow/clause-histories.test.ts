import { clausesIn, type Handbook, loadHandbook } from '@octavo/core';
import { checkClauses, checkPromises, editionText, releaseRecord } from '@octavo/core/ledger';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';

/** Histories; `OCTAVO_HISTORIES` asks for another number, and `OCTAVO_SEED` for others. */
const RUNS = Number(process.env.OCTAVO_HISTORIES ?? 2500);
const SEED = Number(process.env.OCTAVO_SEED ?? 618);

/** A clause of an entry: what it means for ever, and how its words are put now. */
interface Clause {
  readonly label: string;
  readonly meaning: number;
  readonly wording: number;
  readonly state: 'there' | 'deleted' | 'moved';
  readonly below: readonly Clause[];
}

interface Law {
  readonly clauses: readonly Clause[];
  /** Former addresses, each with the one of now. */
  readonly moved: Readonly<Record<string, string>>;
  readonly withdrawn: boolean;
}

type Edit = readonly [kind: number, one: number, other: number];
type Entry = Handbook['chapters'][number]['entries'][number];

const NUMBERS = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)', '(11)', '(12)'];
const LETTERS = ['(a)', '(b)', '(c)', '(d)', '(e)', '(f)', '(g)', '(h)', '(i)', '(j)', '(k)', '(l)'];

/** Words that no other meaning has; a wording adds one of its own. */
function wordsOf({ state, meaning, wording }: Clause): string {
  if (state !== 'there') return `[${state}]`;
  const words = ['amber', 'birch', 'cedar', 'delta', 'ember'].map((word) => `${word}${meaning}`);
  return `${words.join(' ')}${wording > 0 ? ` again${wording}` : ''}.`;
}

function lines(clauses: readonly Clause[], indent: string): string {
  return clauses
    .map((one) => `${indent}${one.label} ${wordsOf(one)}\n${lines(one.below, `${indent}    `)}`)
    .join('');
}

function handbookOf({ clauses, moved, withdrawn }: Law, version: number): Handbook | undefined {
  const handbook = {
    schemaVersion: 1,
    id: 'book',
    title: 'A Book',
    language: 'en',
    iri: 'https://example.org/',
    edition: { version: `${version}`, date: '2026-01-01' },
    clauses: true,
    chapters: [{ id: 'all', title: 'All' }],
  };
  const matter = JSON.stringify({
    number: '1',
    question: 'What is the law?',
    ...(Object.keys(moved).length > 0 ? { moved } : {}),
    status: withdrawn ? 'withdrawn' : 'active',
  });
  return loadHandbook([
    new VFile({ path: 'handbook.yaml', value: JSON.stringify(handbook) }),
    new VFile({ path: 'all/1-law.md', value: `---\n${matter}\n---\n\nThe law:\n\n${lines(clauses, '')}` }),
  ]).handbook;
}

/** One edit, of whatever kind: sound ones, and those that a release must refuse. */
function edited(law: Law, [kind, one, other]: Edit, fresh: number): Law {
  const { clauses } = law;
  const at = one % Math.max(1, clauses.length);
  const target = clauses[at];
  const made = (label: string): Clause => ({ label, meaning: fresh, wording: 0, state: 'there', below: [] });
  const at1 = (by: (clause: Clause) => Clause | readonly Clause[]): Law => ({
    ...law,
    clauses: clauses.flatMap((clause, place) => (place === at ? by(clause) : clause)),
  });
  if (!target || kind <= 1) return { ...law, clauses: [...clauses, made(NUMBERS[clauses.length] ?? '(13)')] };
  switch (kind) {
    case 2:
      // Three letters are no insertion, and would be words of the clause before.
      if (/[a-z]{2}\)$/.test(target.label)) return law;
      return at1((clause) => [clause, made(clause.label.replace(')', `${'ab'[other % 2]})`))]);
    case 3:
      return at1(() => []);
    case 4:
      return at1((clause) => ({ ...clause, state: 'deleted', below: [] }));
    case 5:
      return {
        ...law,
        clauses: clauses.map((clause, place) => ({ ...clause, label: NUMBERS[place] ?? '' })),
      };
    case 6: {
      const swapped = [...clauses];
      const to = other % clauses.length;
      swapped[at] = { ...(clauses[to] as Clause), label: target.label };
      swapped[to] = { ...target, label: (clauses[to] as Clause).label };
      return { ...law, clauses: swapped };
    }
    case 7:
      return at1((clause) => ({ ...clause, meaning: fresh }));
    case 8:
      return at1((clause) => ({ ...clause, wording: fresh }));
    case 9: {
      const label = NUMBERS[clauses.length] ?? '(13)';
      const gone = at1((clause) => ({ ...clause, state: 'moved', below: [] }));
      return {
        ...gone,
        clauses: [...gone.clauses, { ...target, label, below: [] }],
        moved: { ...law.moved, [target.label]: label },
      };
    }
    case 10:
      return {
        ...law,
        moved: { ...law.moved, [target.label]: clauses[other % clauses.length]?.label ?? '' },
      };
    case 11:
      return { ...law, moved: {} };
    case 12:
      return { ...law, withdrawn: !law.withdrawn };
    case 13:
      return at1((clause) => ({ ...clause, below: clause.below.slice(other % 2) }));
    default:
      return at1((clause) => ({
        ...clause,
        below: [...clause.below, made(LETTERS[clause.below.length] ?? '(m)')],
      }));
  }
}

/** The meaning that every address of an entry leads to; nothing for one that was taken away. */
function meanings(entry: Entry): ReadonlyMap<string, number | undefined> {
  return new Map(
    clausesIn(entry.answer).flatMap((item) => {
      const words = JSON.stringify(item.children[0] ?? '');
      const meaning = /amber(\d+)/.exec(words)?.[1];
      const means = meaning === undefined ? undefined : Number(meaning);
      return [...(item.formerly ?? []), item.clause].map((address) => [address, means] as const);
    }),
  );
}

/** Releases what may be released, and holds every release against all that were before it. */
function live(edits: readonly Edit[]): { readonly released: number; readonly refused: number } {
  let law: Law = { clauses: [], moved: {}, withdrawn: false };
  const ledger: ReturnType<typeof releaseRecord>[] = [];
  const kept = new Map<string, { readonly question: string; readonly answer: string }>();
  const meaningOf = new Map<string, number>();
  const ever = new Set<string>();
  let refused = 0;
  for (const [turn, edit] of edits.entries()) {
    const next = edited(law, edit, turn + 1);
    const handbook = handbookOf(next, turn);
    const broken =
      !handbook ||
      [
        ...checkPromises(handbook, ledger),
        ...checkClauses(handbook, ledger, ({ number, fingerprint }) => kept.get(`${number} ${fingerprint}`)),
      ].length > 0;
    if (broken) {
      refused++;
      continue;
    }
    const entry = handbook.chapters[0]?.entries[0] as Entry;
    if (!next.withdrawn) {
      const now = meanings(entry);
      for (const [address, meaning] of now) {
        ever.add(address);
        if (meaning === undefined) continue;
        expect(meaningOf.get(address) ?? meaning, `two meanings of ${address}`).toBe(meaning);
        meaningOf.set(address, meaning);
      }
      for (const address of ever) expect(now.has(address), `${address} leads nowhere`).toBe(true);
    }
    for (const { number, fingerprint, words } of editionText(handbook).entries)
      if (words) kept.set(`${number} ${fingerprint}`, words);
    ledger.push(releaseRecord(handbook, { revisions: { at: new Map(), changes: [] }, hash: '' }, [], ledger));
    law = next;
  }
  return { released: ledger.length, refused };
}

/** In quarters, so that none takes too long. */
test.each([1, 2, 3, 4])(
  'of 10,000 histories none gives an address of a clause two meanings, or loses one (quarter %d)',
  (quarter) => {
    const edit = fc.tuple(fc.nat(15), fc.nat(12), fc.nat(12));
    let released = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 5, maxLength: 14 }), (edits) => {
        const told = live(edits);
        released += told.released;
        refused += told.refused;
      }),
      { numRuns: RUNS, seed: SEED + quarter },
    );
    console.log(`${released} releases, ${refused} refused`);
    expect(Math.min(released, refused)).toBeGreaterThan(RUNS * 0.4);
  },
);

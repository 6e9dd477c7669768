import { declaredNumbers, type Entry, type Handbook, loadHandbook, numberKey, respelt } from '@octavo/core';
import { checkPromises, checkQuestions, editionText, releaseRecord } from '@octavo/core/ledger';
import { aliasName } from '@octavo/core/say';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';

/** Histories in a quarter; `OCTAVO_HISTORIES` asks for another number, and `OCTAVO_SEED` for others. */
const RUNS = Number(process.env.OCTAVO_HISTORIES ?? 1250);
const SEED = Number(process.env.OCTAVO_SEED ?? 618);

type Declared = NonNullable<Parameters<typeof declaredNumbers>[0]['numbers']>;
type Record = ReturnType<typeof releaseRecord>;

/** Grammars whose addresses meet one another, also where capitals do not count, each with some of its numbers. */
const GRAMMARS: readonly (readonly [Declared | undefined, readonly string[]])[] = [
  [undefined, ['1', '2', '3', '10', '12', '12A', '3.1', '3.1.6', '3.1A']],
  [{ preset: 'legal' }, ['§ 1', '§ 2', '§ 12', '§ 12a', '§ 12aa', '§ 3', '§ 10']],
  [{ preset: 'standard' }, ['1', '2', '3', '3.1', '12', 'A', 'A.1', 'B', 'AA']],
  [{ preset: 'rulebook' }, ['UG-1', 'UG-3.1', 'UG-3.1A', 'AU-1', 'UG-12', 'UG-12A']],
  [{ preset: 'regulation' }, ['1', '2', '12', '12a', '12a1', 'A', 'A1', 'A1a', 'A1a1']],
  [{ preset: 'regulation', closing: ')' }, ['1)', '2)', '12)', '12a)', 'A)', 'A1)', 'A1a1)']],
  [{ forms: [['decimal', { maybe: ['letters'] }]] }, ['1', '2', '12', '12a', '3', '3a', '10']],
  [{ forms: [[{ decimal: { width: 2 } }]] }, ['01', '02', '03', '10', '12']],
  [
    {
      forms: [
        ['§', 'decimal'],
        ['Annex ', 'LETTERS'],
      ],
    },
    ['§1', '§2', '§12', 'Annex A', 'Annex B'],
  ],
];

interface Item {
  readonly number: string;
  readonly id: string;
  /** What it asks, for ever. */
  readonly meaning: number;
  readonly aliases: readonly string[];
  readonly withdrawn: boolean;
}

interface Book {
  readonly grammar: number;
  readonly former: readonly number[];
  readonly items: readonly Item[];
}

const WORDS = [
  'amber',
  'birch',
  'cedar',
  'delta',
  'ember',
  'fjord',
  'grove',
  'heath',
  'islet',
  'jetty',
  'knoll',
  'ledge',
];

/** A question that no other meaning's question is like. */
function questionOf(meaning: number): string {
  const words = [...String(meaning * 7919 + 1000)].map(
    (digit, at) => `${WORDS[(Number(digit) + at) % WORDS.length]}${meaning}`,
  );
  return `${words.join(' ')}?`;
}

function filesOf({ grammar, former, items }: Book, version: number): VFile[] {
  const [declared] = GRAMMARS[grammar] ?? [];
  const numbers = declared ?? (former.length > 0 ? { preset: 'decimal' as const } : undefined);
  const handbook = {
    schemaVersion: 1,
    id: 'book',
    title: 'A Book',
    language: 'en',
    iri: 'https://example.org/',
    edition: { version: `${version}`, date: '2026-01-01' },
    ...(numbers
      ? {
          numbers: {
            ...numbers,
            ...(former.length > 0
              ? { former: former.map((at) => GRAMMARS[at]?.[0] ?? { preset: 'decimal' }) }
              : {}),
          },
        }
      : {}),
    chapters: [{ id: 'all', title: 'All' }],
  };
  return [
    new VFile({ path: 'handbook.yaml', value: JSON.stringify(handbook) }),
    ...items.map(({ number, id, meaning, aliases, withdrawn }, at) => {
      const matter = JSON.stringify({
        number,
        id,
        question: questionOf(meaning),
        aliases,
        status: withdrawn ? 'withdrawn' : 'active',
      });
      return new VFile({
        path: `all/${at}.md`,
        value: `---\n${matter}\n---\n\nThat is ${questionOf(meaning)}\n`,
      });
    }),
  ];
}

/** One edit, of whatever kind: sound ones, and those that a release must refuse. */
type Edit = readonly [kind: number, one: number, other: number];

function edited(book: Book, [kind, one, other]: Edit, fresh: number): Book {
  const { items } = book;
  const [, pool = []] = GRAMMARS[book.grammar] ?? [];
  const number = pool[other % pool.length] ?? '';
  const at = one % Math.max(items.length, 1);
  const item = items[at];
  const changed = (by: Partial<Item>) => ({
    ...book,
    items: items.map((it, place) => (place === at ? { ...it, ...by } : it)),
  });
  if (!item || kind <= 2) {
    const added = {
      number,
      id: `id-${WORDS[fresh % WORDS.length]}-x${fresh}`,
      meaning: fresh,
      aliases: [],
      withdrawn: false,
    };
    return { ...book, items: [...items, added] };
  }
  switch (kind) {
    case 3:
      return changed({ withdrawn: true });
    case 4:
      return { ...book, items: items.filter((it) => it !== item) };
    case 5: {
      const heir = items[other % items.length];
      const kept = items.filter((it) => it !== item);
      return {
        ...book,
        items: kept.map((it) =>
          it === heir ? { ...it, aliases: [...it.aliases, item.number, item.id, ...item.aliases] } : it,
        ),
      };
    }
    case 6:
      return changed({ number });
    case 7:
      return changed({ number, aliases: [...item.aliases, item.number] });
    case 8:
      return changed({ meaning: fresh });
    case 9:
      return changed({ aliases: [...item.aliases, number] });
    default: {
      const grammar = other % GRAMMARS.length;
      const [declared, others = []] = GRAMMARS[grammar] ?? [];
      const { numbers: system } = declaredNumbers({ numbers: declared ?? { preset: 'decimal' } });
      const kept = kind < 13 ? [...book.former, book.grammar] : book.former;
      return {
        grammar,
        former: kept,
        items: items.map((it, place) => {
          const next =
            (system && respelt(it.number, system)) ?? others[(one + place) % others.length] ?? it.number;
          const old = kind === 12 || next === it.number ? [] : [it.number];
          return { ...it, number: next, aliases: [...new Set([...it.aliases, ...old])] };
        }),
      };
    }
  }
}

/** Releases what may be released, and holds every release against all that were before it. */
function live(edits: readonly Edit[]): { readonly released: number; readonly refused: number } {
  let book: Book = { grammar: (edits[0]?.[2] ?? 0) % GRAMMARS.length, former: [], items: [] };
  const ledger: Record[] = [];
  const kept = new Map<string, { readonly question: string; readonly answer: string }>();
  const meaningOf = new Map<string, number>();
  const ever = new Set<string>();
  let refused = 0;
  for (const [turn, edit] of edits.entries()) {
    const next = edited(book, edit, turn + 1);
    const { handbook } = loadHandbook(filesOf(next, turn));
    const broken =
      !handbook ||
      [
        ...checkPromises(handbook, ledger),
        ...checkQuestions(handbook, ledger, ({ number, fingerprint }) =>
          kept.get(`${number} ${fingerprint}`),
        ),
      ].length > 0;
    if (broken) {
      refused++;
      continue;
    }
    hold(handbook, next, meaningOf, ever);
    for (const entry of editionText(handbook).entries)
      if (entry.words) kept.set(`${entry.number} ${entry.fingerprint}`, entry.words);
    ledger.push(releaseRecord(handbook, { revisions: { at: new Map(), changes: [] }, hash: '' }, [], ledger));
    book = next;
  }
  return { released: ledger.length, refused };
}

function hold(handbook: Handbook, { items }: Book, meaningOf: Map<string, number>, ever: Set<string>): void {
  const entries: readonly Entry[] = handbook.chapters.flatMap((chapter) => chapter.entries);
  const at = new Map<string, string>();
  for (const entry of entries) {
    const item = items.find(({ id }) => id === entry.id);
    const addresses = new Set([
      numberKey(entry.number),
      ...entry.aliases.map((alias) => aliasName(alias, handbook)),
      entry.id,
    ]);
    for (const address of addresses) {
      const key = address.toLowerCase();
      expect(at.get(key) ?? entry.number, `two numbers in ${key}`).toBe(entry.number);
      at.set(key, entry.number);
    }
    for (const name of [numberKey(entry.number).toLowerCase(), `printed ${entry.number}`]) {
      expect(meaningOf.get(name) ?? item?.meaning, `two meanings of ${name}`).toBe(item?.meaning);
      meaningOf.set(name, item?.meaning ?? 0);
    }
    ever.add(entry.number);
  }
  const names = new Set(entries.flatMap(({ number, aliases }) => [number, ...aliases]));
  for (const number of ever) expect(names.has(number), `${number} leads nowhere`).toBe(true);
}

/** In quarters, so that none takes too long. */
test.each([1, 2, 3, 4])(
  `of ${4 * RUNS} histories none gives a number two meanings, or puts two numbers into one file (quarter %d)`,
  (quarter) => {
    const edit = fc.tuple(fc.nat(14), fc.nat(40), fc.nat(40));
    let released = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 4, maxLength: 12 }), (edits) => {
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

import { type Handbook, type LedgerEntry, type LedgerNotice, loadHandbook, numberKey } from '@octavo/core';
import {
  chainOf,
  checkClauses,
  checkLedger,
  checkPromises,
  checkQuestions,
  conflictsOf,
  editionText,
  type LedgerRecord,
  linesOf,
  recordName,
  releaseRecord,
  retractionsOf,
  sealNotice,
  sealRecord,
  tipsOf,
} from '@octavo/core/ledger';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';

/** Trees of releases; `OCTAVO_HISTORIES` asks for another number. */
const RUNS = Number(process.env.OCTAVO_HISTORIES ?? 120);

const IRI = 'https://example.org/';
const LABELS = ['1', '2', '3'];

interface Item {
  readonly number: string;
  readonly id: string;
  /** What it asks, for ever. */
  readonly meaning: number;
  readonly aliases: readonly string[];
  readonly withdrawn: boolean;
  /** What each clause says, by its label; nothing where it was deleted. */
  readonly clauses: Readonly<Record<string, number | undefined>>;
}

/** A branch: its sources, the ledger as it knows it, and what its next edition follows, if not the newest. */
interface Branch {
  items: readonly Item[];
  records: readonly LedgerRecord[];
  previous: string | undefined;
}

/** What became of everything: the sources of each release, and the words that ledgers keep. */
interface World {
  readonly branches: Branch[];
  readonly released: Map<string, readonly Item[]>;
  readonly kept: Map<string, { readonly question: string; readonly answer: string }>;
  readonly counts: { released: number; hotfixes: number; merged: number; refused: number; retracted: number };
}

/** Words that no other meaning has. */
function saying(meaning: number, kind: string): string {
  const letters = (text: string) => [...text].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return [...String(meaning * 7919 + 1000)]
    .map((digit, at) => `${kind}${letters(`${at}${digit}`)}x${letters(String(meaning))}`)
    .join(' ');
}

function handbookOf({ items, previous }: Branch, version: string, date: string): Handbook | undefined {
  const edition = { version, date, ...(previous === undefined ? {} : { previous }) };
  const handbook = {
    schemaVersion: 1,
    id: 'book',
    title: 'A Book',
    language: 'en',
    iri: IRI,
    edition,
    chapters: [{ id: 'all', title: 'All' }],
  };
  return loadHandbook([
    new VFile({ path: 'handbook.yaml', value: JSON.stringify(handbook) }),
    ...items.map(({ number, id, meaning, aliases, withdrawn, clauses }, at) => {
      const question = `${saying(meaning, 'q')}?`;
      const matter = {
        number,
        id,
        question,
        aliases,
        clauses: true,
        status: withdrawn ? 'withdrawn' : 'active',
      };
      const lines = Object.entries(clauses).map(
        ([label, said]) => `(${label}) ${said === undefined ? '[deleted]' : `${saying(said, 'c')}.`}`,
      );
      const body = withdrawn ? 'It is gone.' : [`About ${saying(meaning, 'a')}.`, '', ...lines].join('\n');
      return new VFile({ path: `all/${at}.md`, value: `---\n${JSON.stringify(matter)}\n---\n\n${body}\n` });
    }),
  ]).handbook;
}

type Step = readonly [kind: number, one: number, other: number];

function edited(items: readonly Item[], [kind, one, other]: Step, fresh: number): readonly Item[] {
  const item = items[one % Math.max(items.length, 1)];
  const number = String((other % 7) + 1);
  const with_ = (by: Partial<Item>) => items.map((it) => (it === item ? { ...it, ...by } : it));
  if (!item || kind < 4) {
    const id = `id-${other % 5}-${kind === 0 ? 'same' : fresh}`;
    const clauses = { [LABELS[other % 2] ?? '1']: fresh };
    return [...items, { number, id, meaning: fresh, aliases: [], withdrawn: false, clauses }];
  }
  switch (kind) {
    case 4:
      return with_({ withdrawn: true });
    case 5:
      return items.filter((it) => it !== item);
    case 6: {
      const heir = items[other % items.length];
      return items
        .filter((it) => it !== item)
        .map((it) =>
          it === heir ? { ...it, aliases: [...it.aliases, item.number, item.id, ...item.aliases] } : it,
        );
    }
    case 7:
      return with_({ number, aliases: [...item.aliases, item.number] });
    case 8:
      return with_({ meaning: fresh, clauses: { '1': fresh } });
    case 9:
      return with_({ clauses: { ...item.clauses, [LABELS[other % 3] ?? '1']: fresh } });
    default:
      return with_({ clauses: { ...item.clauses, [LABELS[other % 3] ?? '1']: undefined } });
  }
}

const dayOf = (turn: number): string =>
  new Date(Date.UTC(2026, 0, 1 + turn)).toISOString().replace('.000Z', 'Z');
const keptIn =
  ({ kept }: World) =>
  (entry: LedgerEntry) =>
    kept.get(`${entry.number} ${entry.fingerprint}`);

function releaseOf(world: World, branch: Branch, turn: number): void {
  const { ledger } = chainOf(branch.records);
  const previous = branch.previous ?? linesOf({ version: '' }, ledger).line.at(-1)?.version;
  const isHotfix =
    branch.previous !== undefined && !linesOf({ version: '', previous: branch.previous }, ledger).isNewest;
  const version = isHotfix ? `${previous?.split('.')[0]}.${turn}` : String(turn);
  const book = handbookOf(branch, version, dayOf(turn));
  const faults = book && [
    ...checkLedger(book, ledger),
    ...checkPromises(book, ledger),
    ...checkQuestions(book, ledger, keptIn(world)),
    ...checkClauses(book, ledger, keptIn(world)),
  ];
  if (!book || !faults || faults.length > 0) {
    world.counts.refused++;
    // What cannot be released is taken back.
    branch.items = world.released.get(previous ?? '') ?? [];
    return;
  }
  const content = releaseRecord(book, { revisions: { at: new Map(), changes: [] }, hash: '' }, [], ledger);
  expect(content.behind !== undefined).toBe(isHotfix);
  const seal = { text: '', sums: '', generator: '' };
  const before = ledger.find((release) => release.version === previous);
  branch.records = [...branch.records, sealRecord(content, seal, before, tipsOf(branch.records))];
  if (branch.previous !== undefined) branch.previous = version;
  world.released.set(version, branch.items);
  for (const { number, fingerprint, words } of editionText(book).entries)
    if (words) world.kept.set(`${number} ${fingerprint}`, words);
  world.counts[isHotfix ? 'hotfixes' : 'released']++;
  holdPromises(book, branch, world);
}

/** Takes what another branch knows; both ends are accepted where nothing has two meanings. */
function sync(world: World, branch: Branch, other: Branch, turn: number): void {
  const union = [
    ...new Map([...branch.records, ...other.records].map((one) => [recordName(one), one])).values(),
  ];
  const chain = chainOf(union);
  expect(chain.faults.filter(({ rule }) => rule !== 'ledger-one-line')).toEqual([]);
  if (chain.tips.length < 2) {
    branch.records = union;
    return;
  }
  if (conflictsOf(chain, keptIn(world)).length > 0) {
    world.counts.refused++;
    return;
  }
  branch.records = [...union, noticeOf('merge', turn, union)];
  world.counts.merged++;
}

function noticeOf(
  kind: 'merge' | 'retraction',
  turn: number,
  records: readonly LedgerRecord[],
  version?: string,
) {
  const more = version === undefined ? {} : { version, reason: 'Wrong.', files: 'keep' as const };
  const after = [...tipsOf(records)] as LedgerNotice['after'];
  return sealNotice({
    schemaVersion: 1,
    handbook: 'book',
    iri: IRI,
    kind,
    date: dayOf(turn),
    ...more,
    after,
  });
}

/** Of all that a branch knows, no address has two meanings, and none that its edition must keep is lost. */
function holdMeanings({ records }: Branch, { released }: World): void {
  const meanings = new Map<string, number>();
  for (const { version } of chainOf(records).ledger)
    for (const { number, id, meaning, clauses, withdrawn } of released.get(version) ?? []) {
      const said = Object.entries(withdrawn ? {} : clauses).map(
        ([label, is]) => [`${number}(${label})`, is] as const,
      );
      for (const [address, is] of [[numberKey(number), meaning], [id, meaning], ...said] as const) {
        if (is === undefined) continue;
        expect(meanings.get(address) ?? is, `two meanings of ${address} up to ${version}`).toBe(is);
        meanings.set(address, is);
      }
    }
}

function holdPromises(book: Handbook, branch: Branch, world: World): void {
  holdMeanings(branch, world);
  const { ledger } = chainOf(branch.records);
  const { line, isNewest } = linesOf(book.edition, ledger);
  const names = new Set([
    ...book.chapters.flatMap(({ entries }) =>
      entries.flatMap(({ number, id, aliases }) => [number, id, ...aliases]),
    ),
    ...book.redirects.map(({ from }) => from),
  ]);
  for (const { version } of isNewest ? ledger : line)
    for (const { number, id } of world.released.get(version) ?? [])
      for (const name of [number, id])
        expect(names.has(name), `${name} of ${version} leads nowhere`).toBe(true);
}

/** Every record but the last is missed when it is gone. */
function holdSeals({ records }: Branch): void {
  const ends = new Set(tipsOf(records).map(({ name }) => name));
  for (const lost of records) {
    if (ends.has(recordName(lost))) continue;
    expect(chainOf(records.filter((record) => record !== lost)).faults, recordName(lost)).not.toEqual([]);
  }
}

function live(steps: readonly Step[]): World {
  const world: World = {
    branches: [{ items: [], records: [], previous: undefined }],
    released: new Map(),
    kept: new Map(),
    counts: { released: 0, hotfixes: 0, merged: 0, refused: 0, retracted: 0 },
  };
  for (const [turn, step] of steps.entries()) {
    const [kind, one, other] = step;
    const branch = world.branches[one % world.branches.length] as Branch;
    const versions = chainOf(branch.records).ledger.map(({ version }) => version);
    const version = versions[other % Math.max(versions.length, 1)];
    if (kind < 11) branch.items = edited(branch.items, step, turn + 1);
    else if (kind < 19) releaseOf(world, branch, turn + 1);
    else if (kind < 22 && version !== undefined) {
      const hasHotfix = chainOf(branch.records).ledger.some(
        (it) => it.previous?.version === version && it.behind,
      );
      const isNewest = linesOf({ version: '', previous: version }, chainOf(branch.records).ledger).isNewest;
      const previous = hasHotfix || isNewest ? undefined : version;
      const items = (previous === undefined ? undefined : world.released.get(version)) ?? branch.items;
      world.branches.push({ items, records: branch.records, previous });
    } else if (kind < 26)
      sync(world, branch, world.branches[other % world.branches.length] as Branch, turn + 1);
    else if (kind === 26 && version !== undefined) {
      branch.records = [...branch.records, noticeOf('retraction', turn + 1, branch.records, version)];
      const { notices } = chainOf(branch.records);
      expect(retractionsOf(notices).has(version)).toBe(true);
      world.counts.retracted++;
    }
    holdMeanings(branch, world);
  }
  for (const branch of world.branches) holdSeals(branch);
  return world;
}

test('over random trees of releases, with lines, merges and retractions, no address gets two meanings and none is lost', () => {
  const counts = { released: 0, hotfixes: 0, merged: 0, refused: 0, retracted: 0 };
  const step = fc.tuple(fc.nat(26), fc.nat(40), fc.nat(40));
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      const told = live(steps).counts;
      for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += told[key];
    }),
    { numRuns: RUNS },
  );
  console.log(JSON.stringify(counts));
  expect(Math.min(counts.released, counts.refused)).toBeGreaterThan(RUNS * 0.5);
  expect(Math.min(counts.hotfixes, counts.merged, counts.retracted)).toBeGreaterThan(RUNS / 20);
});

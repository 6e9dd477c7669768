import { hash } from 'node:crypto';
import type { LedgerNotice, LedgerRelease, ReleaseContent } from '@octavo/core';
import { chainOf, printRecord, sealNotice, sealRecord } from '@octavo/core/ledger';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readHistory } from '../src/history/history.ts';

const VERSIONS = ['1.0', '1.1', '2.0'];
const digest = (words: string) => hash('sha256', words);

function content(version: string, at: number): ReleaseContent {
  return {
    schemaVersion: 2,
    handbook: 'small',
    iri: 'https://small.example/',
    version,
    date: `2026-0${at + 1}-01T00:00:00Z`,
    entries: [1, 2, 3].map((number) => ({
      number: String(number),
      id: `entry-${number}`,
      anchors: [`q${number}`, `entry-${number}`],
      chapter: 'only',
      status: 'active',
      fingerprint: `1-${digest(`${version} ${number}`)}`,
      version: at + 1,
      date: `2026-0${at + 1}-01T00:00:00Z`,
      digest: digest(String(number)),
    })),
    resources: [],
    pages: [],
    stateHash: digest(version),
  };
}

/** The words of a release, in the form of text-file.ts. */
function words(version: string): string {
  const head = { schemaVersion: 2, handbook: 'small', version, items: [] };
  const lines = [1, 2, 3].map((number) => ({
    number: String(number),
    fingerprint: `1-${digest(`${version} ${number}`)}`,
    question: `What is ${number}?`,
    answer: 'It is.',
  }));
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Three releases as the files of `releases/`. */
function sealed(versions: readonly string[] = VERSIONS): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  let before: LedgerRelease | undefined;
  for (const [at, version] of versions.entries()) {
    const text = words(version);
    const seal = { text: hash('sha256', text), sums: digest('sums'), generator: '0.1.0' };
    before = sealRecord(content(version, at), seal, before);
    files.set(`releases/${version}.json`, printRecord(before));
    files.set(`releases/${version}.text.jsonl`, text);
  }
  return files;
}

async function read(files: ReadonlyMap<string, string | Uint8Array>) {
  const all = [...files].map(([path, value]) => new VFile({ path, value: Buffer.from(value) }));
  const history = await readHistory(all);
  return { history, said: all.flatMap(({ messages }) => messages.map(({ reason }) => reason)) };
}

const files = sealed();
const paths = [...files.keys()];
const plain = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');

/** What somebody may do to a file: its bytes afterwards. */
const tampering = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ kind: fc.constant('drop line' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('double line' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('swap lines' as const), at: fc.nat() }),
);

function tampered(text: string, how: typeof tampering extends fc.Arbitrary<infer T> ? T : never): Uint8Array {
  const bytes = Buffer.from(text);
  const lines = text.split('\n');
  const at = how.at % bytes.length;
  const line = how.at % (lines.length - 1);
  switch (how.kind) {
    case 'byte':
      return Buffer.concat([bytes.subarray(0, at), Buffer.of(how.byte), bytes.subarray(at + 1)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), Buffer.of(how.byte), bytes.subarray(at)]);
    case 'cut':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + how.length)]);
    case 'drop line':
      return Buffer.from(lines.toSpliced(line, 1).join('\n'));
    case 'double line':
      return Buffer.from(lines.toSpliced(line, 0, lines[line] ?? '').join('\n'));
    case 'swap lines':
      return Buffer.from(lines.toSpliced(line, 2, lines[line + 1] ?? '', lines[line] ?? '').join('\n'));
  }
}

describe('a ledger', () => {
  test('is read in the order of its chain', async () => {
    const { history, said } = await read(new Map([...files].reverse()));
    expect({ said, versions: history?.ledger.map(({ version }) => version) }).toEqual({
      said: [],
      versions: VERSIONS,
    });
  });

  test('of which any file was edited is noticed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), tampering, async (path, how) => {
        const before = files.get(path) ?? '';
        const after = tampered(before, how);
        fc.pre(plain(after) !== plain(before));
        const { history, said } = await read(new Map<string, string | Uint8Array>([...files, [path, after]]));
        expect(said.length, path).toBeGreaterThan(0);
        // Used all the same only when nothing that it says has changed.
        if (history) expect(history.ledger.map(printRecord)).toEqual(VERSIONS.map(printed));
      }),
      { numRuns: 600 },
    );
  });

  test('of which an entry of any record was removed, changed or added is noticed', async () => {
    for (const version of VERSIONS) {
      const path = `releases/${version}.json`;
      const record = JSON.parse(files.get(path) ?? '') as LedgerRelease;
      const { entries } = record;
      for (const edited of [
        ...entries.map((_, at) => entries.toSpliced(at, 1)),
        ...entries.map((entry, at) => entries.toSpliced(at, 1, { ...entry, id: 'other' })),
        [...entries, { ...entries[0], number: '9' }],
        [],
      ]) {
        const text = printRecord({ ...record, entries: edited as LedgerRelease['entries'] });
        const { history, said } = await read(new Map([...files, [path, text]]));
        expect({ used: history !== undefined, said }).toEqual({
          used: false,
          said: [`the record of release ${version} is not as it was sealed`],
        });
      }
    }
  });

  test('of which a file is gone is noticed, but for the newest release', async () => {
    for (const path of paths.filter((name) => name !== 'releases/2.0.json')) {
      const { history, said } = await read(new Map([...files].filter(([name]) => name !== path)));
      expect({ path, used: history !== undefined, told: said.length }).toEqual({
        path,
        used: false,
        told: 1,
      });
    }
  });

  test('of which a record was replaced by one that is sealed is noticed by the next', async () => {
    const other = sealed(['1.0', '1.1']);
    const record = JSON.parse(other.get('releases/1.1.json') ?? '') as LedgerRelease;
    const { hash: _, previous, seal, ...rest } = record;
    const forged = printRecord(sealRecord({ ...rest, entries: rest.entries.slice(1) }, seal, previous));
    const { history, said } = await read(new Map([...files, ['releases/1.1.json', forged]]));
    expect({ used: history !== undefined, said }).toEqual({
      used: false,
      said: ['release 2.0 follows another 1.1 than the one that releases/1.1.json records'],
    });
  });

  test('with branches that did not know of each other is refused with all, until they are merged', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 8 }), (parents) => {
        // Record 0 is a first edition; record n+1 follows one of those before it.
        const seal = { text: digest(''), sums: digest(''), generator: '0.1.0' };
        const records = [sealRecord(content('v0', 0), seal, undefined)];
        for (const [at, parent] of parents.entries())
          records.push(sealRecord(content(`v${at + 1}`, at + 1), seal, records[parent % (at + 1)]));
        const { ledger, tips, faults } = chainOf(records.toReversed());
        const ends = records.filter(
          ({ version }) => !records.some(({ previous }) => previous?.version === version),
        );
        expect(tips.map(({ name }) => name).sort()).toEqual(ends.map(({ version }) => version).sort());
        expect(faults.map(({ rule }) => rule)).toEqual(ends.length > 1 ? ['ledger-one-line'] : []);
        for (const { reason } of faults)
          for (const { version } of ends) expect(reason).toContain(`release ${version} (2026`);
        // Whatever the tree, parents stand before children.
        expect([...ledger].sort(byVersion)).toEqual([...records].sort(byVersion));
        for (const [place, { previous }] of ledger.entries())
          if (previous)
            expect(ledger.slice(0, place).map(({ version }) => version)).toContain(previous.version);
        // Accepted by a notice, or known to a later release, they are one ledger; without one of them, none.
        const merged = sealNotice({
          schemaVersion: 1,
          handbook: 'small',
          iri: 'https://small.example/',
          kind: 'merge',
          date: '2027-01-01T00:00:00Z',
          after: tips as LedgerNotice['after'],
        });
        expect(chainOf([merged, ...records])).toMatchObject({ faults: [], tips: [{ hash: merged.hash }] });
        for (const lost of records)
          expect(chainOf([merged, ...records.filter((record) => record !== lost)]).faults).not.toEqual([]);
      }),
    );
  });
});

function printed(version: string): string {
  return files.get(`releases/${version}.json`) ?? '';
}

function byVersion(a: LedgerRelease, b: LedgerRelease): number {
  return a.version < b.version ? -1 : 1;
}

import { createHash, hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LedgerRelease } from '@octavo/core';
import { editionText, printRecord, sealRecord } from '@octavo/core/ledger';
import { compile } from '@octavo/jsonld';
import { textFile } from '@octavo/press/history';
import { expect, test } from 'vitest';
import { loadBook } from '../contract/load-book.ts';
import { runOctavo } from './run-octavo.ts';
import { copyOf, fixture, temporaryFolder } from './temporary-folder.ts';

/** What `octavo release` will have committed for the fixture as it is. */
async function firstRelease(): Promise<Recorded> {
  const { handbook } = await loadBook('tests/fixtures/small');
  const { record } = await compile(handbook);
  if (!record) throw new Error('the fixture cannot be released');
  const text = textFile(handbook.id, editionText(handbook), new Set());
  const seal = { text: hash('sha256', text), sums: hash('sha256', 'none'), generator: '0.0.0' };
  return { release: sealRecord(record, seal, undefined), text };
}

interface Recorded {
  readonly release: LedgerRelease;
  readonly text: Uint8Array;
}

/** The fixture one release later: entry 2 says more, entry 3 is new. */
async function laterBook(): Promise<string> {
  const book = await copyOf('small');
  await edit(
    join(book, 'handbook.yaml'),
    'version: "1.0"\n  date: 2026-01-31',
    'version: "1.1"\n  date: 2026-02-28',
  );
  await edit(
    join(book, 'basics/2-why-so-small.md'),
    'So that a test is quick',
    'So that a test is very quick',
  );
  await writeFile(
    join(book, 'basics/3-more.md'),
    '---\nnumber: 3\nquestion: Is there more?\n---\n\nNow there is.\n',
  );
  await record(book, await firstRelease());
  return book;
}

async function record(book: string, { release, text }: Recorded): Promise<void> {
  await mkdir(join(book, 'releases'), { recursive: true });
  await writeFile(join(book, 'releases', `${release.version}.json`), printRecord(release));
  await writeFile(join(book, 'releases', `${release.version}.text.jsonl`), text);
}

async function edit(path: string, from: string, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

const build = (book: string, out: string) =>
  runOctavo(['build', book, '--to', 'jsonld', '--out', out], process.cwd());
const read = async (path: string) => JSON.parse(await readFile(path, 'utf8'));

interface Index {
  readonly stateHash: string;
  readonly releaseVersion: string;
  readonly view: {
    readonly relation: readonly { readonly node: string | { '@id': string; sha256: string } }[];
  };
}

/** The pages an index leads to: path and SHA-256. */
function pagesOf(index: Index): readonly (readonly [path: string, sha256: string])[] {
  return index.view.relation.flatMap(({ node }) =>
    typeof node === 'string'
      ? []
      : [[node['@id'].slice('https://small.example/book/'.length), node.sha256] as const],
  );
}

test('a later edition appends exactly what changed, and the earlier pages are carried over', async () => {
  const out = join(await temporaryFolder(), 'site');
  expect((await build(fixture('small'), out)).code).toBe(0);
  const first = await readFile(join(out, 'feed/1.0/0001.jsonld'));
  const { code, stderr } = await build(await laterBook(), out);
  expect({ code, stderr: stderr.includes('sealed-pages-present') }).toEqual({ code: 0, stderr: false });

  const { member } = await read(join(out, 'feed/1.1/0001.jsonld'));
  const told = (member as { '@type': string; '@id': string; replaces?: string }[]).map((item) =>
    [item['@type'], item['@id'], item.replaces ?? ''].join(' ').replaceAll('https://small.example/book/', ''),
  );
  expect(told.sort()).toEqual([
    'Create entry/3/v/1 ',
    'Update chapter/basics/v/2 chapter/basics/v/1',
    'Update entry/2/v/2 entry/2/v/1',
    'Update handbook/v/2 handbook/v/1',
  ]);

  const index: Index = await read(join(out, 'feed/index.jsonld'));
  expect(pagesOf(index).map(([path]) => path)).toEqual(['feed/1.0/0001.jsonld', 'feed/1.1/0001.jsonld']);
  for (const [path, sha256] of pagesOf(index)) {
    expect(
      createHash('sha256')
        .update(await readFile(join(out, path)))
        .digest('hex'),
      path,
    ).toBe(sha256);
  }
  expect(first.equals(await readFile(join(out, 'feed/1.0/0001.jsonld')))).toBe(true);
  expect(index.releaseVersion).toBe('1.1');
  expect(index.stateHash).toBe(
    createHash('sha256')
      .update(await readFile(join(out, 'small.nq')))
      .digest('hex'),
  );
  expect((await read(join(out, 'entry/1.jsonld'))).version).toBe(1);
  expect((await read(join(out, 'entry/2.jsonld'))).version).toBe(2);
  const sums = await readFile(join(out, 'SHA256SUMS'), 'utf8');
  // Listed as sealed, not as a file of this build: a clone that has no earlier page makes the same list.
  expect(sums).not.toContain('feed/1.0/0001.jsonld');
  expect((await read(join(out, 'manifest.json'))).sealed).toMatchObject([{ path: 'feed/1.0/0001.jsonld' }]);
  expect(await readFile(join(out, '_headers'), 'utf8')).toContain(
    '/book/feed/1.0/*\n  Cache-Control: public',
  );
});

test('a fresh clone builds the same feed; the pages it does not have are named', async () => {
  const place = await temporaryFolder();
  const book = await laterBook();
  const bare = await build(book, join(place, 'bare'));
  expect(bare.code).toBe(0);
  expect(bare.stderr).toMatch(
    /releases\/1\.0\.json:1:1 {2}info {2}sealed-pages-present .*1 sealed page of release 1\.0 .*feed\/1\.0\/0001\.jsonld/,
  );
  expect(existsSync(join(place, 'bare/feed/1.0'))).toBe(false);
  expect(await readdir(join(place, 'bare/feed/1.1'))).toEqual(['0001.jsonld']);

  // The folder of the release itself, beside this one, is where they are found.
  await build(fixture('small'), join(place, '1.0'));
  const found = await build(book, join(place, 'whole'));
  expect(found.stderr).not.toContain('sealed-pages-present');
  for (const path of ['feed/index.jsonld', 'feed/1.1/0001.jsonld', 'small.nq', 'release.jsonld']) {
    expect(await readFile(join(place, 'whole', path), 'utf8'), path).toBe(
      await readFile(join(place, 'bare', path), 'utf8'),
    );
  }
  expect(await readFile(join(place, 'whole/feed/1.0/0001.jsonld'), 'utf8')).toBe(
    await readFile(join(place, '1.0/feed/1.0/0001.jsonld'), 'utf8'),
  );

  // One that was tampered with does not count.
  await writeFile(join(place, '1.0/feed/1.0/0001.jsonld'), '{}');
  await rm(join(place, 'whole'), { recursive: true });
  expect((await build(book, join(place, 'whole'))).stderr).toContain('sealed-pages-present');
  expect(existsSync(join(place, 'whole/feed/1.0'))).toBe(false);
});

test('an edition that is released and unchanged adds nothing, and keeps its own pages', async () => {
  const out = join(await temporaryFolder(), 'site');
  const book = await copyOf('small');
  await build(book, out);
  const before = await readFile(join(out, 'feed/index.jsonld'), 'utf8');
  await record(book, await firstRelease());
  const { code, stderr } = await build(book, out);
  expect({ code, stderr: /edition-later|sealed/.test(stderr) }).toEqual({ code: 0, stderr: false });
  expect(await readFile(join(out, 'feed/index.jsonld'), 'utf8')).toBe(before);
  expect(await readdir(join(out, 'feed'))).toEqual(['1.0', 'index.jsonld']);
});

/** A record that was changed by somebody who can work out a seal. */
function resealed(text: string, change: (release: LedgerRelease) => LedgerRelease): string {
  const { hash: _, previous, seal, ...content } = change(JSON.parse(text) as LedgerRelease);
  return printRecord(sealRecord(content, seal, previous));
}

const damages: readonly [what: string, damage: (text: string) => string, says: RegExp][] = [
  ['half-written', (text) => text.slice(0, text.length / 2), /ledger-valid .*it is not JSON/],
  ['empty', () => '', /ledger-valid .*it is not JSON/],
  ['something else', () => '{"a": 1}', /ledger-valid .*no record of a release/],
  [
    'a wrong hash',
    (text) => text.replace(/"stateHash": "\w{64}"/, '"stateHash": "abc"'),
    /ledger-valid .*stateHash/,
  ],
  ['out of the tree', (text) => text.replace('feed/1.0/0001', 'feed/../0001'), /ledger-valid .*pages/],
  [
    'of another release',
    (text) => text.replace('"version": "1.0"', '"version": "0.9"'),
    /ledger-valid .*0\.9/,
  ],
  [
    'of another handbook',
    (text) => text.replace('"handbook": "small"', '"handbook": "tall"'),
    /ledger-valid .*not as it was sealed/,
  ],
  [
    'a lost number',
    (text) => text.replace('"number": "2"', '"number": "7"').replace('"q2"', '"q7"'),
    /ledger-valid .*not as it was sealed/,
  ],
  [
    'another handbook’s, sealed',
    (text) => resealed(text, (release) => ({ ...release, handbook: 'tall' })),
    /ledger-of-this-handbook/,
  ],
  [
    'with a number that is lost, sealed',
    (text) =>
      resealed(text, ({ entries: [one, two], ...release }) => ({
        ...release,
        entries: [
          one,
          { ...two, number: '7', id: 'seven', anchors: ['q7', 'seven'] },
        ] as LedgerRelease['entries'],
      })),
    /releases\/1\.0\.json:\d\d+:7 {2}error {2}number-kept/,
  ],
  [
    'of the form without a seal',
    (text) => text.replace('"schemaVersion": 2', '"schemaVersion": 1'),
    /ledger-valid .*it is of schemaVersion 1, which had no seal/,
  ],
  [
    'of a form to come',
    (text) => text.replace('"schemaVersion": 2', '"schemaVersion": 3'),
    /ledger-valid .*it is of schemaVersion 3/,
  ],
];

test.each(damages)(
  'a ledger that is damaged (%s) is an error, and nothing is written',
  async (_, damage, says) => {
    const place = await temporaryFolder();
    const book = await laterBook();
    const file = join(book, 'releases/1.0.json');
    await writeFile(file, damage(await readFile(file, 'utf8')));
    const { code, stderr } = await build(book, join(place, 'site'));
    expect(stderr).toMatch(says);
    expect(stderr).toMatch(/releases\/\S+\.json:\d+:\d+ {2}error/);
    expect(code).toBe(1);
    expect(await readdir(place)).toEqual(['site.run.json']);
  },
);

test('octavo check finds a damaged ledger too', async () => {
  const book = await laterBook();
  await writeFile(join(book, 'releases/1.0.json'), '{');
  const { code, stderr } = await runOctavo(['check', book], process.cwd());
  expect({ code, found: stderr.includes('ledger-valid') }).toEqual({ code: 1, found: true });
});

test('an edition that is not later than the last release says so, and leaves the feed alone', async () => {
  const place = await temporaryFolder();
  const book = await laterBook();
  await edit(join(book, 'handbook.yaml'), 'date: 2026-02-28', 'date: 2026-01-01');
  const { code, stderr } = await build(book, join(place, 'site'));
  expect(code).toBe(0);
  expect(stderr).toMatch(/warning {2}edition-later {2}The feed leaves 4 changes out/);
  expect(existsSync(join(place, 'site/feed/1.1'))).toBe(false);
});

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, readlink, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { larder, readJson, released, revise } from '../cli/editions.ts';
import { runOctavo } from '../cli/run-octavo.ts';

interface Listed {
  readonly changes: readonly { readonly kind: string; readonly number: string }[];
}
const told = ({ changes }: Listed) => changes.map(({ kind, number }) => `${kind} ${number}`);

/** The script that publishes. */
const PUBLISH = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));

/** Every file of a folder with its hash. */
async function hashes(folder: string): Promise<ReadonlyMap<string, string>> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return new Map(
    await Promise.all(
      files.map(async (path) => {
        const content = await readFile(path);
        return [path.slice(folder.length + 1), createHash('sha256').update(content).digest('hex')] as const;
      }),
    ),
  );
}

test('three editions in a row: ledger, feed, changes, latest; the past is never touched', async () => {
  const { book, out } = await larder();
  const diff = (from: string, to: string, ...options: readonly string[]) =>
    runOctavo(['diff', from, to, book, ...options], process.cwd());

  // The first: all there is, and nothing that changed.
  await released(book, out, '2026.1');
  expect(await readlink(join(out, 'latest'))).toBe('2026.1');
  expect((await readdir(join(book, 'releases'))).sort()).toEqual(['2026.1.json', '2026.1.text.jsonl']);
  expect(await readJson(out, 'latest/changes.json')).toMatchObject({ changes: [] });
  expect(await readJson(out, 'latest/parity.json')).toMatchObject({ agrees: true });
  const first = await hashes(join(out, '2026.1'));
  for (const path of ['larder.pdf', 'larder.epub', 'larder.jsonld', 'index.html', 'larder-2026.1.zip'])
    expect([...first.keys()]).toContain(path);
  expect(first.has('changes/index.html')).toBe(false);

  // The second: inserted, reworded, withdrawn, corrected, added.
  await revise(book, 2);
  const { stderr } = await released(book, out, '2026.2');
  expect(stderr).toMatch(
    /latest leads to 2026\.2\ncommit the ledger: .*2026\.2\.text\.jsonl .*2026\.2\.json/,
  );
  expect(await readlink(join(out, 'latest'))).toBe('2026.2');
  const second = await readJson(out, '2026.2/changes.json');
  expect(told(second)).toEqual(['changed 633', 'inserted 634A', 'withdrawn 635', 'changed 641', 'added 642']);
  expect(second.since).toEqual({ version: '2026.1', date: '2026-01-31T00:00:00Z' });
  expect(second.changes[0]).toMatchObject({
    significance: 'major',
    note: 'A year was too careful.',
    passages: [
      {
        part: 'answer',
        segments: [
          { kind: 'same', text: 'White flour keeps for ' },
          { kind: 'deleted', text: 'a year' },
          { kind: 'inserted', text: 'two years' },
          { kind: 'same', text: ' in a tin with a lid. Wholemeal flour turns rancid after three months.' },
        ],
      },
    ],
  });
  // Only what was said anew is kept.
  const kept = (await readFile(join(book, 'releases/2026.2.text.jsonl'), 'utf8')).trimEnd().split('\n');
  expect(kept.slice(1).map((line) => JSON.parse(line).number)).toEqual(['633', '634A', '635', '641', '642']);
  // In the book, in the feed of the site and in the feed of the data.
  const page = await readFile(join(out, '2026.2/changes/index.html'), 'utf8');
  expect(page).toContain(
    '<del class="edit"><span class="unseen">[Deleted: </span>a year<span class="unseen">]</span></del>',
  );
  expect(page).toMatch(/<details class="corrections"><summary>Corrections \(1\)<\/summary>.*641/s);
  expect(page).toMatch(/635.*Withdrawn.*Replaced by .*634A/s);
  expect(await readFile(join(out, '2026.2/feed.xml'), 'utf8')).toContain('&#x3C;ins');
  const { member } = await readJson(out, '2026.2/feed/2026.2/0001.jsonld');
  const members = (member as Record<string, unknown>[]).map((item) =>
    [item['@type'], item.isVersionOf].join(' '),
  );
  expect(members).toContain('Delete https://larder.example/entry/635');
  expect(members).toContain('Create https://larder.example/entry/634A');
  expect(members.some((item) => item.endsWith('entry/634'))).toBe(false);

  // The third: moved, reworded. "2026.10" is later than "2026.2".
  const afterSecond = await hashes(join(out, '2026.2'));
  await revise(book, 3);
  await released(book, out, '2026.10');
  expect(told(await readJson(out, 'latest/changes.json'))).toEqual(['changed 634', 'moved 640']);
  const index = await readJson(out, 'latest/feed/index.jsonld');
  expect(index.view.relation).toHaveLength(6);
  for (const version of ['2026.1', '2026.2', '2026.10'])
    expect(await readdir(join(out, 'latest/feed', version))).toEqual(['0001.jsonld']);
  const manifest = await readJson(out, 'latest/manifest.json');
  expect(manifest).toMatchObject({ stage: 'release', stateHash: index.stateHash });
  // Each release is chained to the one before, in the ledger and in the manifest.
  const records = await Promise.all(
    ['2026.1', '2026.2', '2026.10'].map((version) => readJson(book, `releases/${version}.json`)),
  );
  expect(records.map(({ previous }) => previous)).toEqual([
    undefined,
    ...records.slice(0, 2).map(({ version, hash }) => ({ version, hash })),
  ]);
  expect(manifest.history).toEqual(
    records.slice(0, 2).map(({ version, hash, seal: { sums } }) => ({ version, hash, sums })),
  );
  expect(manifest.sealed).toHaveLength(2);

  // The past is as it was.
  expect(await hashes(join(out, '2026.1'))).toEqual(first);
  expect(await hashes(join(out, '2026.2'))).toEqual(afterSecond);

  // First and last, from the ledger alone, and from what lies in the folders.
  const whole = JSON.parse((await diff('2026.1', '2026.10', '--format', 'json')).stdout);
  expect(told(whole)).toEqual([
    'changed 633',
    'changed 634',
    'inserted 634A',
    'withdrawn 635',
    'moved 640',
    'changed 641',
    'added 642',
  ]);
  expect(whole.changes[4]).toMatchObject({ movedFrom: 'Using', chapter: 'Keeping' });
  const folders = JSON.parse(
    (await diff(join(out, '2026.1'), join(out, 'latest'), '--format', 'json')).stdout,
  );
  expect(folders.changes).toEqual(whole.changes);
  expect((await diff('2026.10', book)).stdout).toBe(
    '# Changes in this edition\n\nEdition 2026.10 · November 22, 2026\n\nSince edition 2026.10 of November 22, 2026\n',
  );
  const markdown = (await diff('2026.2', '2026.10')).stdout;
  expect(markdown).toContain('- **634** Does rice ever go off? *Changed.* Brown rice as well.');
  expect(markdown).toContain('> Does rice <ins>ever </ins>go off?');
  expect(markdown).toContain('- **640** What can be made of stale bread? *Moved.* Moved from “Using”.');
  expect((await diff('2026.1', '2026.2', '--format', 'html')).stdout).toMatch(
    /^<!doctype html>.*<del>.*a year/s,
  );
  const unknown = await diff('2026.3', '2026.10');
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toContain('Released are 2026.1, 2026.2, 2026.10');

  // A preview shows what the release shows, with the mark of a preview; all other data are the same by the byte.
  const preview = join(out, 'preview');
  expect((await runOctavo(['build', book, '--out', preview], process.cwd())).code).toBe(0);
  const [built, last] = [await hashes(preview), await hashes(join(out, 'latest'))];
  const differing = [...new Set([...built.keys(), ...last.keys()])].filter(
    (path) => built.get(path) !== last.get(path) && !/\.(?:html|md|epub|pdf|xml|txt)$/.test(path),
  );
  expect(differing.sort()).toEqual([
    'SHA256SUMS',
    // A preview has no pictures for shared links and no worker, and its servers need not know them.
    ...['633', '634', '634A', '635', '640', '641', '642'].map((number) => `cards/${number}.png`),
    // Nor is it an edition that can be kept, found by its day or be withdrawn.
    'editions.js',
    'editions.link',
    'entry/634.link',
    'entry/640.link',
    'feed.json',
    'handbook.json',
    'hosting/Caddyfile',
    'hosting/nginx-maps.conf',
    'hosting/nginx.conf',
    'larder-2026.10.zip',
    'larder-2026.10.zip.sha256',
    'manifest.json',
    'offline.js',
    'parity.json',
    'release.jsonld',
  ]);

  // On a static host the past stays, though the later folders come from clones that had none of it.
  const site = join(out, 'site');
  const publish = (version: string) =>
    promisify(execFile)(process.execPath, [PUBLISH, join(out, version), site]).then(
      ({ stdout }) => stdout,
      (error: { stderr: string }) => error.stderr,
    );
  for (const version of ['2026.2', '2026.10'])
    await rm(join(out, version, 'feed/2026.1'), { recursive: true });
  expect(await publish('2026.2')).toContain(
    'feed/2026.1/0001.jsonld is neither published nor in the release',
  );
  for (const version of ['2026.1', '2026.2', '2026.10'])
    expect(await publish(version)).toContain('files written');
  expect(await publish('2026.10')).toContain('larder 2026.10: 0 files written');
  // An older one is among the editions that are kept already.
  expect(await publish('2026.2')).toMatch(/: 0 files written to .*; 2026\.10 stays published/);
  for (const { path, sha256 } of [...manifest.sealed, ...manifest.files])
    expect(
      createHash('sha256')
        .update(await readFile(join(site, path)))
        .digest('hex'),
      path,
    ).toBe(sha256);
  for (const version of ['2026.1', '2026.2', '2026.10'])
    expect(await readdir(site)).toContain(`larder-${version}.zip`);
  expect(await readFile(join(site, 'entry/635.jsonld'), 'utf8')).toContain('Tombstone');
  await writeFile(join(site, 'feed/2026.1/0001.jsonld'), '{}');
  expect(await publish('2026.10')).toContain('feed/2026.1/0001.jsonld is published with other content');
}, 240_000);

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { readJson, released, revise } from './editions.ts';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const PUBLISH = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));
const VERSIONS = ['2026.1', '2026.2', '2026.10'];

let out = '';

beforeAll(async () => {
  const place = await mkdtemp(join(tmpdir(), 'octavo-editions-'));
  const book = join(place, 'larder');
  out = join(place, 'out');
  await mkdir(book);
  for (const [at, version] of VERSIONS.entries()) {
    await revise(book, at + 1);
    await released(book, out, version);
  }
  return () => rm(place, { recursive: true });
}, 600_000);

const publish = (version: string, root: string) => run('node', [PUBLISH, join(out, version), root]);

/** Which editions a web root says that it keeps. */
async function kept(root: string): Promise<readonly string[]> {
  const text = await readFile(join(root, 'editions.js'), 'utf8');
  const { editions } = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')));
  return editions.flatMap((one: { version: string; kept: boolean }) => (one.kept ? [one.version] : []));
}

/** Holds a folder to its SHA256SUMS. */
async function holds(folder: string): Promise<boolean> {
  const lines = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  for (const line of lines) {
    const bytes = await readFile(join(folder, line.slice(66)));
    if (createHash('sha256').update(bytes).digest('hex') !== line.slice(0, 64)) return false;
  }
  return lines.length > 100;
}

test('every edition stays as it was released, also those of a web root that is older than that', async () => {
  const root = await temporaryFolder();
  await publish('2026.1', root);
  // As it was filled before editions were kept.
  await rm(join(root, 'edition'), { recursive: true });
  await rm(join(root, 'editions.js'));
  await publish('2026.2', root);
  expect(await kept(root)).toEqual(['2026.1', '2026.2']);
  await publish('2026.10', root);
  expect(await kept(root)).toEqual(VERSIONS);
  expect((await readdir(join(root, 'edition'))).sort()).toEqual([...VERSIONS].sort());
  for (const version of VERSIONS) expect(await holds(join(root, 'edition', version)), version).toBe(true);
  expect(await holds(root)).toBe(true);
  expect((await readJson(root, 'edition/2026.1/manifest.json')).edition.version).toBe('2026.1');
  // Search engines are told of the newest texts alone.
  const old = await readFile(join(root, 'edition/2026.1/entry/635/index.html'), 'utf8');
  expect(old).toContain('<link rel="canonical" href="https://larder.example/entry/635">');
  const sitemap = await readFile(join(root, 'sitemap.xml'), 'utf8');
  expect(sitemap).toContain('<loc>https://larder.example/release/2026.1/</loc>');
  expect(sitemap).not.toMatch(/edition\/|since\//);
  // Once more, nothing changes.
  expect((await publish('2026.10', root)).stdout).toContain(' 0 files written');
});

test('an older release is added to the editions of a web root, and nothing else changes', async () => {
  const root = await temporaryFolder();
  const { stdout } = await publish('2026.10', root);
  expect(stdout).toContain(
    'not kept below edition/: 2026.1, 2026.2; publish the folder of each release to add it',
  );
  const front = await readFile(join(root, 'index.html'), 'utf8');
  await publish('2026.1', root);
  expect(await kept(root)).toEqual(['2026.1', '2026.10']);
  expect(await readFile(join(root, 'index.html'), 'utf8')).toBe(front);
  expect((await readJson(root, 'manifest.json')).edition.version).toBe('2026.10');
  expect(await holds(join(root, 'edition/2026.1'))).toBe(true);
  // Another release of that name is none of this line.
  const other = join(root, 'edition/2026.1/SHA256SUMS');
  await writeFile(other, (await readFile(other, 'utf8')).replace(/^./, '0'));
  await expect(publish('2026.1', root)).rejects.toMatchObject({
    stderr: expect.stringContaining('edition/2026.1/ keeps another edition than 2026.1'),
  });
});

test('an edition that was changed where it is published is not kept, and that is said', async () => {
  const root = await temporaryFolder();
  await publish('2026.1', root);
  await rm(join(root, 'edition'), { recursive: true });
  await writeFile(join(root, 'entry/633/index.html'), 'tampered');
  const { stdout } = await publish('2026.2', root);
  expect(stdout).toContain('2026.1 cannot be kept: entry/633/index.html is not as it was released');
  expect(await kept(root)).toEqual(['2026.2']);
});

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { released, revise } from './editions.ts';
import { temporaryFolder } from './temporary-folder.ts';

const run = promisify(execFile);
const PUBLISH = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));
const VERSIONS = ['2026.1', '2026.2', '2026.10'] as const;
/** Ends a process at its n-th rename, before it is done. */
const STOP = `import fs from 'node:fs/promises'; import { syncBuiltinESMExports } from 'node:module';
  let left = Number(process.env.RENAMES); const { rename } = fs;
  fs.rename = (...paths) => left-- > 0 ? rename(...paths) : process.exit(9); syncBuiltinESMExports();`;

let out = '';
let first = '';
let delta = '';

const publish = (...given: readonly string[]) => run(process.execPath, [PUBLISH, ...given]);

/** Publishes until so many files are written. */
const interrupted = (renames: number, ...given: readonly string[]) =>
  run(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(STOP)}`, PUBLISH, ...given], {
    env: { ...process.env, RENAMES: String(renames) },
  });

/** What stands in a folder, by path, apart from files that an interruption left half written. */
async function treeOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const tree: Record<string, string> = {};
  for (const path of paths.sort())
    tree[path.slice(folder.length)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  return tree;
}

/** A copy of the web root at the first release. */
async function atFirst(): Promise<string> {
  const root = join(await temporaryFolder(), 'www');
  await cp(first, root, { recursive: true });
  return root;
}

let whole: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  const place = await mkdtemp(join(tmpdir(), 'octavo-deltas-'));
  const book = join(place, 'larder');
  out = join(place, 'out');
  await mkdir(book);
  for (const [at, version] of VERSIONS.entries()) {
    await revise(book, at + 1);
    await released(book, out, version);
  }
  [first, delta] = [join(place, 'www'), join(place, 'delta.tar.br')];
  await publish(join(out, '2026.1'), first);
  await publish('--delta', join(out, '2026.2'), join(out, '2026.1'), delta);
  const root = join(place, 'whole');
  await cp(first, root, { recursive: true });
  await publish(join(out, '2026.2'), root);
  whole = await treeOf(root);
  return () => rm(place, { recursive: true });
}, 600_000);

test('a delta makes of a web root what the whole release makes of it, and nothing the second time', async () => {
  const root = await atFirst();
  const { stdout } = await publish('--apply-delta', delta, root);
  expect(stdout).toMatch(/^larder 2026\.2: \d+ files written/);
  expect(await treeOf(root)).toEqual(whole);
  expect((await publish('--apply-delta', delta, root)).stdout).toContain(' 0 files written');
  expect((await stat(delta)).size).toBeLessThan(300_000);
});

test('a delta is made of a web root too, as a tar for gzip, and without inflating pictures', async () => {
  const root = await atFirst();
  const other = join(root, '../delta.tar.gz');
  await publish('--delta', join(out, '2026.2'), root, other, '--plain');
  expect((await run('tar', ['-tzf', other])).stdout).toBe('delta.json\ndata\n');
  await publish('--apply-delta', other, root);
  expect(await treeOf(root)).toEqual(whole);
});

test('without the zip, the rest is as it is published', async () => {
  const root = await atFirst();
  const other = join(root, '../small.tar.br');
  await publish('--delta', join(out, '2026.2'), join(out, '2026.1'), other, '--without-zip');
  await publish('--apply-delta', other, root);
  const rest = Object.entries(whole).filter(([path]) => !path.includes('larder-2026.2.zip'));
  expect(await treeOf(root)).toEqual(Object.fromEntries(rest));
  await publish(join(out, '2026.2'), root);
  expect(await treeOf(root)).toEqual(whole);
});

test('another release than the one that a delta begins with is refused by name, and nothing is written', async () => {
  const root = await atFirst();
  const other = join(root, '../later.tar.br');
  await publish('--delta', join(out, '2026.10'), join(out, '2026.2'), other);
  const before = await treeOf(root);
  await expect(publish('--apply-delta', other, root)).rejects.toMatchObject({
    stderr: expect.stringMatching(
      /^publish: the delta leads from 2026\.2 \(SHA256SUMS \w{12}\) to 2026\.10 \(.*\), and ".*www" is at 2026\.1 \(SHA256SUMS \w{12}\): make a delta/,
    ),
  });
  expect(await treeOf(root)).toEqual(before);
  await expect(publish('--apply-delta', other, join(root, 'none'))).rejects.toMatchObject({
    stderr: expect.stringContaining('is at no release'),
  });
  // One after the other they lead there; none leads back.
  await publish('--apply-delta', delta, root);
  await publish('--apply-delta', other, root);
  await expect(publish('--apply-delta', delta, root)).rejects.toMatchObject({
    stderr: expect.stringContaining('is at 2026.10 '),
  });
});

test.each(['the delta', 'the release'])(
  '%s can be published again wherever it was interrupted',
  async (what) => {
    const given = what === 'the delta' ? ['--apply-delta', delta] : [join(out, '2026.2')];
    const { stdout } = await publish(...given, await atFirst());
    const count = Number(/(\d+) files written/.exec(stdout)?.[1]);
    expect(count).toBeGreaterThan(100);
    for (const done of [1, count >> 1, count - 9, count - 4, count - 3, count - 2, count - 1]) {
      const root = await atFirst();
      await expect(interrupted(done, ...given, root)).rejects.toMatchObject({ code: 9 });
      await publish(...given, root);
      expect(await treeOf(root), `after ${done} of ${count}`).toEqual(whole);
    }
  },
);

test('what is damaged, altered or no delta is said so', async () => {
  const root = await atFirst();
  const half = join(root, '../half.tar.br');
  await writeFile(half, (await readFile(delta)).subarray(0, 2000));
  await expect(publish('--apply-delta', half, root)).rejects.toMatchObject({
    stderr: `publish: "${half}" is no delta, or not whole: fetch it again\n`,
  });
  await writeFile(join(root, 'llms.txt'), 'altered');
  await writeFile(join(root, 'edition/2026.1/llms.txt'), 'altered');
  await expect(publish('--apply-delta', delta, root)).rejects.toMatchObject({
    stderr: expect.stringContaining('as 2026.1 released it: publish the whole release'),
  });
  await expect(publish('--delta', join(out, '2026.1'), join(out, '2026.1'), half)).rejects.toMatchObject({
    stderr: 'publish: both folders hold 2026.1: there is no difference\n',
  });
  await expect(publish('--delta', join(out, '2026.1'))).rejects.toMatchObject({
    stderr: expect.stringContaining('usage: node publish.mjs'),
  });
});

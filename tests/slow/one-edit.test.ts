import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compareBuilds } from '../cli/compare-builds.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { copyOf, temporaryFolder } from '../cli/temporary-folder.ts';

test('a build by what is left of earlier ones equals a build from nothing, over 30 edits', async () => {
  const built = await compareBuilds(await temporaryFolder(), { seed: 9, edits: 30, to: () => 'html' });
  expect(built).toBeGreaterThan(25);
}, 300_000);

test('a damaged cache is noticed and made again', async () => {
  const book = await copyOf('small');
  const cache = join(book, '.octavo', 'cache');
  const build = () => runOctavo(['build', book, '--to', 'html', '--out', join(book, '../out')], book);
  const sums = () => readFile(join(book, '../out/SHA256SUMS'), 'utf8');
  await build();
  const right = await sums();
  for (const damage of [
    (bytes: Buffer) => bytes.fill('x', 8, 4000),
    (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
    (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replaceAll('Why', 'Who'), 'latin1'),
    () => Buffer.alloc(0),
  ]) {
    for (const name of (await readdir(cache)).filter((item) => item.endsWith('.pack'))) {
      const path = join(cache, name);
      await writeFile(path, damage(await readFile(path)));
    }
    expect((await build()).code).toBe(0);
    expect(await sums()).toBe(right);
  }
});

test('--no-cache reads and writes none; clean removes it', async () => {
  const book = await copyOf('small');
  await runOctavo(['check', book, '--no-cache'], book);
  expect(await readdir(book)).not.toContain('.octavo');
  await runOctavo(['check', book], book);
  expect(await readdir(join(book, '.octavo', 'cache'))).toHaveLength(2);
  expect((await runOctavo(['clean', book], book)).code).toBe(0);
  expect(await readdir(book)).not.toContain('.octavo');
});

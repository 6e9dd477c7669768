import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.ts';
import { skipsClient } from './clients-folder.ts';
import { machine, remoteCache, type TaskRun } from './remote-cache-machines.ts';

const HANDBOOKS = readdirSync(fileURLToPath(new URL('../../content', import.meta.url)));
const task = (handbook: string) => `@octavo-content/${handbook}#build`;
const fromOf = (tasks: ReadonlyMap<string, TaskRun>) =>
  HANDBOOKS.map((handbook) => [handbook, tasks.get(task(handbook))?.from]);
const all = (from: TaskRun['from']) => HANDBOOKS.map((handbook) => [handbook, from]);

test('what one machine has built another fetches; a damaged or absent cache only means that it builds', {
  timeout: 1_800_000,
}, async (context) => {
  if (skipsClient('turborepo-remote-cache')) return context.skip();
  const folder = await temporaryFolder();
  const cache = await remoteCache(join(folder, 'artifacts'));
  onTestFinished(() => cache.stop());

  const a = await machine(join(folder, 'a'));
  expect(fromOf(await a.build(cache.url))).toEqual(all('built'));
  const sums = await Promise.all(HANDBOOKS.map(a.sums));

  const b = await machine(join(folder, 'somewhere', 'else', 'b'));
  const fetched = await b.build(cache.url);
  expect(fromOf(fetched)).toEqual(all('REMOTE'));
  expect([...fetched.values()].filter(({ from }) => from === 'built')).toEqual(
    // The schemas are data: there is nothing to build, and nothing to cache.
    [fetched.get('@octavo/schemas#build')].filter((known) => known?.from === 'built'),
  );
  expect(await Promise.all(HANDBOOKS.map(b.sums))).toEqual(sums);

  const hashes = HANDBOOKS.map((handbook) => fetched.get(task(handbook))?.hash ?? '');
  for (const [at, hash] of hashes.entries())
    await writeFile(cache.artifact(hash), at % 2 === 0 ? 'no archive at all' : '');
  await b.forget(hashes);
  expect(fromOf(await b.build(cache.url))).toEqual(all('built'));
  expect(await Promise.all(HANDBOOKS.map(b.sums))).toEqual(sums);

  await cache.stop();
  await b.forget(hashes);
  expect(fromOf(await b.build(cache.url))).toEqual(all('built'));
  expect(await Promise.all(HANDBOOKS.map(b.sums))).toEqual(sums);
  await rm(join(folder, 'a'), { recursive: true, force: true });
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDiskCache } from '../src/cache/disk-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const packs = () => readdirSync(folder).filter((name) => name.endsWith('.pack'));
const bytesOf = (number: number) => Buffer.alloc(100 + number, number);
const keys = Array.from({ length: 60 }, (_, number) => `kind/${number}`);

it('writes what is new whenever there is much of it, and has it all the same', () => {
  const cache = openDiskCache(folder, 1500);
  for (const [number, key] of keys.entries()) cache.put(key, bytesOf(number));
  expect(packs().length).toBeGreaterThan(3);
  for (const [number, key] of keys.entries()) expect(cache.get(key)).toEqual(bytesOf(number));
  cache.save();
  const again = openDiskCache(folder);
  // In an order of its own, so that none is where the one before led to.
  for (const number of [...keys.keys()].reverse())
    expect(again.get(`kind/${number}`)).toEqual(bytesOf(number));
  again.save();
});

it('makes one pack of many, without what nobody asked for', () => {
  for (let build = 0; build < 30; build++) {
    const cache = openDiskCache(folder);
    cache.put(`kind/${build}`, bytesOf(build));
    cache.save();
  }
  expect(packs().length).toBeLessThan(26);
  const cache = openDiskCache(folder);
  expect(cache.get('kind/29')).toEqual(bytesOf(29));
  expect(cache.get('kind/0')).toBeUndefined();
  cache.save();
});

it('does without where nothing can be written', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const cache = openDiskCache(join(file, 'cache'), 200);
  for (const [number, key] of keys.entries()) cache.put(key, bytesOf(number));
  cache.save();
  expect(readdirSync(folder)).toEqual(['file']);
});

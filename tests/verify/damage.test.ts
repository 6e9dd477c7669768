import { verify } from '@octavo/verify';
import { beforeAll, describe, expect, test } from 'vitest';
import { treeOf } from '../contract/compile-tree.ts';

/** Numbers that look random and are the same every time (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

// Every format of the fixture is made once, which takes a while on a busy machine.
beforeAll(async () => {
  await treeOf('tests/fixtures/parity');
}, 180_000);

describe.each([
  ['pdf', 'parity.pdf'],
  ['epub', 'parity.epub'],
  ['html', 'second/index.html'],
  ['jsonld', 'parity.jsonld'],
] as const)('%s: damage of any kind is no exception', (format, path) => {
  test.each(Array.from({ length: 12 }, (_, seed) => seed + 1))('damage %d', async (seed) => {
    const { handbook, files } = await treeOf('tests/fixtures/parity');
    const random = numbers(seed);
    const bytes = new Uint8Array(files.get(path) ?? []);
    const at = () => Math.floor(random() * bytes.length);
    for (let count = 0; count < 20; count++) bytes[at()] = Math.floor(random() * 256);
    const spoilt = seed % 3 === 0 ? bytes.slice(0, at()) : bytes;
    const { differences } = await verify({
      files: new Map(files).set(path, spoilt),
      handbook,
      formats: [format],
    });
    for (const { message } of differences) expect(message).toMatch(/^[a-z]+(?:, [^:]+)?: ./);
  });
});

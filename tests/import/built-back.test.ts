import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtAndBack } from './built-back.ts';

test('a build gives its handbook back from any of its files', async () => {
  const { given, back, alone } = await builtAndBack(
    fileURLToPath(new URL('../fixtures/parity/', import.meta.url)),
  );
  expect(back.size).toBe(9);
  for (const [name, promised] of back) expect(promised, name).toEqual(given);
  expect(alone.size).toBe(7);
  for (const [name, said] of alone) expect(said, name).toMatch(/^1: [\s\S]*Import the handbook\.json/);
});

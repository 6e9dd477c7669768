import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtAndBack } from './built-back.ts';

test('a build gives its handbook back from any of its files', async () => {
  const { given, back } = await builtAndBack(fileURLToPath(new URL('../fixtures/parity/', import.meta.url)));
  expect(back.size).toBe(9);
  for (const [name, promised] of back) expect(promised, name).toEqual(given);
});

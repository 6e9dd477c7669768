import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { builtAndBack } from '../import/built-back.ts';

const BOOKS = ['tests/fixtures/kitchen-sink', 'tests/fixtures/small', 'content/octavo-handbook'];

describe('a build gives its handbook back from any of its files', () => {
  test.each(BOOKS)('%s', async (book) => {
    const { given, back } = await builtAndBack(fileURLToPath(new URL(`../../${book}/`, import.meta.url)));
    for (const [name, promised] of back) expect(promised, name).toEqual(given);
  });
});

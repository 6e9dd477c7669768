import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { builtAndBack } from '../import/built-back.ts';

const BOOKS = [
  'content/octavo-handbook',
  ...['kitchen-sink', 'small', 'rulebook', 'guideline', 'help-center'].map(
    (name) => `tests/fixtures/${name}`,
  ),
];

describe('a build gives its handbook back from any of its files, and from its PDF alone', () => {
  test.each(BOOKS)('%s', async (book) => {
    const { given, back, alone } = await builtAndBack(
      fileURLToPath(new URL(`../../${book}/`, import.meta.url)),
    );
    for (const [name, promised] of back) expect(promised, name).toEqual(given);
    const [pdf] = [...alone].filter(([name]) => name.endsWith('.pdf')).map(([, one]) => one);
    expect(pdf?.promised).toEqual(given);
  });
});

test('clauses come back from an EPUB, a PDF and linked data that lie alone, with every fingerprint', async () => {
  const { given, alone } = await builtAndBack(
    fileURLToPath(new URL('../fixtures/clauses/', import.meta.url)),
  );
  for (const name of ['garden-rules.epub', 'garden-rules.jsonld', 'garden-rules.pdf'])
    expect(alone.get(name)?.promised, name).toEqual(given);
});

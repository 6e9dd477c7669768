import { verify } from '@octavo/verify';
import { beforeAll, describe, expect, test } from 'vitest';
import { treeOf } from '../contract/compile-tree.ts';
import type { Fault } from './fault.ts';
import { EPUB_FAULTS } from './faults-epub.ts';
import { HTML_FAULTS } from './faults-html.ts';
import { JSONLD_FAULTS } from './faults-jsonld.ts';
import { PDF_FAULTS } from './faults-pdf.ts';

// Every format of the fixture is made once, which takes a while on a busy machine.
beforeAll(async () => {
  await treeOf('tests/fixtures/parity');
}, 180_000);

describe.each([
  ['pdf', PDF_FAULTS],
  ['epub', EPUB_FAULTS],
  ['html', HTML_FAULTS],
  ['jsonld', JSONLD_FAULTS],
] as const)('%s: a fault in the built file is found', (format, faults) => {
  test.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault: Fault) => {
    const { handbook, files } = await treeOf('tests/fixtures/parity');
    const spoilt = new Map(files);
    fault.spoil(spoilt);
    const { differences, agrees } = await verify({
      files: spoilt,
      handbook,
      formats: [format, ...(fault.beside ?? [])],
    });
    const shown = differences.map(({ message }) => message);
    expect(agrees).toBe(false);
    for (const { subject, entry } of fault.finds) {
      const found = differences.filter(
        (one) => one.subject === subject && one.entry === entry && one.format === format,
      );
      expect(found.length, `${subject} of ${entry ?? 'the book'} among\n${shown.join('\n')}`).toBeGreaterThan(
        0,
      );
    }
    const named = new Set([...fault.finds.map(({ entry }) => entry), ...(fault.also ?? []), undefined]);
    const others = differences.filter(({ entry }) => !named.has(entry)).map(({ message }) => message);
    expect(others).toEqual([]);
  });
});

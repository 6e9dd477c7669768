import { verify } from '@octavo/verify';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTree, type Tree, treeOf } from '../contract/compile-tree.ts';
import { loadBook } from '../contract/load-book.ts';
import { withStandard } from '../contract/with-standard.ts';
import type { Fault } from './fault.ts';
import { CLAUSE_FAULTS } from './faults-clauses.ts';
import { EPUB_FAULTS } from './faults-epub.ts';
import { FINE_PRINT_FAULTS } from './faults-fine-print.ts';
import { HTML_FAULTS } from './faults-html.ts';
import { INTRODUCTION_FAULTS } from './faults-introductions.ts';
import { JSONLD_FAULTS } from './faults-jsonld.ts';
import { NUMBERED_FAULTS } from './faults-numbered.ts';
import { PDF_FAULTS } from './faults-pdf.ts';
import { PDF_20_FAULTS } from './faults-pdf-20.ts';
import { finePrint } from './fine-print-book.ts';

const parity = (): Promise<Tree> => treeOf('tests/fixtures/parity');
let archival: Promise<Tree> | undefined;
/** The same book as PDF 2.0, for an archive. */
const parityOf20 = (): Promise<Tree> => {
  archival ??= loadBook('tests/fixtures/parity').then((book) => compileTree(withStandard(book, 'PDF/A-4f')));
  return archival;
};

// Every format of a book is made once, which takes a while on a busy machine.
beforeAll(async () => {
  await parity();
  await finePrint();
  await parityOf20();
}, 180_000);

describe.each([
  ['pdf', PDF_FAULTS, parity],
  ['pdf 2.0', [...PDF_FAULTS, ...PDF_20_FAULTS], parityOf20],
  ['epub', EPUB_FAULTS, parity],
  ['html', HTML_FAULTS, parity],
  ['jsonld', JSONLD_FAULTS, parity],
  ['introductions of chapters', INTRODUCTION_FAULTS, parity],
  ['what is easily lost', FINE_PRINT_FAULTS, finePrint],
  ['clauses', CLAUSE_FAULTS, finePrint],
  ['numbered parts', NUMBERED_FAULTS, () => treeOf('tests/fixtures/numbered')],
] as const)('%s: a fault in the built file is found', (_group, faults, made) => {
  test('what was not touched has no difference', async () => {
    const { differences } = await verify({ ...(await made()), formats: ['pdf', 'epub', 'html', 'jsonld'] });
    expect(differences.map(({ message }) => message)).toEqual([]);
  });

  test.each(faults.map((fault) => [fault.name, fault] as const))('%s', async (_name, fault: Fault) => {
    const { handbook, files } = await made();
    const spoilt = new Map(files);
    fault.spoil(spoilt);
    const { differences, agrees } = await verify({
      files: spoilt,
      handbook,
      formats: [...(fault.format === 'tree' ? [] : [fault.format]), ...(fault.beside ?? [])],
    });
    const shown = differences.map(({ message }) => message);
    expect(agrees).toBe(false);
    for (const { subject, entry } of fault.finds) {
      const found = differences.filter(
        (one) => one.subject === subject && one.entry === entry && one.format === fault.format,
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

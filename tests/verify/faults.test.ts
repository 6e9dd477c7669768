import { beforeAll } from 'vitest';
import { treeOf } from '../contract/compile-tree.ts';
import { describeFaults } from './describe-faults.ts';
import { EPUB_FAULTS } from './faults-epub.ts';
import { HTML_FAULTS } from './faults-html.ts';
import { INTRODUCTION_FAULTS } from './faults-introductions.ts';
import { JSONLD_FAULTS } from './faults-jsonld.ts';
import { PDF_FAULTS } from './faults-pdf.ts';

const parity = () => treeOf('tests/fixtures/parity');

// Every format of a book is made once, which takes a while on a busy machine.
beforeAll(async () => void (await parity()), 180_000);

describeFaults([
  ['pdf', PDF_FAULTS, parity],
  ['epub', EPUB_FAULTS, parity],
  ['html', HTML_FAULTS, parity],
  ['jsonld', JSONLD_FAULTS, parity],
  ['introductions of chapters', INTRODUCTION_FAULTS, parity],
]);

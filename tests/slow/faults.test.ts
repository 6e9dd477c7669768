import { compileTree, type Tree, treeOf } from '../contract/compile-tree.ts';
import { loadBook } from '../contract/load-book.ts';
import { withStandard } from '../contract/with-standard.ts';
import { describeFaults } from '../verify/describe-faults.ts';
import { CLAUSE_FAULTS } from '../verify/faults-clauses.ts';
import { FINE_PRINT_FAULTS } from '../verify/faults-fine-print.ts';
import { NUMBERED_FAULTS } from '../verify/faults-numbered.ts';
import { PDF_FAULTS } from '../verify/faults-pdf.ts';
import { PDF_20_FAULTS } from '../verify/faults-pdf-20.ts';
import { finePrint } from '../verify/fine-print-book.ts';

let archival: Promise<Tree> | undefined;
/** The book of parity as PDF 2.0, for an archive. */
const parityOf20 = (): Promise<Tree> => {
  archival ??= loadBook('tests/fixtures/parity').then((book) => compileTree(withStandard(book, 'PDF/A-4f')));
  return archival;
};

describeFaults([
  ['pdf 2.0', [...PDF_FAULTS, ...PDF_20_FAULTS], parityOf20],
  ['what is easily lost', FINE_PRINT_FAULTS, finePrint],
  ['clauses', CLAUSE_FAULTS, finePrint],
  ['numbered parts', NUMBERED_FAULTS, () => treeOf('tests/fixtures/numbered')],
]);

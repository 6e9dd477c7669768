import type { Findings } from '../compare/findings.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { Vocabulary } from '../expected/vocabulary.ts';
import type { Owner } from './owner.ts';
import type { PdfDocument } from './pdf-document.ts';

/** A PDF that is held to the handbook. */
export interface PdfReading {
  readonly findings: Findings;
  readonly pdf: PdfDocument;
  readonly book: ExpectedBook;
  readonly file: string;
  readonly owner: Owner;
  /** What its pages may say beside the answers. */
  readonly vocabulary: Vocabulary;
  /** What the head cells of tables say: a table that runs on says it again. */
  readonly tableHeads: readonly string[];
  /** The bytes of a picture of the handbook, where the tree has them elsewhere. */
  readonly asset: (path: string) => Promise<Uint8Array | undefined>;
}

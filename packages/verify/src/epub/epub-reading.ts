import type { Findings } from '../compare/findings.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { EpubAnchors } from './epub-anchors.ts';
import type { EpubPackage } from './epub-package.ts';

/** An EPUB that is held to the handbook. */
export interface EpubReading {
  readonly findings: Findings;
  readonly book: ExpectedBook;
  readonly epub: EpubPackage;
  readonly anchors: EpubAnchors;
  readonly file: string;
}

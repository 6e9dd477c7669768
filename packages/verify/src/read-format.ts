import type { Findings } from './compare/findings.ts';
import type { ExpectedBook } from './expected/expected-book.ts';
import type { EntryReading } from './parity.ts';
import type { TreeFiles } from './tree/tree-files.ts';

/** What a format's reader is given. */
export interface FormatRequest {
  readonly files: TreeFiles;
  readonly book: ExpectedBook;
  readonly findings: Findings;
  /** What the PDF says about pages, for the formats that repeat it; it is read first. */
  readonly pages?: PdfPages | undefined;
}

/** The pages of the PDF, as read. */
export interface PdfPages {
  /** Of every page that is not blank. */
  readonly labels: readonly string[];
  /** The label of the page an entry begins on, by number. */
  readonly pageOf: ReadonlyMap<string, string>;
  /** The entries on every page that is not blank. */
  readonly entriesOn: readonly (readonly string[])[];
}

/** What a format's reader returns; differences are in the findings that it was given. */
export interface FormatReading {
  /** Where the reading began. */
  readonly file: string;
  readonly entries: number;
  readonly readings: readonly (readonly [number: string, reading: EntryReading])[];
  readonly pages?: PdfPages;
  /** The addresses of the site's pages that may be indexed: those that a sitemap names. */
  readonly open?: readonly string[];
}

/** Reads one format back and compares it. A damaged file is a finding, never an exception. */
export type ReadFormat = (request: FormatRequest) => Promise<FormatReading>;

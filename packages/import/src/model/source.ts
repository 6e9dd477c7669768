import type { Fields } from '../recognise/fields.ts';

/** A file handed in: a path relative to the source, with forward slashes, and its bytes. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The kinds of source that there is a reader for. */
export const SOURCE_KINDS = [
  'markdown',
  'text',
  'html',
  'csv',
  'json',
  'yaml',
  'rst',
  'asciidoc',
  'org',
  'docx',
  'epub',
  'mhtml',
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where something was written: the source file and a 1-based line. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** A decoded file, ready for a reader. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly kind: SourceKind;
  /** What the columns of a table or the fields of data are called. */
  readonly columns?: Fields;
}

/** A word of the source with its line, as a reader of the source sees it. */
export interface SourceWord {
  readonly word: string;
  readonly line: number;
}

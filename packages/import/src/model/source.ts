import type { Fields } from './fields.ts';

/** A file handed in: a path relative to the source, with forward slashes, and its bytes. */
export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The kinds of source, by the endings of their files' names. There is a reader for each. */
export const SOURCE_KINDS = {
  markdown: 'md mdx mdown markdown mkd rmd qmd',
  text: 'txt text',
  html: 'html htm xhtml shtml',
  csv: 'csv tsv tab',
  json: 'json jsonld',
  yaml: 'yaml yml',
  rst: 'rst rest',
  asciidoc: 'adoc asciidoc asc',
  org: 'org',
  docx: 'docx',
  odt: 'odt',
  xlsx: 'xlsx',
  epub: 'epub',
  mhtml: 'mht mhtml',
} as const;

export type SourceKind = keyof typeof SOURCE_KINDS;

/** The kinds whose documents are packages of several files. */
export type PackageKind = 'docx' | 'odt' | 'xlsx' | 'epub';

/** Whether documents of a kind are packages. */
export function isPackage(kind: SourceKind): kind is PackageKind {
  return kind === 'docx' || kind === 'odt' || kind === 'xlsx' || kind === 'epub';
}

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
  readonly columns?: Fields | undefined;
  /** What the ids are called that the records of data name. */
  readonly names?: ReadonlyMap<string, string> | undefined;
  /** Values that it only names become variables. */
  readonly variables?: boolean | undefined;
}

/** A word of the source with its line, as a reader of the source sees it. */
export interface SourceWord {
  readonly word: string;
  readonly line: number;
}

import { bookPath, type FormatDescriptor } from '@octavo/core';
import { compile } from './compile.ts';
import { contextFiles } from './documents/context-files.ts';
import { needs } from './needs.ts';
import { schemaOf } from './schema-of.ts';

/**
 * The book as linked data. It hands on the FAQPage blocks of HTML pages, the hash of the graph and the
 * ledger's record.
 */
export const FORMAT: FormatDescriptor = {
  name: 'jsonld',
  title: 'JSON-LD',
  mediaType: 'application/ld+json',
  mainFile: (handbook) => bookPath(handbook, `${handbook.id}.jsonld`),
  needs: [],
  compile,
  check: needs,
  schemaOf,
  sharedFiles: contextFiles,
};

import type { OutputFile } from '@octavo/core';
import { CONTEXT_TEXT } from '../graph/term-table.ts';
import { CONTEXT_PATH } from '../iris.ts';
import { staticFile } from '../static-file.ts';
import { textBytes } from '../text-bytes.ts';
import { jsonLdFile } from './json-file.ts';

/** The context, the SHACL shapes and the terms of our own: the same bytes for every handbook. */
export function contextFiles(): readonly OutputFile[] {
  return [
    jsonLdFile(CONTEXT_PATH, textBytes([CONTEXT_TEXT])),
    { path: 'context/shapes.ttl', mediaType: 'text/turtle', content: textBytes([staticFile('shapes.ttl')]) },
    { path: 'context/terms.ttl', mediaType: 'text/turtle', content: textBytes([staticFile('terms.ttl')]) },
  ];
}

import type { OutputFile } from '@octavo/core';
import { CONTEXT_TEXT } from '../graph/term-table.ts';
import { CONTEXT_PATH } from '../iris.ts';
import { staticFile } from '../static-file.ts';
import { jsonBytes, jsonLdFile } from './json-file.ts';

/** The context, the SHACL shapes and the terms of our own: the same bytes for every handbook. */
export function contextFiles(): readonly OutputFile[] {
  return [
    jsonLdFile(CONTEXT_PATH, jsonBytes(CONTEXT_TEXT)),
    { path: 'context/shapes.ttl', mediaType: 'text/turtle', content: jsonBytes(staticFile('shapes.ttl')) },
    { path: 'context/terms.ttl', mediaType: 'text/turtle', content: jsonBytes(staticFile('terms.ttl')) },
  ];
}

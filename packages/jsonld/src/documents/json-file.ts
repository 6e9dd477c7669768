import type { JsonValue, OutputFile } from '@octavo/core';
import { textBytes } from '../text-bytes.ts';

const JSON_LD = 'application/ld+json';

/** A document for people and programs: two spaces, a line feed at its end. */
export function documentBytes(document: JsonValue): Uint8Array {
  return textBytes([JSON.stringify(document, null, 2)], '\n');
}

/**
 * A document with one long list: one item per line, so that files can be compared and streamed line by line.
 */
export function listBytes(
  head: { readonly [key: string]: JsonValue },
  key: string,
  items: readonly JsonValue[],
): Uint8Array {
  const open = `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(key)}:[`;
  const lines = items.map((item, index) => JSON.stringify(item) + (index < items.length - 1 ? ',' : ''));
  return textBytes([open, ...lines, ']}'], '\n');
}

export function jsonLdFile(path: string, content: Uint8Array): OutputFile {
  return { path, mediaType: JSON_LD, content };
}

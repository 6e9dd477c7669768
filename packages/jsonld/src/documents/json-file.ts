import type { JsonValue, OutputFile } from '@octavo/core';

export const JSON_LD = 'application/ld+json';

/** UTF-8 bytes of a text. */
export function jsonBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A document for people and programs: two spaces, a line feed at its end. */
export function documentBytes(document: JsonValue): Uint8Array {
  return jsonBytes(`${JSON.stringify(document, null, 2)}\n`);
}

/** A document of one long list: one item a line, so that files compare and stream line by line. */
export function listDocument(
  head: { readonly [key: string]: JsonValue },
  key: string,
  items: readonly JsonValue[],
): string {
  const open = JSON.stringify(head).slice(0, -1);
  return `${open},${JSON.stringify(key)}:[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]}\n`;
}

export function jsonLdFile(path: string, content: Uint8Array): OutputFile {
  return { path, mediaType: JSON_LD, content };
}

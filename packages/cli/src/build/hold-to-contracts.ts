import type { Format, OutputFile } from '@octavo/core';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import { holdToSchema } from './published-schemas.ts';

/**
 * Holds the documents of a format that have a schema to it. What kept to its schema at the last build,
 * by the same code and to the byte, does so now.
 *
 * @throws Error for a document that breaks its schema: a bug of ours.
 */
export function holdToContracts(
  format: Format,
  files: readonly OutputFile[],
  schemaOf: ((path: string) => string | undefined) | undefined,
  cache: HandbookCache | undefined,
): void {
  if (!schemaOf) return;
  const record = `contracts/${format}`;
  const kept = cache?.own.get(record);
  const known = new Set(kept ? decoder.decode(kept).split('\n') : []);
  const held: string[] = [];
  for (const { path, content } of files) {
    const name = schemaOf(path);
    if (name === undefined || !(content instanceof Uint8Array)) continue;
    const line = cache ? `${name} ${cache.sha256Of(content)}` : '';
    if (!known.has(line)) holdToSchema(path, name, JSON.parse(decoder.decode(content)));
    held.push(line);
  }
  if (held.some((line) => !known.has(line)))
    cache?.own.put(record, new TextEncoder().encode(held.join('\n')));
}

const decoder = new TextDecoder();

import type { OutputFile } from '@octavo/core';
import { holdToSchema } from '../contracts/published-schemas.ts';
import type { PressCache, PressFormat } from '../ports.ts';

/**
 * Validates the documents of a format that have a schema. A document that passed in the last build is not
 * validated again when neither the code nor its bytes have changed.
 * @throws Error for a document that breaks its schema, which is a bug in Octavo.
 */
export function holdToContracts(
  { name: format, schemaOf }: PressFormat,
  files: readonly OutputFile[],
  cache: PressCache | undefined,
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

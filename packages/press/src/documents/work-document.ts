import type { Handbook } from '@octavo/core';
import { sliceOf } from './manifest.ts';

/**
 * Makes work.json: what a volume contributes to the files at the root of its work (schemas/work.schema.json).
 */
export function workDocument(
  { id, iri, volume, edition }: Handbook,
  work: ReadonlyMap<string, string>,
): unknown {
  return {
    schemaVersion: 1,
    id,
    iri,
    volume: volume && sliceOf(volume),
    edition: { version: edition.version, date: edition.date },
    files: [...work].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

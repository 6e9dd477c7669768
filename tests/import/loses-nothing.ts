import { importSource } from '@octavo/import';
import { expect } from 'vitest';
import { wordsLost } from './words-lost.ts';

/** The law of every reader: whatever the bytes, an import ends, and what it writes is a handbook that has every word. */
export async function importLosesNothing(kind: string, source: string | Uint8Array): Promise<void> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const imported = await importSource([{ path: `faq.${kind}`, bytes }], `faq.${kind}`);
  if (imported.report.entries.length > 0) expect(wordsLost(imported)).toEqual([]);
}

import { createHash } from 'node:crypto';
import type { EditionText, EntryText } from '@octavo/core';
import { holdToSchema } from '../build/published-schemas.ts';

/** A line of an entry: `releases/<version>.text.jsonl`, ledger-text.schema.json. */
export interface TextLine extends Pick<EntryText, 'number' | 'fingerprint' | 'change'> {
  readonly question: string;
  readonly answer: string;
}
/** The first line. */
export interface TextHead {
  readonly schemaVersion: 1;
  readonly handbook: string;
  readonly version: string;
  readonly chapters: EditionText['chapters'];
}

/** Words are kept once: an entry that says what it said before is known by its number and fingerprint. */
export function wordsKey({ number, fingerprint }: Pick<EntryText, 'number' | 'fingerprint'>): string {
  return `${number} ${fingerprint}`;
}

/** The file that keeps an edition's words, without those that earlier releases have kept already. */
export function textFile(
  handbook: string,
  edition: EditionText,
  kept: { readonly has: (key: string) => boolean },
): Uint8Array {
  const { version, chapters } = edition;
  const head: TextHead = { schemaVersion: 1, handbook, version, chapters };
  const lines = edition.entries.flatMap((entry): TextLine[] => {
    const { number, fingerprint, change, words } = entry;
    if (!words || kept.has(wordsKey(entry))) return [];
    return [{ number, fingerprint, ...words, ...(change === undefined ? {} : { change }) }];
  });
  const name = `releases/${version}.text.jsonl`;
  const written = [head, ...lines].map((line) => {
    holdToSchema(name, 'ledger-text', line);
    return `${JSON.stringify(line)}\n`;
  });
  return new TextEncoder().encode(written.join(''));
}

/** SHA-256, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

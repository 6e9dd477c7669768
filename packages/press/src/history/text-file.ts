import type { CrossReference, EditionText, EntryText, ItemText, KeptNodes } from '@octavo/core';
import { holdToSchema } from '../contracts/published-schemas.ts';

/** A line of an entry: `releases/<version>.text.jsonl`, ledger-text.schema.json. */
export interface EntryLine extends Pick<EntryText, 'number' | 'fingerprint' | 'change' | 'nodes'> {
  readonly question: string;
  readonly answer: string;
}
/** A line of a title, a prose page, a term or a topic. */
export interface ItemLine extends Pick<ItemText, 'subject' | 'id' | 'fingerprint' | 'nodes'> {
  readonly text: string;
}
export type TextLine = EntryLine | ItemLine;
/** The first line. */
export interface TextHead {
  readonly schemaVersion: 2;
  readonly handbook: string;
  readonly version: string;
  /** Without their texts. */
  readonly items: readonly Omit<ItemText, 'text' | 'nodes'>[];
}

/**
 * The key of a line. Words are stored once: an item that has not changed since an earlier release is found by
 * its name and fingerprint.
 */
export function wordsKey(
  line: Pick<EntryText, 'number' | 'fingerprint'> | Pick<ItemText, 'subject' | 'id' | 'fingerprint'>,
): string {
  return 'number' in line
    ? `${line.number} ${line.fingerprint}`
    : `${line.subject}/${line.id} ${line.fingerprint}`;
}

/**
 * Nodes as they are kept: without their places in the source, and automatic links without their text, which is
 * the question of another entry. It is read from that entry's own line.
 */
function bare(nodes: KeptNodes): KeptNodes {
  return JSON.parse(
    JSON.stringify(nodes, (key, value) => {
      if (key === 'position') return undefined;
      if (value?.type !== 'crossReference') return value;
      const link = value as CrossReference;
      const isFilled = link.automatic && link.clause === undefined;
      return { ...link, written: `#${link.number}`, ...(isFilled ? { children: [] } : {}) };
    }),
  );
}

/** Makes the file with an edition's words, without those that earlier releases have already stored. */
export function textFile(
  handbook: string,
  edition: EditionText,
  kept: { readonly has: (key: string) => boolean },
): Uint8Array {
  const { version } = edition;
  const items = edition.items.map(({ text: _, nodes: _nodes, ...item }) => item);
  const head: TextHead = { schemaVersion: 2, handbook, version, items };
  const said = edition.items.flatMap((item): ItemLine[] => {
    const { subject, id, fingerprint, text = '', nodes } = item;
    if (text === '' || kept.has(wordsKey(item))) return [];
    return [{ subject, id, fingerprint, text, ...(nodes ? { nodes: bare(nodes) } : {}) }];
  });
  const lines = edition.entries.flatMap((entry): EntryLine[] => {
    const { number, fingerprint, change, words, nodes } = entry;
    if (!words || kept.has(wordsKey(entry))) return [];
    return [
      {
        number,
        fingerprint,
        ...words,
        ...(nodes ? { nodes: bare(nodes) } : {}),
        ...(change === undefined ? {} : { change }),
      },
    ];
  });
  const name = `releases/${version}.text.jsonl`;
  const written = [head, ...said, ...lines].map((line) => {
    holdToSchema(name, 'ledger-text', line);
    return `${JSON.stringify(line)}\n`;
  });
  return new TextEncoder().encode(written.join(''));
}

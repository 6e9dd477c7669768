import { cacheKey, digest, type Entry, type Handbook, type SourceCache } from '@octavo/core';
import { holdToSchema } from '../contracts/published-schemas.ts';

const encoder = new TextEncoder();

/** How far an entry is indented in handbook.json. */
const INDENT = '\n        ';

/**
 * Writes handbook.json and validates it against its schema. Most entries of a handbook are unchanged between
 * builds: with a cache, their bytes are taken from the last build, and only changed entries are serialized
 * and validated.
 */
export function handbookDocument(handbook: Handbook, cache: SourceCache | undefined): Uint8Array {
  const texts: Uint8Array[] = [];
  const fresh = new Set<Entry>();
  const later: (() => void)[] = [];
  const entryJson = (entry: Entry): Uint8Array => {
    const key = cacheKey('document', digest(entry));
    const kept = cache?.get(key);
    if (kept) return kept;
    fresh.add(entry);
    const text = encoder.encode(entryText(entry));
    later.push(() => cache?.put(key, text));
    return text;
  };
  const frame = withEntries(handbook, (entries) =>
    entries.map((entry) => `\0${texts.push(entryJson(entry)) - 1}`),
  );
  holdToSchema(
    'handbook.json',
    'handbook-document',
    withEntries(handbook, (entries) => entries.filter((entry) => fresh.has(entry))),
  );
  for (const keep of later) keep();
  // NUL marks the entries' place: reading a handbook refuses text that holds it. The entries keep their
  // order.
  const [first = '', ...behind] = `${JSON.stringify(frame, null, 2)}\n`.split(/"\\u0000\d+"/);
  return Buffer.concat([
    encoder.encode(first),
    ...texts.flatMap((text, at) => [text, encoder.encode(behind[at])]),
  ]);
}

/** An entry as it stands in handbook.json: its history on one line, since it would take three times as much in many. */
function entryText({ history, ...entry }: Entry): string {
  const text = JSON.stringify(entry, null, 2);
  const whole = history ? `${text.slice(0, -2)},\n  "history": ${JSON.stringify(history)}\n}` : text;
  return whole.replaceAll('\n', INDENT);
}

function withEntries(handbook: Handbook, of: (entries: readonly Entry[]) => readonly unknown[]): unknown {
  const chapters = handbook.chapters.map((chapter) => ({ ...chapter, entries: of(chapter.entries) }));
  return { ...handbook, chapters };
}

import { cacheKey, digest, type Entry, type Handbook, type SourceCache } from '@octavo/core';
import { holdToSchema } from './published-schemas.ts';

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** How far an entry is indented in handbook.json. */
const INDENT = '\n        ';

/**
 * handbook.json, held to its schema. Of a handbook most entries are as they were: with a cache their
 * text is put together from what was written before, and only the others are printed and judged.
 */
export function handbookDocument(handbook: Handbook, cache: SourceCache | undefined): Uint8Array {
  if (!cache) {
    holdToSchema('handbook.json', 'handbook-document', handbook);
    return encoder.encode(`${JSON.stringify(handbook, null, 2)}\n`);
  }
  const texts: string[] = [];
  const fresh = new Set<Entry>();
  const later: (() => void)[] = [];
  const textOf = (entry: Entry): string => {
    const key = cacheKey('document', digest(entry));
    const kept = cache.get(key);
    if (kept) return decoder.decode(kept);
    fresh.add(entry);
    const text = JSON.stringify(entry, null, 2).replaceAll('\n', INDENT);
    later.push(() => cache.put(key, encoder.encode(text)));
    return text;
  };
  const frame = withEntries(handbook, (entries) =>
    entries.map((entry) => `\0${texts.push(textOf(entry)) - 1}`),
  );
  holdToSchema(
    'handbook.json',
    'handbook-document',
    withEntries(handbook, (entries) => entries.filter((entry) => fresh.has(entry))),
  );
  for (const keep of later) keep();
  // No text of a handbook holds NUL: that is refused when it is read.
  const whole = JSON.stringify(frame, null, 2).replace(
    /"\\u0000(\d+)"/g,
    (_all, at: string) => texts[Number(at)] ?? '',
  );
  return encoder.encode(`${whole}\n`);
}

function withEntries(handbook: Handbook, of: (entries: readonly Entry[]) => readonly unknown[]): unknown {
  const { chapters, ...rest } = handbook;
  return Object.fromEntries(
    Object.keys(handbook).map((key) => [
      key,
      key === 'chapters'
        ? chapters.map((chapter) => ({ ...chapter, entries: of(chapter.entries) }))
        : rest[key as keyof typeof rest],
    ]),
  );
}

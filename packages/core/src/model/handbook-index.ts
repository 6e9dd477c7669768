import { crossReferences, entryNodes } from './children.ts';
import type { Chapter, Entry, Handbook, Topic } from './documents.generated.ts';

/** Lookups for a handbook, made once. */
export interface HandbookIndex {
  /** Every entry in reading order. */
  readonly entries: readonly Entry[];
  readonly entry: ReadonlyMap<string, Entry>;
  readonly chapterOf: ReadonlyMap<string, Chapter>;
  readonly topic: ReadonlyMap<string, Topic>;
  /** Numbers of the entries whose answer links to a number, in reading order. */
  readonly citedBy: ReadonlyMap<string, readonly string[]>;
}

const made = new WeakMap<Handbook, HandbookIndex>();

/**
 * Indexes a handbook by number and topic id. Of two entries with one number, the first counts. The index is
 * made once for each handbook, which must not change afterwards.
 */
export function indexHandbook(handbook: Handbook): HandbookIndex {
  const known = made.get(handbook);
  if (known) return known;
  const index = indexOf(handbook);
  made.set(handbook, index);
  return index;
}

function indexOf(handbook: Handbook): HandbookIndex {
  const entry = new Map<string, Entry>();
  const chapterOf = new Map<string, Chapter>();
  const citedBy = new Map<string, string[]>();
  for (const chapter of handbook.chapters) {
    for (const item of chapter.entries) {
      if (entry.has(item.number)) continue;
      entry.set(item.number, item);
      chapterOf.set(item.number, chapter);
    }
  }
  for (const item of entry.values()) {
    const numbers = new Set(crossReferences(entryNodes(item)).map((node) => node.number));
    for (const number of numbers) {
      if (number === item.number) continue;
      const list = citedBy.get(number);
      if (list) list.push(item.number);
      else citedBy.set(number, [item.number]);
    }
  }
  return {
    entries: [...entry.values()],
    entry,
    chapterOf,
    topic: new Map(handbook.topics.map((topic) => [topic.id, topic])),
    citedBy,
  };
}

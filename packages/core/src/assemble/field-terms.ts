import type { Memory } from '../cache/memory.ts';
import type { Entry, Handbook, IndexTerm } from '../model/documents.generated.ts';
import { ownFacts } from '../say/own-fields.ts';
import { sayText } from '../say/sentence.ts';

/** The handbook with the values of own fields that say so among the index terms of their entries. */
export function withFieldTerms(handbook: Handbook, memory: Memory): Handbook {
  if (!handbook.types?.fields.some(({ index }) => index)) return handbook;
  const indexed = (entry: Entry): Entry => {
    const terms = ownFacts(entry, handbook, ({ index }) => index)
      .flatMap(({ values }) => values.map((value): IndexTerm => [sayText(value)]))
      .filter(([term]) => !entry.index.some(([own, below]) => own === term && below === undefined));
    if (terms.length === 0) return entry;
    const made = () => ({ ...entry, index: [...entry.index, ...terms] });
    return memory.keep(entry, `terms ${JSON.stringify(terms)}`, made);
  };
  const chapters = handbook.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.map(indexed),
  }));
  return { ...handbook, chapters };
}

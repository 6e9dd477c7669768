import type { Memory } from '../cache/memory.ts';
import type { AnswerNode, CrossReference } from '../model/answer.ts';
import { numberedIn } from '../model/answer-part.ts';
import { crossReferences, entryNodes } from '../model/children.ts';
import type { Entry, Page, Term } from '../model/documents.generated.ts';
import { mapReferences } from './body/map-references.ts';

/** Tells links to numbered parts what is printed there, wherever they stand. */
export interface SayReferences {
  readonly entry: (entry: Entry) => Entry;
  readonly page: (page: Page) => Page;
  readonly term: (term: Term) => Term;
}

/**
 * Gives every link to a numbered figure, table, formula or heading the number that is printed there, as its words
 * where it has none. The numbers are known once every entry is assembled. With a memory, an entry that was given
 * the same numbers before is the same object.
 */
export function sayReferences(entries: readonly Entry[], memory: Memory): SayReferences {
  const numbers = new Map<string, ReadonlyMap<string, string>>();
  for (const entry of entries)
    if (!numbers.has(entry.number))
      numbers.set(
        entry.number,
        memory.keep(
          entry,
          'numbered parts',
          () => new Map(numberedIn(entry.answer).map(({ id, numbered }) => [id, numbered])),
        ),
      );
  const numberOf = ({ number, fragment }: CrossReference): string | undefined =>
    fragment === undefined ? undefined : numbers.get(number)?.get(fragment);
  const said = (link: CrossReference): readonly CrossReference[] | undefined => {
    const numbered = numberOf(link);
    if (numbered === undefined) return undefined;
    const { automatic, children, position } = link;
    const words = [{ type: 'text', value: numbered, ...(position ? { position } : {}) }] as const;
    return [{ ...link, numbered, children: automatic ? words : children }];
  };
  const all = <Node extends AnswerNode>(nodes: readonly Node[]): readonly Node[] =>
    crossReferences(nodes).some(numberOf) ? mapReferences(nodes, said) : nodes;
  return {
    entry(entry) {
      const told = crossReferences(entryNodes(entry)).map(numberOf);
      if (!told.some(Boolean)) return entry;
      const known = memory.keep(entry, 'with numbers of parts', () => new Map<string, Entry>());
      const key = JSON.stringify(told);
      const { fields } = entry;
      const made = known.get(key) ?? {
        ...entry,
        answer: all(entry.answer),
        footnotes: all(entry.footnotes),
        ...(fields
          ? { fields: fields.map((field) => ({ ...field, prose: (field.prose ?? []).map(all) })) }
          : {}),
      };
      known.set(key, made);
      return made;
    },
    page: (page) => ({ ...page, body: all(page.body), footnotes: all(page.footnotes) }),
    term: (term) => ({ ...term, definition: all(term.definition) }),
  };
}

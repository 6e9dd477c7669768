import {
  type AnswerNode,
  type Entry,
  entryNodes,
  type Handbook,
  prosePages,
  type SourcePlace,
  walk,
} from '@octavo/core';

/** This is a text of a handbook: a prose page, the introduction of a chapter, an entry or a term. */
export interface BookText {
  /** Messages call it by this name. */
  readonly name: string;
  readonly source: SourcePlace;
  /** These are its words outside of its nodes. */
  readonly words: readonly string[];
  readonly nodes: readonly AnswerNode[];
}

/** Returns every text of a handbook: its prose pages and introductions, its entries and its terms. */
export function bookTexts(handbook: Handbook): readonly BookText[] {
  const { chapters, glossary } = handbook;
  return [
    ...prosePages(handbook).map(({ title, source, body, footnotes }) => ({
      name: `the page “${title}”`,
      source,
      words: [title],
      nodes: [...body, ...footnotes],
    })),
    ...chapters.flatMap(({ entries }) =>
      entries.map((entry) => ({
        name: `entry ${entry.number}`,
        source: entry.source,
        words: [...entry.index.flat(), ...fieldTexts(entry)],
        nodes: [...(entry.edits?.question ?? entry.question), ...entryNodes(entry)],
      })),
    ),
    ...glossary.map(({ term, also, source, definition }) => ({
      name: `the term “${term}”`,
      source,
      words: [term, ...also],
      nodes: definition,
    })),
  ];
}

/** The texts in the values of an entry's own fields. */
function fieldTexts({ fields = [] }: Entry): readonly string[] {
  const texts: string[] = [];
  JSON.stringify(fields, (key, value) => {
    if (typeof value === 'string' && key !== 'name') texts.push(value);
    return key === 'prose' ? undefined : value;
  });
  return texts;
}

/** Returns every node of a handbook's texts. */
export function bookNodes(handbook: Handbook): Generator<AnswerNode> {
  return walk(bookTexts(handbook).flatMap(({ nodes }) => nodes));
}

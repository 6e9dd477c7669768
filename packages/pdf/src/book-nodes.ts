import { type AnswerNode, type Handbook, type SourcePlace, walk } from '@octavo/core';

/** A text of a handbook: a prose page, an entry or a term. */
export interface BookText {
  /** What a message calls it. */
  readonly name: string;
  readonly source: SourcePlace;
  /** What it says beside its nodes. */
  readonly words: readonly string[];
  readonly nodes: readonly AnswerNode[];
}

/** Every text of a handbook: its prose pages, its entries and its terms. */
export function bookTexts({ front, back, chapters, glossary }: Handbook): readonly BookText[] {
  return [
    ...[...front, ...back].map(({ title, source, body, footnotes }) => ({
      name: `the page “${title}”`,
      source,
      words: [title],
      nodes: [...body, ...footnotes],
    })),
    ...chapters.flatMap(({ entries }) =>
      entries.map(({ number, source, index, question, answer, footnotes }) => ({
        name: `entry ${number}`,
        source,
        words: index.flat(),
        nodes: [...question, ...answer, ...footnotes],
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

/** Every node of a handbook's texts. */
export function bookNodes(handbook: Handbook): Generator<AnswerNode> {
  return walk(bookTexts(handbook).flatMap(({ nodes }) => nodes));
}

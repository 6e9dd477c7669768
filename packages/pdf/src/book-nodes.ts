import { type AnswerNode, type Handbook, walk } from '@octavo/core';

/** Every node of a handbook's text: prose pages, definitions, questions, answers, notes. */
export function bookNodes(handbook: Handbook): Generator<AnswerNode> {
  return walk([
    ...[...handbook.front, ...handbook.back].flatMap((page) => [...page.body, ...page.footnotes]),
    ...handbook.glossary.flatMap((term) => term.definition),
    ...handbook.chapters.flatMap((chapter) =>
      chapter.entries.flatMap((entry) => [...entry.question, ...entry.answer, ...entry.footnotes]),
    ),
  ]);
}

import { type AnswerNode, entryNodes, type Handbook, type SourcePlace } from '@octavo/core';

/** A stretch of text and where it was written. */
export interface SourcedText {
  readonly nodes: readonly AnswerNode[];
  readonly source: SourcePlace;
}

/** Every stretch of marked-up text of the handbook, in reading order. */
export function* sourcedTexts(handbook: Handbook): Generator<SourcedText> {
  for (const { body, footnotes, source } of handbook.front) yield { nodes: [...body, ...footnotes], source };
  for (const chapter of handbook.chapters) {
    const { intro } = chapter;
    if (intro) yield { nodes: [...intro.body, ...intro.footnotes], source: intro.source };
    for (const entry of chapter.entries) {
      yield { nodes: [...entry.question, ...entryNodes(entry)], source: entry.source };
    }
  }
  for (const { body, footnotes, source } of handbook.back) yield { nodes: [...body, ...footnotes], source };
  for (const { definition, source } of handbook.glossary) yield { nodes: definition, source };
}

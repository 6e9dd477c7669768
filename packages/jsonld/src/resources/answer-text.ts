import { type Block, type FootnoteDefinition, type Phrasing, toText } from '@octavo/core';
import { blockForm, footnoteForm, phrasingForm } from './answer-form.ts';

/** The plain text of an answer or a page as a reader sees it, followed by its footnotes. */
export function answerText(content: {
  readonly answer: readonly Block[];
  readonly footnotes: readonly FootnoteDefinition[];
}): string {
  const notes = footnoteForm(content.footnotes).map((note) => toText([note]));
  return [toText(blockForm(content.answer)), ...notes].filter((text) => text !== '').join('\n');
}

/** The plain text of a question or a definition, on one line. */
export function phrasingText(nodes: readonly Phrasing[]): string {
  return toText(phrasingForm(nodes)).replace(/\s+/g, ' ').trim();
}

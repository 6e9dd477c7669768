import { markdownAnswer } from './markdown.ts';
import type { Corpus } from './model.ts';

/** One file of pandoc's Markdown, `book.md`. */
export function pandocForm(corpus: Corpus): ReadonlyMap<string, string> {
  const parts = corpus.chapters.map((chapter, at) => {
    const entries = chapter.map(
      (entry) =>
        `## ${entry.number}. ${entry.question} {#${entry.id}}\n\n${markdownAnswer(entry, corpus, (to) => `#${to.id}`)}`,
    );
    return [`# Chapter ${at + 1} {#ch-${at + 1}}\n`, ...entries].join('\n');
  });
  return new Map([['book.md', `---\ntitle: ${corpus.title}\nlang: en\n---\n\n${parts.join('\n')}`]]);
}

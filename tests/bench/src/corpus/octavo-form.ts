import { markdownAnswer } from './markdown.ts';
import type { Corpus } from './model.ts';
import { chapterId } from './site.ts';

/** A handbook of ours: one entry a file. */
export function octavoForm(corpus: Corpus): ReadonlyMap<string, string> {
  const size = corpus.chapters.reduce((total, chapter) => total + chapter.length, 0);
  const manifest = [
    'schemaVersion: 1',
    `id: bench-${size}`,
    `title: ${corpus.title}`,
    'language: en',
    `iri: https://handbook.example/bench-${size}/`,
    'publisher: { name: Bench }',
    'edition: { version: "1.0.0", date: 2026-01-01 }',
    'chapters:',
    ...corpus.chapters.map((_, at) => `  - { id: ${chapterId(at)}, title: Chapter ${at + 1} }`),
  ];
  const files = new Map([['handbook.yaml', `${manifest.join('\n')}\n`]]);
  for (const [at, chapter] of corpus.chapters.entries()) {
    for (const entry of chapter) {
      const front = [
        `number: ${entry.number}`,
        `id: ${entry.id}`,
        `question: ${JSON.stringify(entry.question)}`,
        `index: ${JSON.stringify(entry.terms)}`,
      ];
      const answer = markdownAnswer(entry, corpus, (to) => `#${to.id}`);
      files.set(
        `${chapterId(at)}/${entry.number}-${entry.id}.md`,
        `---\n${front.join('\n')}\n---\n\n${answer}`,
      );
    }
  }
  return files;
}

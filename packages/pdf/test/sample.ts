import { type Handbook, type LoadOptions, loadHandbook } from '@octavo/core';
import { VFile } from 'vfile';

/** A handbook from sources in memory. Throws with every message when core refuses it. */
export function handbookOf(
  sources: Readonly<Record<string, string | Uint8Array>>,
  options: LoadOptions = {},
): Handbook {
  const files = Object.entries(sources).map(
    ([path, text]) =>
      new VFile({ path, value: typeof text === 'string' ? new TextEncoder().encode(text) : text }),
  );
  const { handbook } = loadHandbook(files, options);
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  return freeze(handbook);
}

/** A manifest for chapters `one` and, if asked, more; `extra` is YAML. */
export function manifest(chapters: readonly string[] = ['one'], extra = ''): string {
  return [
    'schemaVersion: 1',
    'id: sample',
    'title: A Sample & Its <Title>',
    'language: en',
    'keywords: [one, two]',
    'description: What the sample holds.',
    'publisher: { name: The Press }',
    'iri: https://example.org/sample/',
    'edition: { version: "1.0", date: 2026-03-04 }',
    'chapters:',
    ...chapters.map((id) => `  - { id: ${id}, title: Chapter ${id} }`),
    extra,
  ].join('\n');
}

/** One entry's source. */
export function entry(number: string, question: string, answer: string, front = ''): string {
  return `---\nnumber: ${number}\nquestion: ${JSON.stringify(question)}\n${front}---\n\n${answer}\n`;
}

/** The 8 x 8 PNG of one grey. */
export const PNG: Uint8Array = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAADklEQVR4nGM4AAUMlDEAwKIwAdjFN28AAAAASUVORK5CYII=',
    'base64',
  ),
);

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

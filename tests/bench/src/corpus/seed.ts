import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../places.ts';

/** A question and its answer as sentences of words, without their markup. */
export interface SeedEntry {
  readonly question: readonly string[];
  readonly sentences: readonly (readonly string[])[];
}

const HANDBOOK = `${ROOT}content/coremodels-faq`;

/** The words of our own handbook, entry by entry in the order of their numbers. */
export function readSeed(): readonly SeedEntry[] {
  const chapters = readdirSync(HANDBOOK, { withFileTypes: true }).filter((item) => item.isDirectory());
  const files = chapters.flatMap(({ name }) =>
    readdirSync(join(HANDBOOK, name))
      .filter((file) => /^\d+-.*\.md$/.test(file))
      .map((file) => ({ number: Number.parseInt(file, 10), path: join(HANDBOOK, name, file) })),
  );
  return files.sort((a, b) => a.number - b.number).map(({ path }) => seedEntry(readFileSync(path, 'utf8')));
}

function seedEntry(source: string): SeedEntry {
  const [, front = '', body = ''] = source.split(/^---$/m);
  const question = /^question: (.*)$/m.exec(front)?.[1] ?? '';
  const prose = body
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, ' ');
  return {
    question: words(question),
    sentences: prose
      .split(/(?<=[.?!])\s+/)
      .map(words)
      .filter((sentence) => sentence.length > 1),
  };
}

function words(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{N}'’-]/gu, '').replace(/^-+|-+$/g, ''))
    .filter(Boolean);
}

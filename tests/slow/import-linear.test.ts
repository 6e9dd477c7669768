import { importSource } from '@octavo/import';
import { describe, expect, test } from 'vitest';
import { countWork } from '../import/count-work.ts';

const repeated = (piece: (at: number) => string, times: number) =>
  Array.from({ length: times }, (_, at) => piece(at)).join('');

/** Documents in which everything comes again, by how often. */
const SOURCES: Readonly<Record<string, readonly [path: string, of: (times: number) => string]>> = {
  'headings that repeat': ['faq.md', (times) => repeated(() => '## Is it so?\n\nYes, it is.\n\n', times)],
  'chapters that repeat': [
    'faq.md',
    (times) => repeated(() => '# Paying\n\n## Is it so?\n\nYes, it is.\n\n', times),
  ],
  'empty chapters': [
    'faq.md',
    (times) => repeated((at) => `# Part ${at}\n\n`, times) + repeated(() => '## Is it so?\n\nYes.\n\n', 9),
  ],
  'sections that ask nothing': [
    'faq.md',
    (times) => repeated((at) => `## Why ${at}?\n\nSo.\n\n## Section ${at}\n\nText.\n\n`, times),
  ],
  'numbers that repeat': ['faq.txt', (times) => repeated(() => '7. Is it so?\n\nYes, it is.\n\n', times)],
  'questions behind marks': ['faq.txt', (times) => repeated(() => 'Q: Is it so?\nA: Yes, it is.\n\n', times)],
  'a contents at the head': [
    'faq.txt',
    (times) =>
      `Contents\n\n${repeated((at) => `${at + 1}. Is it ${at}?\n`, times)}\n${repeated((at) => `${at + 1}. Is it ${at}?\n\nYes.\n\n`, times)}`,
  ],
  'headings of a page': [
    'faq.html',
    (times) => repeated(() => '<h2>Is it so?</h2><p>Yes, it is.</p>', times),
  ],
  'headings of reStructuredText': [
    'faq.rst',
    (times) => repeated(() => 'Is it so?\n=========\n\nYes, it is.\n\n', times),
  ],
  'sections of AsciiDoc': ['faq.adoc', (times) => repeated(() => '== Is it so?\n\nYes, it is.\n\n', times)],
  'headings of Org': ['faq.org', (times) => repeated(() => '* Is it so?\n\nYes, it is.\n\n', times)],
  rows: ['faq.csv', (times) => `question,answer\n${repeated(() => 'Is it so?,Yes.\n', times)}`],
  records: [
    'faq.json',
    (times) => `[${repeated(() => '{"question":"Is it so?","answer":"Yes."},', times).slice(0, -1)}]`,
  ],
};

describe('twice the document is twice the work', () => {
  test.each(Object.entries(SOURCES))('%s', async (_name, [path, of]) => {
    const work = (times: number) =>
      countWork(() => importSource([{ path, bytes: new TextEncoder().encode(of(times)) }], path));
    await work(50);
    const once = await work(500);
    expect((await work(1000)) / once).toBeLessThan(2.3);
  });
});

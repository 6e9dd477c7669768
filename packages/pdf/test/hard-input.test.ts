import { compile } from '@octavo/pdf';
import { describe, expect, it } from 'vitest';
import { allText, openPdf, pageTexts } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

const words = (count: number, stem: string): string =>
  Array.from({ length: count }, (_, index) => `${stem}${index}`).join(' ');

const CASES: Readonly<Record<string, { answer: string; expected: readonly string[]; question?: string }>> = {
  'a word of 3,000 characters': {
    answer: `Before ${'abcdefghij'.repeat(300)} after.`,
    expected: ['Before', 'after.', 'abcdefghij'],
  },
  'a table of 40 columns': {
    answer: `| ${words(40, 'head').split(' ').join(' | ')} |\n|${' --- |'.repeat(40)}\n| ${words(40, 'cell').split(' ').join(' | ')} |\n`,
    expected: words(40, 'cell').split(' '),
  },
  'a line of code of 5,000 characters': {
    answer: `\`\`\`text\n${words(600, 'code')}\n\`\`\``,
    expected: words(600, 'code').split(' '),
  },
  'a question of 10,000 characters': {
    question: `What of ${words(1200, 'word')}?`,
    answer: 'An answer.',
    expected: words(1200, 'word').split(' '),
  },
  'lists nested 40 deep': {
    answer: Array.from({ length: 40 }, (_, depth) => `${'  '.repeat(depth)}- level${depth}`).join('\n'),
    expected: words(40, 'level').split(' '),
  },
  'a table row taller than a page': {
    answer: `| One | Two |\n| --- | --- |\n| ${words(1500, 'tall')} | short |\n`,
    expected: words(1500, 'tall').split(' '),
  },
  'a footnote longer than a page': {
    answer: `Cited[^n].\n\n[^n]: ${words(1500, 'note')}\n`,
    expected: words(1500, 'note').split(' '),
  },
};

describe('hard input is laid out, and nothing of it is lost', () => {
  for (const [name, { question = 'What is it?', answer, expected }] of Object.entries(CASES)) {
    it(name, { timeout: 30_000 }, async () => {
      const handbook = handbookOf({
        'handbook.yaml': `${manifest(['one'])}\nrules: { question-asks: off }`,
        'one/1-a.md': entry('1', question, answer),
      });
      const compiled = await compile(handbook, { fonts: readFonts(handbook) });
      const pdf = await openPdf(compiled);
      const squeezed = (await allText(pdf)).replace(/\s/g, '');
      const lost = expected.filter((word) => !squeezed.includes(word));
      expect(lost).toEqual([]);
      for (const page of await pageTexts(pdf)) {
        for (const word of page) {
          expect(word.x).toBeGreaterThan(0);
          expect(word.x + word.width).toBeLessThan(595.3);
          expect(word.y).toBeGreaterThan(10);
          expect(word.y).toBeLessThan(842);
        }
      }
    });
  }
});

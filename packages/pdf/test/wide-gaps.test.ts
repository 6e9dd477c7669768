import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SetLine } from '../src/text/set-line.ts';
import { setText, textWidth } from '../src/text/set-text.ts';
import type { TextRun } from '../src/text/text-run.ts';
import { entry, handbookOf, manifest } from './sample.ts';
import { textTools } from './text-tools.ts';

const SIZE = 10;
const book = handbookOf({
  'handbook.yaml': manifest().replace('language: en', 'language: ja'),
  'one/1-a.md': entry('1', '何ですか。', '日本語。'),
});
const tools = textTools(book);

const runOf = (text: string): TextRun => ({
  text,
  style: { role: 'serif', weight: 400, italic: false, size: SIZE, color: '#000000', features: [], rise: 0 },
  content: 0,
  language: 'ja',
  source: 0,
});
const widthOf = (text: string): number => Math.round(textWidth(tools, [runOf(text)]) * 100) / 100;
const linesOf = (text: string, width: number): readonly SetLine[] =>
  setText(tools, [runOf(text)], { width, leading: 16, align: 'justify', direction: 'ltr' });
/** What stands on each line. */
const textsOf = (text: string, lines: readonly SetLine[]): readonly string[] =>
  lines.map(({ source = 0 }, at) => text.slice(source, lines[at + 1]?.source ?? text.length));

describe('signs of Chinese and Japanese', () => {
  it.each([
    ['日「本', 3],
    ['日「『本', 3.5],
    ['日」』本', 3.5],
    ['日」「本', 3.5],
    ['日、「本', 3.5],
    ['日」、本', 3.5],
    ['（日）', 2],
    ['日。', 1.5],
    ['日ー本', 3],
  ])('stand without their blanks beside each other and at the ends: %s is %f ems', (text, ems) => {
    expect(widthOf(text)).toBe(ems * SIZE);
  });

  it('are squeezed in no code', () => {
    const run = { ...runOf('日」「本'), style: { ...runOf('').style, role: 'code' as const } };
    expect(Math.round(textWidth(tools, [run]))).toBe(4 * SIZE);
  });
});

const letters = fc.string({
  unit: fc.constantFrom(...'日本語の問いに答える番号とかなカナ漢字編集者読者、。「」『』（）ー・ァっ'),
  minLength: 40,
  maxLength: 300,
});

it('fills every line but the last, and no line begins with a stop or ends with a bracket that opens', () => {
  fc.assert(
    fc.property(letters, fc.integer({ min: 150, max: 400 }), (text, width) => {
      const lines = linesOf(text, width);
      const texts = textsOf(text, lines);
      expect(texts.join('')).toBe(text);
      for (const own of texts.slice(1)) expect(own).not.toMatch(/^[、。」』）ーァっ]/);
      for (const own of texts.slice(0, -1)) expect(own).not.toMatch(/[「『（]$/);
      for (const line of lines) expect(line.left + line.width).toBeLessThan(width + SIZE);
    }),
    { numRuns: 60 },
  );
});

it('fills the lines of ordinary text to the measure', () => {
  const text =
    '番号は、読者が同じ場所に戻るための約束です（たとえば「631番」と言えば、誰でも同じ問いを開けます）。'.repeat(
      6,
    );
  for (let width = 200; width < 420; width += 7) {
    const lines = linesOf(text, width);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines.slice(0, -1)) expect(Math.abs(line.left + line.width - width)).toBeLessThan(0.5);
  }
});

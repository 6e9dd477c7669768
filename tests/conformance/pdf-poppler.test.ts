import { toText } from '@octavo/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS, type MadePdf, madePdf, output, runs } from './pdf-workbench.ts';

const hasPoppler = runs('pdftotext', '-v', 'what other readers make of the PDF');

describe.each(Object.entries(FOLDERS))('%s', (_, folder) => {
  let made: MadePdf;
  beforeAll(async () => {
    made = await madePdf(folder);
  });
  afterAll(() => made?.remove());

  it.skipIf(!hasPoppler)('has every font embedded, subset and with its Unicode', () => {
    const { text, complaints } = output('pdffonts', [made.path]);
    expect(complaints).toBe('');
    const fonts = text.trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) expect(font).toMatch(/\byes yes yes\b/);
  });

  it.skipIf(!hasPoppler)('gives up every question when it is copied, in order', () => {
    const { text, complaints } = output('pdftotext', [made.path, '-']);
    expect(complaints).toBe('');
    const copied = squeezed(text);
    let at = 0;
    for (const entry of made.handbook.chapters.flatMap((chapter) => chapter.entries)) {
      const question = squeezed(toText(entry.question));
      const found = copied.indexOf(question, at);
      expect(found, `${entry.number} ${toText(entry.question)}`).toBeGreaterThan(-1);
      at = found;
    }
  });

  it.skipIf(!hasPoppler)('is tagged: every question is a heading of the second level', () => {
    const { text, complaints } = output('pdfinfo', ['-struct-text', made.path]);
    expect(complaints).toBe('');
    const headings = text.match(/^ *H2 /gm) ?? [];
    const entries = made.handbook.chapters.flatMap((chapter) => chapter.entries);
    expect(headings.length).toBeGreaterThanOrEqual(entries.length);
  });
});

/** Without spaces, hyphens and marks that readers place each in their own way. */
function squeezed(text: string): string {
  return text.replace(/[\s\u00ad\u200b-\u200f\u2060-\u2069-]/g, '');
}

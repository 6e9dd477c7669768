import { compile } from '@octavo/pdf';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { wrap } from '../src/flow/code-lines.ts';
import { bytesOf, objectsOf, openPdf, pageTexts, type Word } from './open-pdf.ts';
import { readFonts } from './read-fonts.ts';
import { entry, handbookOf, manifest } from './sample.ts';

async function pdfOf(sources: Readonly<Record<string, string>>): Promise<PDFDocumentProxy> {
  const book = handbookOf(sources);
  return openPdf(await compile(book, { fonts: readFonts(book) }));
}

const wordsOf = async (pdf: PDFDocumentProxy): Promise<Word[]> => (await pageTexts(pdf)).flat();
const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join('');

describe('notes', () => {
  it('are numbered by chapter, so that no page has two of one number', async () => {
    const noted = (number: string) =>
      entry(number, `What is ${number}?`, 'One.[^a] Two.[^b]\n\n[^a]: First.\n\n[^b]: Second.');
    const pdf = await pdfOf({
      'handbook.yaml': manifest(['one', 'two']),
      'one/1-a.md': noted('1'),
      'one/2-b.md': noted('2'),
      'two/3-c.md': noted('3'),
    });
    const pages: string[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const annotations = (await (await pdf.getPage(number)).getAnnotations()) as {
        contentsObj: { str: string };
      }[];
      const notes = annotations
        .map(({ contentsObj }) => contentsObj.str)
        .filter((text) => text.startsWith('Note '));
      if (notes.length > 0) pages.push(notes);
    }
    expect(pages).toEqual([
      ['Note 1', 'Note 2', 'Note 3', 'Note 4'],
      ['Note 1', 'Note 2'],
    ]);
    const text = textOf(await wordsOf(pdf));
    for (const said of ['One.1', 'Two.4', '3First.', '4Second.'])
      expect(text.replace(/\s/g, '')).toContain(said);
  });
});

interface Tree {
  readonly role?: string;
  readonly children?: readonly Tree[];
}

/** The roles below each element of a role. */
const below = (tree: Tree, role: string): string[][] => [
  ...(tree.role === role ? [(tree.children ?? []).flatMap((child) => child.role ?? [])] : []),
  ...(tree.children ?? []).flatMap((child) => below(child, role)),
];

describe.each(['PDF/UA-1', 'PDF/UA-2'])('as %s', (standard) => {
  it('a note has its heading in a section of PDF 2.0, and code its title in an element of both', async () => {
    const noted = 'So.[^a]\n\n```js title="a.js"\nlet a;\n```\n\n[^a]: ## Why\n\n    Because.';
    const pdf = await pdfOf({
      'handbook.yaml': manifest(['one'], `pdf: { standard: ${standard} }`),
      'one/1-a.md': entry('1', 'What?', noted),
    });
    const pages = Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1));
    const trees = (await Promise.all(pages.map(async (page) => (await page).getStructTree()))) as Tree[];
    const rolesBelow = (role: string) => trees.flatMap((tree) => below(tree, role));
    const is20 = standard === 'PDF/UA-2';
    // pdf.js calls a note as PDF 1.7 does.
    expect(rolesBelow('Note')).toEqual([is20 ? ['Lbl', 'Sect'] : ['Lbl', 'H3', 'P']]);
    expect(rolesBelow(is20 ? 'Sect' : 'Div')).toContainEqual(['Caption', 'P']);
  });
});

describe('the catalog', () => {
  it('says that odd pages stand on the right of a spread', async () => {
    const book = handbookOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What?', 'That.') });
    const objects = objectsOf(await bytesOf(await compile(book, { fonts: readFonts(book) })));
    expect(objects).toContain('/PageLayout/TwoPageRight');
  });
});

describe('a reference', () => {
  it('is clicked as a whole, and sets no brackets within brackets', async () => {
    const pdf = await pdfOf({
      'handbook.yaml': manifest(),
      'one/1-a.md': entry('1', 'What?', 'Said [elsewhere](#2) and (as [there](#3) is told).'),
      'one/2-b.md': entry('2', 'Where?', 'Here.'),
      'one/3-c.md': entry('3', 'When?', 'Now.'),
    });
    const texts = await pageTexts(pdf);
    const at = texts.findIndex((page) => textOf(page).includes('elsewhere'));
    const page = texts[at] ?? [];
    const said = textOf(page).replace(/\s+/g, ' ');
    expect(said).toContain('elsewhere (2, p. 1)');
    expect(said).toContain('(as there, 3, p. 1 is told)');
    const annotations = (await (await pdf.getPage(at + 1)).getAnnotations()) as {
      dest?: string;
      rect: number[];
    }[];
    for (const [dest, last] of [
      ['q2', '1)'],
      ['q3', 'p. 1'],
    ] as const) {
      const word = page.find(
        ({ text }) => text.replace(/\u00a0/g, ' ').endsWith(last) && text.trim() !== '1',
      );
      const area = annotations.find((one) => one.dest === dest)?.rect ?? [];
      expect(area[2]).toBeGreaterThanOrEqual((word?.x ?? 0) + (word?.width ?? 0) - 1);
    }
  });
});

describe('code', () => {
  it('goes on further in than its line begins, and loses no letter of it', () => {
    const value = `    indented_call(${'argument, '.repeat(12)})\nnext`;
    const lines = wrap(value, 40);
    expect(lines.filter(({ continued }) => !continued).map(({ indent }) => indent)).toEqual([0, 0]);
    expect(new Set(lines.filter(({ continued }) => continued).map(({ indent }) => indent))).toEqual(
      new Set([6]),
    );
    expect(lines.map(({ text, continued }) => (continued ? text : `\n${text}`)).join('')).toBe(`\n${value}`);
    for (const { text, indent } of lines) expect(text.length + indent).toBeLessThanOrEqual(40);
  });

  it('has its title and its colors, and an arrow that is no text', async () => {
    const code = ['```js title="scale.js"', `const long = '${'word '.repeat(40)}';`, '```'].join('\n');
    const pdf = await pdfOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What?', code) });
    const words = await wordsOf(pdf);
    const all = textOf(words);
    expect(all).toContain('scale.js');
    expect(all).not.toMatch(/[→↪]/);
    expect(words.filter(({ text }) => text === 'const')).toHaveLength(1);
  });
});

describe('a table', () => {
  it('has a formula and the words beside it on one baseline', async () => {
    const table = '| a | b |\n|---|---|\n| word | tall $\\dfrac{a}{b}$ |';
    const words = await wordsOf(
      await pdfOf({ 'handbook.yaml': manifest(), 'one/1-a.md': entry('1', 'What?', table) }),
    );
    const [word, tall] = ['word', 'tall'].map((text) => words.find((one) => one.text.trim() === text));
    expect(word?.y).toBeCloseTo(tall?.y ?? 0, 1);
  });
});

describe('a book that reads from the right', () => {
  it('keeps names, versions and signed numbers in their own order', async () => {
    const yaml = manifest()
      .replace('language: en', 'language: ar')
      .replace('The Press', 'Beans Inc.')
      .replace('version: "1.0"', 'version: "2026.1-beta"');
    const pdf = await pdfOf({
      'handbook.yaml': yaml,
      'one/1-a.md': entry('1', 'كيف؟', 'انخفض -5% هنا.\n\n| أ | ب |\n|---|---|\n| ج | -7% و 12% |'),
      'one/2-b.md': entry('2', 'What is ETL?', 'انظر [كيف](#1) هنا.'),
    });
    // What stands left of what: pdf.js gives every run with its place.
    const lines = new Map<string, Word[]>();
    for (const [at, page] of (await pageTexts(pdf)).entries())
      for (const word of page) {
        const line = `${at} ${Math.round(word.y)}`;
        lines.set(line, [...(lines.get(line) ?? []), word]);
      }
    const seen = [...lines.values()].map((line) => textOf(line.sort((a, b) => a.x - b.x)));
    for (const said of ['2026.1-beta', 'Beans Inc.', '-5%', '-7%', '12%', 'What is ETL?', PLACE])
      expect(
        seen.filter((line) => line.includes(said)),
        said,
      ).not.toEqual([]);
  });
});

describe('the index', () => {
  it('has its columns on the grid that the text stands on', async () => {
    const terms = Array.from({ length: 60 }, (_, at) => `${'abcdefghij'[at % 10]}term ${at}, beside another`);
    const below = terms.filter((_, at) => at % 3 === 0).map((term) => `${term} > under it`);
    const pdf = await pdfOf({
      'handbook.yaml': manifest(),
      'one/1-a.md': entry('1', 'What?', 'That is so.', `index: ${JSON.stringify([...terms, ...below])}\n`),
    });
    const words = await wordsOf(pdf);
    const body = words.find(({ text }) => text.startsWith('That is so'))?.y ?? 0;
    const lines = words.filter(({ text }) => /^[a-j](?:term|$)|^under it/i.test(text));
    expect(lines.length).toBeGreaterThan(terms.length + below.length);
    const rests = lines.map(({ y }) => Math.abs(((y - body) / GRID) % 1) * GRID);
    // Smaller letters stand a little higher in their lines.
    expect(rests.filter((rest) => Math.min(rest, GRID - rest) > 0.6)).toEqual([]);
  });
});

/** What stands of "(1, p. 1)" from left to right: the place is at the left of its letter. */
const PLACE = '(1, ص1)كيف';

/** The leading of a page of A4. */
const GRID = 14.4;

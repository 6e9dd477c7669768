import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AnswerNode, type Handbook, prosePages, walk } from '@octavo/core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FOLDERS, type MadePdf, madePdf, output, runs } from './pdf-workbench.ts';

const venv = process.env.OCTAVO_VENV;
const python = venv === undefined ? 'python3' : join(venv, 'bin', 'python');
const script = fileURLToPath(new URL('./pdf-words.py', import.meta.url));
const hasPython = readable();
const hasPoppler = runs('pdftotext', '-v', 'what poppler reads');

describe.each(Object.entries(FOLDERS))('the words of %s', (_, folder) => {
  let made: MadePdf;
  let wanted: ReadonlyMap<string, number>;
  beforeAll(async () => {
    made = await madePdf(folder);
    wanted = counted(saidIn(made.handbook));
    expect(wanted.size).toBeGreaterThan(30);
  });
  afterAll(() => made?.remove());

  it.skipIf(!hasPython)('are read by pypdf and MuPDF', () => {
    const { text, complaints } = output(python, [script, made.path]);
    expect(complaints).toBe('');
    const read = JSON.parse(text) as Readonly<Record<string, string>>;
    expect(Object.keys(read)).toEqual(['pypdf', 'MuPDF']);
    for (const [reader, own] of Object.entries(read))
      expect([reader, missing(wanted, own)]).toEqual([reader, []]);
  });

  it.skipIf(!hasPoppler)('are read by poppler, on the page and in the tags', () => {
    expect(missing(wanted, output('pdftotext', [made.path, '-']).text)).toEqual([]);
    const { text } = output('pdfinfo', ['-struct-text', made.path]);
    // Each stretch of a line stands in quotes on a line of its own, below its element.
    const said = text.split('\n').map((line) => /^ *"(.*)"$/.exec(line)?.[1] ?? '\n');
    expect(missing(wanted, said.join(''))).toEqual([]);
  });

  it('are read by pdf.js', async () => {
    const task = getDocument({ data: new Uint8Array(readFileSync(made.path)), verbosity: 0 });
    const pdf = await task.promise;
    let text = '';
    for (let number = 1; number <= pdf.numPages; number++, text += '\n')
      for (const item of (await (await pdf.getPage(number)).getTextContent()).items)
        if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
    await task.destroy();
    // It goes by places alone, and sees a space beside each mark that is drawn over a letter.
    const plain = [...wanted].filter(([word]) => !MARKED.test(word));
    expect(missing(new Map(plain), text)).toEqual([]);
  });
});

/** Whether Python has the readers; says so aloud when it has not, and fails where everything must run. */
function readable(): boolean {
  if (output(python, ['-c', 'import pypdf, pymupdf']).status === 0) return true;
  const words = `Python has no pypdf or pymupdf (${python}): what they read is not tested`;
  if (process.env.OCTAVO_REQUIRE_ALL === '1') throw new Error(words);
  console.warn(words);
  return false;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * Our own words that are set in small capitals, and the words of every block of the source; none of a block or
 * row in which two directions meet, whose spaces are lost to some readers.
 */
function saidIn(handbook: Handbook): string[] {
  const { chapters, glossary, labels } = handbook;
  const nodes: readonly AnswerNode[] = [
    ...chapters.flatMap(({ entries }) =>
      entries.flatMap(({ answer, footnotes }) => [...answer, ...footnotes]),
    ),
    ...prosePages(handbook).flatMap(({ body, footnotes }) => [...body, ...footnotes]),
  ];
  const entries = chapters.flatMap((chapter) => chapter.entries);
  return [
    ...entries.flatMap(({ related }) => (related.length > 0 ? [labels.related] : [])),
    ...[...entries.map(({ question }) => question), ...glossary.map(({ definition }) => definition)].map(
      wordsOf,
    ),
    ...[...walk(nodes)].flatMap((node) =>
      'children' in node && /^(paragraph|heading|tableRow)$/.test(node.type) ? [wordsOf(node.children)] : [],
    ),
  ].filter((text) => !RIGHT_TO_LEFT.test(text));
}

/** The text of phrasing without its code, addresses and formulas, which may part anywhere. */
function wordsOf(nodes: readonly AnswerNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replace(/\S*[/@_]\S*/g, ' ');
      const inner = 'children' in node ? wordsOf(node.children) : ' ';
      return node.type === 'tableCell' ? `${inner} ` : inner;
    })
    .join('');
}

const MARKED = /[\p{sc=Deva}\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}\p{sc=Mlym}\p{sc=Sinh}]/u;

/** A word without marks of an alphabet, or one of a script whose marks belong to its letters. */
const SPACED =
  /^(?:[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}]|[\p{sc=Deva}\p{sc=Beng}\p{sc=Taml}\p{sc=Telu}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Geor}\p{sc=Armn}\p{sc=Ethi}\p{sc=Hang}]){2,}$/u;

/**
 * How often each word stands in texts; of the scripts that are read from left to right and part their words. A
 * hyphen is left out, wherever it stands: some readers join what it parts at a line's end. So are words with a mark
 * that is no part of a letter, beside which pypdf and poppler see a space.
 */
function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of text
      .normalize('NFKC')
      // pypdf knows no Tz: where letters are drawn wider it sees a space before a line's hyphen.
      .replace(/(?<=\p{L}\p{M}*) ?[-\u00ad\u2010](?: ?\n\s*)(?=\p{L})/gu, '')
      .replace(/(?<=\p{L}\p{M}*)[-\u00ad\u2010]\s*(?=\p{L})/gu, '')
      .split(/[^\p{L}\p{M}]+|(?<=\p{sc=Latn})(?=\p{L})(?!\p{sc=Latn})/u))
      if (SPACED.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words that a text has less often than it should. */
function missing(wanted: ReadonlyMap<string, number>, text: string): string[] {
  const found = counted([text]);
  return [...wanted].flatMap(([word, count]) => {
    const lost = count - (found.get(word) ?? 0);
    return lost > 0 && lost > partedBy(word, text) ? [word] : [];
  });
}

/** How often a word stands parted by a hyphen at a line's end where no more of it follows: at a page's end. */
function partedBy(word: string, text: string): number {
  const parts = [...word].slice(2).map((_, at) => word.slice(0, at + 2));
  return parts.filter((part) => new RegExp(`(?<!\\p{L})${part}[-\u00ad]\\s*\\n\\P{L}`, 'u').test(text))
    .length;
}

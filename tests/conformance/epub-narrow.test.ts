import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadHandbook } from '@octavo/core';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { VFile } from 'vfile';
import { afterAll, describe, expect, it } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { browser } from './html-site.ts';

const open: Browser | undefined = await browser();
const terms = (count: number, of: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => of(at + 1)).join(' + ');
const FORMULAS = [
  `f(x) = ${terms(10, (at) => `a_{${at}} x^{${at}}`)} = \\sum_{k=0}^{10} a_k x^k`,
  `\\bar{x} = \\frac{1}{n}\\sum_{i=1}^{n} x_i = \\frac{${terms(12, (at) => `x_{${at}}`)}}{n}`,
  `m = ${terms(9, (at) => `W_{${at}}M_{${at}}`)}`,
  `(a + b)^{12} = ${terms(6, (at) => `\\binom{12}{${at}} a^{${at}} b^{12-${at}}`)}`,
  '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}^{-1} = \\frac{1}{ad-bc}\\begin{pmatrix} d & -b \\\\ -c & a \\end{pmatrix}',
];

/** A book of one entry with all formulas, as files of its EPUB in a folder. */
async function unpacked(language: string): Promise<string> {
  const sources = {
    'handbook.yaml': `schemaVersion: 1\nid: small\ntitle: Small\nlanguage: ${language}\niri: https://example.org/small/\nedition: { version: "1", date: 2026-05-04 }\nchapters: [{ id: one, title: One }]\n`,
    'one/1-formulas.md': `---\nnumber: 1\nquestion: Which?\n---\n\n${FORMULAS.map((one) => `$$\n${one}\n$$\n`).join('\n')}`,
  };
  const files = Object.entries(sources).map(([path, text]) => new VFile({ path, value: Buffer.from(text) }));
  const { handbook } = loadHandbook(files);
  if (!handbook) throw new Error(files.flatMap((file) => file.messages.map(String)).join('\n'));
  const { files: made } = await compileBook('epub', { handbook, assets: new Map() });
  const folder = mkdtempSync(join(tmpdir(), 'octavo-narrow-'));
  for (const [name, bytes] of Object.entries(unzipSync([...made.values()][0] as Uint8Array))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

describe.skipIf(!open)('a display in the EPUB', () => {
  afterAll(async () => open?.close());

  it.each(['en', 'ar'])(
    'is whole on the page of a telephone and of a tablet, in a book in %s',
    async (language) => {
      const folder = await unpacked(language);
      try {
        for (const width of [390, 800]) {
          const page = await (open as Browser).newPage({ viewport: { width, height: 844 } });
          await page.goto(`file://${join(folder, 'OEBPS/chapter-one.xhtml')}`);
          const cut = await page.evaluate(() =>
            [...document.querySelectorAll('math')].flatMap((math, at) => {
              const { left, right } = math.getBoundingClientRect();
              const signs = [...math.querySelectorAll('mi, mn, mo')].map((sign) =>
                sign.getBoundingClientRect(),
              );
              return signs.every((sign) => sign.left >= left - 1 && sign.right <= right + 1) ? [] : [at + 1];
            }),
          );
          expect(cut, `${width} pixels`).toEqual([]);
          await page.close();
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

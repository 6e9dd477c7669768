import { importSource } from '@octavo/import';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { styled, wordFile } from './word-file.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const TABLE = '| a | b |\n| - | - |\n| 1 | 2 |\n';
const HTML_TABLE = '<tr><th>a<th>b<tr><td>1<td>2</table>';
const cell = (text: string) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const STYLES = { H: 'heading 1', C: 'caption', S: 'Source Code', Q: 'Quote' };

const word = (body: string) => wordFile(`${styled('H', 'What is it?')}${body}`, STYLES);

async function imported(path: string, content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const asset = (name: string) => (name.endsWith('pond.png') ? new Uint8Array(PNG) : undefined);
  const { files, report } = await importSource([{ path, bytes }], path, { asset });
  expect(report.words.missing).toEqual([]);
  return files.map((file) => String(file.content)).join('\n');
}

test.each([
  ['faq.md', `## What is it?\n\nIt is.\n\n${TABLE}\n: Fees of 2026\n`],
  ['faq.html', `<h2>What is it?</h2><p>It is.</p><table><caption>Fees of 2026</caption>${HTML_TABLE}`],
  [
    'figure.html',
    `<h2>What is it?</h2><p>It is.</p><figure><table>${HTML_TABLE}<figcaption>Fees of 2026</figcaption></figure>`,
  ],
  [
    'faq.rst',
    'What is it?\n===========\n\nIt is.\n\n.. table:: Fees of 2026\n\n   = =\n   a b\n   = =\n   1 2\n   = =\n',
  ],
  [
    'list.rst',
    'What is it?\n===========\n\nIt is.\n\n.. list-table:: Fees of 2026\n   :header-rows: 1\n\n   * - a\n     - b\n   * - 1\n     - 2\n',
  ],
  [
    'faq.org',
    '* What is it?\nIt is.\n\n#+caption: Fees of 2026\n#+attr_html: :width 9\n| a | b |\n|---+---|\n| 1 | 2 |\n',
  ],
  [
    'faq.docx',
    word(
      `${styled('', 'It is.')}${styled('C', 'Fees of 2026')}<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('1')}${cell('2')}</w:tr></w:tbl>`,
    ),
  ],
])('the caption of a table stands before it: %s', async (path, content) => {
  expect(await imported(path, content)).toMatch(/It is\.\n\nTable: Fees of 2026\n\n\| *a *\| *b *\|\n/);
});

test.each([
  [
    'faq.html',
    '<h2>What is it?</h2><p>It is.</p><figure><img src="pond.png" alt="Water"><figcaption>The <i>old</i> pond</figcaption></figure>',
  ],
  [
    'faq.rst',
    'What is it?\n===========\n\nIt is.\n\n.. figure:: pond.png\n   :alt: Water\n\n   The *old* pond\n',
  ],
])('the caption of a picture is its title: %s', async (path, content) => {
  expect(await imported(path, content)).toMatch(/!\[Water\]\(\.\.\/assets\/pond\.png "The old pond"\)/);
});

test('the caption of a picture in Org says what it shows', async () => {
  const text = await imported(
    'faq.org',
    '* What is it?\nIt is---so.\n\n#+caption: The old pond\n[[file:pond.png]]\n',
  );
  expect(text).toContain('![The old pond](../assets/pond.png "The old pond")');
  expect(text).toContain('It is—so.');
});

test('a caption with a link stays a paragraph', async () => {
  const text = await imported(
    'faq.html',
    '<h2>What is it?</h2><figure><img src="pond.png" alt="Water"><figcaption>By <a href="https://example.org/">Ada</a></figcaption></figure>',
  );
  expect(text).toContain('By [Ada](https://example.org/)');
});

test('code and quotations of Word, and cells that a style aligns, are what they are', async () => {
  const text = await imported('faq.docx', word(`${styled('S', 'make it')}${styled('Q', 'Well said.')}`));
  expect(text).toMatch(/```\nmake it\n```\n\n> Well said\./);
  const table = await imported(
    'faq.html',
    '<h2>What is it?</h2><table><tr><th>a<th style="text-align: right">b<th class="halign-center">c<tr><td>1<td>2<td>3</table><p>It is <span class="line-through">gone</span>.</p>',
  );
  expect(table).toMatch(/\| - \| -: \| :-: \|/);
  expect(table).toContain('~~gone~~');
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Handbook, loadHandbook, toText } from '@octavo/core';
import { importSource } from '@octavo/import';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { loadBook } from '../contract/load-book.ts';

const SEED = fileURLToPath(new URL('../fixtures/legacy/coremodels-faq-601-700.txt', import.meta.url));

function saidBy(handbook: Handbook): readonly string[] {
  return handbook.chapters
    .flatMap(({ entries }) => entries)
    .map(({ number, question, answer }) => `${number}. ${toText(question)}\n${toText(answer)}`);
}

test('the seed text imports to exactly 601 to 700, word for word', async () => {
  const { files, report } = await importSource(
    [{ path: 'coremodels-faq-601-700.txt', bytes: readFileSync(SEED) }],
    'coremodels-faq-601-700.txt',
    {
      chapters: [
        { first: '601', last: '605', title: 'AI assistance' },
        { first: '606', last: '700', title: 'Engineering' },
      ],
    },
  );
  const { handbook } = loadHandbook(files.map(({ path, content }) => new VFile({ path, value: content })));
  const content = await loadBook('content/coremodels-faq');
  expect(saidBy(handbook as Handbook)).toEqual(saidBy(content.handbook));
  expect(handbook?.title).toBe('CoreModels FAQ');
  expect(handbook?.volume).toEqual({ first: '601', last: '700', of: 1000 });
  expect(handbook?.chapters.map(({ title, entries }) => [title, entries.length])).toEqual([
    ['AI assistance', 5],
    ['Engineering', 95],
  ]);
  expect(report.words).toMatchObject({ missingCount: 0, leftOut: 0 });
  expect(report.findings.map(({ kind }) => kind)).toEqual(['handbook-incomplete']);
});

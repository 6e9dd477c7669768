import { verify } from '@octavo/verify';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { treeOf } from './compile-tree.ts';

const FORMATS = ['pdf', 'epub', 'html', 'jsonld'];
const FOLDER = 'tests/fixtures/numbered';

const read = async (path: string): Promise<string> =>
  strFromU8((await treeOf(FOLDER)).files.get(path) ?? new Uint8Array());

test('every format prints every number with its caption, and verify reads them and their lists back', async () => {
  const tree = await treeOf(FOLDER);
  const { differences, formats } = await verify({ ...tree, formats: FORMATS });
  expect(differences.map(({ message }) => message)).toEqual([]);
  expect(formats.filter(({ compared }) => (compared.numbered ?? 0) >= 4)).toHaveLength(FORMATS.length);
});

test('the caption of a figure and of a table holds its number, and a formula is named beside it', async () => {
  const dose = await read('entry/UG-3.1.6A/index.html');
  expect(dose).toContain('<figcaption><span class="label">Figure UG-3.1.6A.1</span> A drop</figcaption>');
  expect(dose).toContain(
    '<table id="qUG--3.1.6A-doses"><caption><span class="label">Table UG-3.1.6A.1</span> Doses',
  );
  expect(dose).toMatch(
    /<div id="qUG--3.1.6A-dose" class="formula">.*?<\/math><\/div><span class="label">\(UG-3.1.6A.1\)<\/span>/,
  );
  expect(dose).toContain('aria-label="Table UG-3.1.6A.1"');
});

test('the lists are parts of the EPUB with landmarks of their kinds', async () => {
  const book = unzipSync((await treeOf(FOLDER)).files.get('pool-rules.epub') ?? new Uint8Array());
  const text = (path: string) => strFromU8(book[path] ?? new Uint8Array());
  expect(text('OEBPS/toc.xhtml')).toContain('<a epub:type="loi" href="figures.xhtml">List of figures</a>');
  expect(text('OEBPS/toc.xhtml')).toContain('<a epub:type="lot" href="tables.xhtml">List of tables</a>');
  expect(text('OEBPS/tables.xhtml')).toContain('<section epub:type="lot" aria-labelledby="tables">');
});

test('a numbered part has one anchor, which is its IRI in linked data', async () => {
  const parts = JSON.parse(await read('entry/A1a.jsonld')).acceptedAnswer.hasPart;
  expect(parts).toEqual([
    {
      '@type': ['CreativeWork', 'NumberedPart'],
      '@id': 'https://example.org/pool-rules/entry/A1a#qA1a-warmth',
      position: 1,
      identifier: 'warmth',
      name: { en: '[A1a).1]' },
    },
    {
      '@type': ['CreativeWork', 'NumberedPart'],
      '@id': 'https://example.org/pool-rules/entry/A1a#qA1a-colours',
      position: 2,
      identifier: 'colours',
      name: { en: 'Table A1a).1' },
      description: { en: 'Colours of the tablet' },
    },
  ]);
  expect(await read('entry/A1a/index.html')).toContain('id="qA1a-colours"');
});

test('numbers are in the words wherever an answer is said in plain text', async () => {
  expect(await read('static/search/operators.js')).toContain('Figure UG-4.2 Who tells whom at night');
  expect(await read('entry/UG-3.md')).toContain(
    'Table UG-3.1 Limits for the water of a basin, by [method A1a)](A1a.md)',
  );
  expect(await read('entry/UG-3.md')).toContain('## UG-3.1 What is within limits');
  expect(JSON.parse(await read('entry/UG-3.1.6A.jsonld')).acceptedAnswer.text.en).toContain('(UG-3.1.6A.2)');
});

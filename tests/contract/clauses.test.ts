import { schemaFault } from '@octavo/press/documents';
import { verify } from '@octavo/verify';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { objectsOf } from '../../packages/pdf/test/open-pdf.ts';
import { compileBook } from './compile-book.ts';
import { treeOf } from './compile-tree.ts';
import { loadBook } from './load-book.ts';
import { withStandard } from './with-standard.ts';

const FORMATS = ['pdf', 'epub', 'html', 'jsonld'];

/** The keys of the clauses of entry 4, the deepest; `q4-B-1-v-aa` is its anchor everywhere. */
const DEEPEST = 'A A-1 A-2 B B-1 B-1-i B-1-ii B-1-iii B-1-iv B-1-v B-1-v-aa B-1-v-bb B-2'.split(' ');

const read = async (path: string): Promise<string> =>
  strFromU8((await treeOf('tests/fixtures/clauses')).files.get(path) ?? new Uint8Array());

test('every format says every clause with its label, in its place, and verify reads them back', async () => {
  const tree = await treeOf('tests/fixtures/clauses');
  const { differences, formats } = await verify({ ...tree, formats: FORMATS });
  expect(differences.map(({ message }) => message)).toEqual([]);
  expect(formats.filter(({ compared }) => (compared.lists ?? 0) >= 5)).toHaveLength(FORMATS.length);
});

test('the handbook as data keeps its schema: how labels are read is said by the blocks', async () => {
  const { handbook } = await treeOf('tests/fixtures/clauses');
  expect(schemaFault('handbook-document', JSON.parse(JSON.stringify(handbook)))).toBeUndefined();
});

test('in PDF 2.0 the name of a clause leads to its element, and a list says how its labels count', async () => {
  const book = withStandard(await loadBook('tests/fixtures/clauses'), 'PDF/UA-2');
  const { files } = await compileBook('pdf', book);
  const { differences } = await verify({ files, handbook: book.handbook, formats: ['pdf'] });
  expect(differences.map(({ message }) => message)).toEqual([]);
  const objects = objectsOf(files.get('garden-rules.pdf') ?? new Uint8Array());
  for (const key of DEEPEST)
    expect(objects).toMatch(new RegExp(`\\(q4-${key}\\)<</D\\[[^\\]]*\\]/SD\\[\\d+ 0 R`));
  const numberings = new Set([...objects.matchAll(/ListNumbering\/(\w+)/g)].map(([, name]) => name));
  for (const name of ['UpperAlpha', 'LowerAlpha', 'LowerRoman', 'Decimal'])
    expect(numberings).toContain(name);
});

test('a clause has one anchor in HTML and EPUB, and that is its IRI in JSON-LD', async () => {
  const anchors = DEEPEST.map((key) => `q4-${key}`);
  const idsIn = (text: string) => [...text.matchAll(/<li id="(q4-[^"]+)"/g)].map(([, id]) => id);
  expect(idsIn(await read('entry/4/index.html'))).toEqual(anchors);
  expect(idsIn(await read('plots/index.html'))).toEqual(anchors);
  const book = unzipSync(
    (await treeOf('tests/fixtures/clauses')).files.get('garden-rules.epub') ?? new Uint8Array(),
  );
  expect(idsIn(strFromU8(book['OEBPS/chapter-plots.xhtml'] ?? new Uint8Array()))).toEqual(anchors);
  const iris = [...(await read('entry/4.jsonld')).matchAll(/"@id": "([^"]+#q4[^"]+)"/g)].map(
    ([, iri]) => iri,
  );
  expect(iris).toEqual(anchors.map((anchor) => `https://example.org/garden-rules/entry/4#${anchor}`));
});

test('labels are in the text wherever an answer is said in plain words', async () => {
  expect(await read('static/search/members.js')).toContain(
    '(c) [deleted] (d) comes with the key. 2. By death.',
  );
  expect(JSON.parse(await read('entry/2.jsonld')).acceptedAnswer.text.en).toContain('\n2a. By moving away');
  expect(await read('entry/1.md')).toContain('  - (b) worked in it\n    - (i) for a full season, or');
  expect(await read('llms-full.txt')).toContain('- (ii) for thirty days');
  expect(JSON.parse(await read('entry/5.jsonld')).acceptedAnswer.text.en).toMatch(
    /^1\. Close .*\n2\. Open .*\n1\. first/,
  );
});

test('a clause that was taken away and one that moved say so', async () => {
  const gone = JSON.parse(await read('entry/2.jsonld')).acceptedAnswer.hasPart[0].hasPart[2];
  expect(gone).toMatchObject({ identifier: '(1)(c)', status: 'withdrawn', text: { en: '[deleted]' } });
  expect(await read('entry/3/index.html')).toContain('<li id="q3-1-b"><a class="label" href="#q3-1-b"');
  expect(await read('entry/3/index.html')).toContain('<span id="q3-1-d" class="anchor"></span>(b)</a>');
});

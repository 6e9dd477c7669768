import { readdir, readFile } from 'node:fs/promises';
import type { Handbook } from '@octavo/core';
import { changeList, type History, readHistory, recordedHistory, withHistory } from '@octavo/press/history';
import { verify } from '@octavo/verify';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { VFile } from 'vfile';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTree, type Tree } from './compile-tree.ts';
import { loadBook } from './load-book.ts';

/** The Larder in its fifth edition, in which 634, and in its second edition 633, were corrected. */
const FOLDER = 'tests/fixtures/history';

let asReleased: History;
let history: History;
let tree: Tree;
let list: Uint8Array;

beforeAll(async () => {
  const place = new URL(`../../${FOLDER}/releases/`, import.meta.url);
  const files = await Promise.all(
    (await readdir(place)).map(
      async (name) =>
        new VFile({ path: `releases/${name}`, value: new Uint8Array(await readFile(new URL(name, place))) }),
    ),
  );
  const read = (await readHistory(files)) as History;
  asReleased = read;
  const lines = new Map(
    [...read.words.lines].map(([key, line]) =>
      'number' in line && line.number === '633' && line.change?.note === 'A year was too careful.'
        ? [key, { ...line, change: { ...line.change, significance: 'correction' as const } }]
        : [key, line],
    ),
  );
  history = { ...read, words: { ...read.words, lines } };
  const book = await loadBook(FOLDER);
  const chapters = book.handbook.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.map((entry) =>
      entry.number === '634' && entry.change
        ? { ...entry, change: { ...entry.change, significance: 'correction' as const } }
        : entry,
    ),
  }));
  const handbook = withHistory({ ...book.handbook, chapters }, history);
  tree = await compileTree({ ...book, handbook });
  const changes = changeList(handbook.id, handbook.edition, [], undefined, handbook.errata);
  list = strToU8(JSON.stringify(changes));
}, 400_000);

const text = (path: string) => strFromU8(tree.files.get(path) ?? new Uint8Array());

const differences = async (changed: Readonly<Record<string, Uint8Array>> = {}, handbook = tree.handbook) => {
  const files = new Map([...tree.files, ['changes.json', list], ...Object.entries(changed)]);
  const formats = ['pdf', 'epub', 'html', 'jsonld'];
  const parity = await verify({
    files,
    handbook,
    formats,
    released: recordedHistory(handbook.edition, history),
  });
  return parity.differences.map(({ message }) => message);
};

const plain = (markup: string) =>
  markup
    .replace(/<\/(?:p|li|h1)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const LINES = [
  '634 Does rice ever go off? Correction Error in 2026.10–2027.1, corrected in 2027.2 of September 30, 2027. How much dark it takes.',
  'White rice does not go off as long as it stays dry[Inserted: ,] [Inserted: dark] and [Deleted: dark][Inserted: cool]. Brown rice does, within a year. See stale bread [640] for what to do about it.',
  '633 How long does flour keep? Correction Error in 2026.1, corrected in 2026.2 of June 30, 2026. A year was too careful.',
  'White flour keeps for [Deleted: a year][Inserted: two years] in a tin with a lid. Wholemeal flour turns rancid after three months.',
];

describe('the corrigenda of all editions', () => {
  test('are a page of the site, to which every page leads', () => {
    const page = plain(/<main[\s\S]*<\/main>/.exec(text('errata/index.html'))?.[0] ?? '');
    expect(page[0]).toBe('Corrigenda');
    const bare = (line: string) => line.replace(/\s+/g, '');
    expect(page.slice(2).map(bare)).toEqual(LINES.map(bare));
    expect(text('entry/633/index.html')).toContain('../errata/');
    expect(text('entry/634/index.html')).toContain('Changed in 2027.2 (Correction; How much dark it takes.)');
  });

  test('are a chapter of the EPUB, which its contents name', () => {
    const book = unzipSync(tree.files.get('larder.epub') as Uint8Array);
    const page = plain(strFromU8(book['OEBPS/errata.xhtml'] as Uint8Array)).join('\n');
    expect(page).toContain('Error in 2026.10–2027.1, corrected in 2027.2 of September 30, 2027.');
    expect(strFromU8(book['OEBPS/toc.xhtml'] as Uint8Array)).toContain('>Corrigenda</a>');
  });

  test('are not in a book whose editions corrected nothing', async () => {
    const { handbook } = await loadBook(FOLDER);
    expect(withHistory(handbook, asReleased)).not.toHaveProperty('errata');
  });
});

describe('reading them back', () => {
  test('finds every format as the ledger has it', async () => {
    expect(await differences()).toEqual([]);
  });

  test.each([
    ['errata/index.html', '2026.10–2027.1', '2026.2–2027.1'],
    ['errata/index.html', '[Deleted: </span>a year', '[Inserted: </span>a year'],
    ['errata/index.html', 'A year was too careful.', 'A year was too short.'],
  ])('finds that %s says “%s” as “%s”', async (path, from, to) => {
    expect(text(path)).toContain(from);
    const found = await differences({ [path]: strToU8(text(path).replace(from, to)) });
    expect(found.join('\n')).toContain('the corrigenda');
  });

  test('finds it in the EPUB, and in changes.json', async () => {
    const book = unzipSync(tree.files.get('larder.epub') as Uint8Array);
    const page = strFromU8(book['OEBPS/errata.xhtml'] as Uint8Array).replace('2026.10–2027.1', '2026.10');
    const epub = zipSync({ ...book, 'OEBPS/errata.xhtml': strToU8(page) });
    expect((await differences({ 'larder.epub': epub })).join('\n')).toMatch(/^epub, errata: the corrigenda/m);
    const changed = strToU8(strFromU8(list).replace('"to":"2027.1"', '"to":"2026.10"'));
    expect((await differences({ 'changes.json': changed })).join('\n')).toMatch(
      /^tree, changes: the corrigenda/m,
    );
  });

  test('finds a corrigendum that all formats lack', async () => {
    const { errata: _, ...handbook } = tree.handbook;
    const found = (await differences({}, handbook as Handbook)).join('\n');
    for (const format of ['pdf', 'epub', 'html'])
      expect(found).toMatch(new RegExp(`^${format}, errata: the corrigenda`, 'm'));
  });

  test('finds one whose words no edition said', async () => {
    const [first, ...others] = tree.handbook.errata ?? [];
    if (!first) throw new Error('there are no corrigenda');
    const handbook = { ...tree.handbook, errata: [{ ...first, to: '2026.2' }, ...others] };
    expect((await differences({}, handbook)).join('\n')).toContain('which 2026.2 did not say');
  });
});

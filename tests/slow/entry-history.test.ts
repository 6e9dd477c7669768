import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readJson, released, revise } from '../cli/editions.ts';
import { runOctavo } from '../cli/run-octavo.ts';

/** The Larder in five editions; each release was read back and compared before it was published. */
const EDITIONS = ['2026.1', '2026.2', '2026.10', '2027.1', '2027.2'];

let place: string;
const tree = (version: string) => join(place, 'out', version);

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'octavo-'));
  const book = join(place, 'larder');
  await mkdir(book);
  for (const [at, version] of EDITIONS.entries()) {
    await revise(book, at + 1);
    await released(book, join(place, 'out'), version);
  }
}, 240_000);
afterAll(() => rm(place, { recursive: true, force: true }));

const read = (version: string, ...path: readonly string[]) => readFile(join(tree(version), ...path), 'utf8');

/** The words of a piece of a page, without its marks. */
const plain = (html: string) =>
  html
    .replace(/<\/(?:p|summary|li)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const historyOn = (page: string) => plain(/<details class="history">[\s\S]*?<\/ol>/.exec(page)?.[0] ?? '');

describe('the history of an entry', () => {
  test('is not told by a first edition', async () => {
    expect(await read('2026.1', 'entry', '633', 'index.html')).not.toContain('class="history"');
    expect(await read('2026.1', 'entry', '633.md')).not.toContain('History');
    expect(await read('2026.1', 'handbook.json')).not.toContain('"history": {');
  });

  test('is on its page, with the words that differ from the present ones', async () => {
    expect(historyOn(await read('2027.2', 'entry', '633', 'index.html'))).toEqual([
      'History',
      'Added in 2026.1, January 31, 2026',
      'Since edition 2026.1 of January 31, 2026',
      'White flour keeps for [Deleted: a year][Inserted: two years] in a tin with a lid[Inserted: , rye flour for one]. Wholemeal flour turns rancid after three months[Inserted: , and after a year in the freezer].',
      'Changed in 2026.2 (A year was too careful.), June 30, 2026',
      'Since edition 2026.2 of June 30, 2026',
      'White flour keeps for two years in a tin with a lid[Inserted: , rye flour for one]. Wholemeal flour turns rancid after three months[Inserted: , and after a year in the freezer].',
      'Changed in 2027.1 (Rye and the freezer.), March 31, 2027',
    ]);
  });

  test.each([
    ['634', 'Changed in 2027.2 (Correction; How much dark it takes.), September 30, 2027'],
    ['635', 'Withdrawn in 2026.2 (Replaced by 634A), June 30, 2026'],
    ['640', 'Moved in 2026.10 (Moved from “Using”), November 22, 2026'],
    ['642', 'Deprecated in 2027.1 (Replaced by 645), March 31, 2027'],
    ['644', 'Changed in 2027.1 (641 → 644), March 31, 2027'],
    ['645', 'Added in 2027.1, March 31, 2027'],
  ])('of %s has the line “%s” on the page and in Markdown', async (number, line) => {
    expect(historyOn(await read('2027.2', 'entry', number, 'index.html'))).toContain(line);
    expect((await read('2027.2', 'entry', `${number}.md`)).replaceAll('\\', '')).toContain(`- ${line}\n`);
  });

  test('is in handbook.json, and in an appendix of the EPUB for what later editions changed', async () => {
    const { chapters } = await readJson(tree('2027.2'), 'handbook.json');
    const [flour] = chapters[0].entries;
    expect(flour.history.events.map(({ since, ...event }: { since?: unknown }) => event)).toEqual([
      { version: '2026.1', date: '2026-01-31T00:00:00Z', kind: 'added', significance: 'major' },
      {
        version: '2026.2',
        date: '2026-06-30T00:00:00Z',
        kind: 'changed',
        significance: 'major',
        note: 'A year was too careful.',
      },
      {
        version: '2027.1',
        date: '2027-03-31T00:00:00Z',
        kind: 'changed',
        significance: 'minor',
        note: 'Rye and the freezer.',
      },
    ]);
    const book = unzipSync(await readFile(join(tree('2027.2'), 'larder.epub')));
    const appendix = new TextDecoder().decode(book['EPUB/history.xhtml']);
    expect(plain(appendix)).toContain(
      '633 Added in 2026.1, Changed in 2026.2 (A year was too careful.), Changed in 2027.1 (Rye and the freezer.)',
    );
  });

  test.each([
    ['entry/633/index.html', 'A year was too careful.', 'A year was too short.'],
    [
      'entry/633/index.html',
      '<del><span class="unseen">[Deleted: </span>a year',
      '<del><span class="unseen">[Deleted: </span>six months',
    ],
    ['entry/634.md', 'How much dark it takes.', 'How much light it takes.'],
  ])('is read back: in %s, “%s” cannot become “%s”', async (path, from, to) => {
    const file = join(tree('2027.2'), path);
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(file, text.replace(from, to));
    const { code, stderr } = await runOctavo(
      ['verify', tree('2027.2'), '--no-color', '--reporter', 'unix'],
      '/',
    );
    await writeFile(file, text);
    expect(code).toBe(1);
    expect(stderr).toMatch(/parity-documents/);
  });
});

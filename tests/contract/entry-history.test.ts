import { type Handbook, numberKey } from '@octavo/core';
import { type History, recordedHistory, withHistory } from '@octavo/press/history';
import { verify } from '@octavo/verify';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { editionList } from '../../packages/press/src/editions/edition-list.ts';
import { editionsScript } from '../../packages/press/src/editions/editions-script.ts';
import { timeMaps } from '../../packages/press/src/editions/time-maps.ts';
import { compileBook } from './compile-book.ts';
import { compileTree, type Tree } from './compile-tree.ts';
import { LARDER as FOLDER, larderHistory } from './larder-history.ts';
import { loadBook } from './load-book.ts';

let history: History;
let tree: Tree;

beforeAll(async () => {
  history = await larderHistory();
  const book = await loadBook(FOLDER);
  tree = await compileTree({ ...book, handbook: withHistory(approved(book.handbook), history) });
}, 400_000);

/** The book with the roles that approved entry 634. */
const approved = (handbook: Handbook): Handbook => ({
  ...handbook,
  chapters: handbook.chapters.map((chapter) => ({
    ...chapter,
    entries: chapter.entries.map((entry) =>
      entry.number === '634' ? { ...entry, approvedBy: ['legal', 'Editorial board'] } : entry,
    ),
  })),
});

const text = (path: string) => strFromU8(tree.files.get(path) ?? new Uint8Array());

const differences = async (changed: Readonly<Record<string, Uint8Array>> = {}, handbook = tree.handbook) => {
  const files = new Map([...tree.files, ...Object.entries(changed)]);
  const formats = ['pdf', 'epub', 'html', 'jsonld'];
  const parity = await verify({
    files,
    handbook,
    formats,
    released: recordedHistory(handbook.edition, history),
  });
  return parity.differences.map(({ message }) => message);
};

/** The words of a piece of markup, a line for each paragraph. */
const plain = (markup: string) =>
  markup
    .replace(/<\/(?:p|summary|li|h1)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const historyOn = (number: string) =>
  plain(/<details class="history">[\s\S]*?<\/ol>/.exec(text(`entry/${number}/index.html`))?.[0] ?? '');

describe('the history of an entry', () => {
  test('is not told where no earlier edition was released', async () => {
    const { handbook } = await loadBook('tests/fixtures/editions/1');
    expect(withHistory(handbook, history)).toBe(handbook);
  });

  test('is on its page, with the words that differ from the present ones', () => {
    expect(historyOn('633')).toEqual([
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
    [
      '634',
      'Changed in 2027.2 (Correction; How much dark it takes.; Approved by: legal, Editorial board), September 30, 2027',
    ],
    ['635', 'Withdrawn in 2026.2 (Replaced by 634A), June 30, 2026'],
    ['640', 'Moved in 2026.10 (Moved from “Using”), November 22, 2026'],
    ['642', 'Deprecated in 2027.1 (Replaced by 645), March 31, 2027'],
    ['644', 'Changed in 2027.1 (Correction; 641 → 644), March 31, 2027'],
    ['645', 'Added in 2027.1, March 31, 2027'],
  ])('of %s has the line “%s” on the page and in Markdown', (number, line) => {
    expect(historyOn(number)).toContain(line);
    expect(text(`entry/${number}.md`).replaceAll('\\', '')).toContain(`- ${line}\n`);
  });

  test('has a page with what the entry said in each edition', () => {
    const page = text('entry/634/history/index.html');
    expect(
      plain(/<main[\s\S]*<\/main>/.exec(page)?.[0].replaceAll(/<.(?:h2|section)>/g, '</p>') ?? ''),
    ).toEqual([
      'History',
      '634 Does rice ever go off?',
      'Added in 2026.1, January 31, 2026',
      'Does rice go off?',
      'White rice does not go off as long as it stays dry. See flour [633] for what does.',
      'Later changes',
      'Changed in 2026.10 (Brown rice as well.), November 22, 2026',
      'Does rice ever go off?',
      'White rice does not go off as long as it stays dry and dark. Brown rice does, within a year. See stale bread [640] for what to do about it.',
      'Later changes',
      'Changed in 2027.2 (Correction; How much dark it takes.; Approved by: legal, Editorial board), September 30, 2027',
      'Does rice ever go off?',
      'White rice does not go off as long as it stays dry, dark and cool. Brown rice does, within a year. See stale bread [640] for what to do about it.',
    ]);
    expect(page).toContain('<section id="2026.1"');
    expect(tree.files.has('entry/645/history/index.html')).toBe(false);
  });

  test('is an appendix of the EPUB for what later editions changed', () => {
    const book = unzipSync(tree.files.get('larder.epub') as Uint8Array);
    const lines = plain(strFromU8(book['OEBPS/history.xhtml'] as Uint8Array));
    expect(lines).toContain('Questions that are not listed here are as they were in edition 2026.1.');
    expect(lines).toContain(
      '633 Added in 2026.1, Changed in 2026.2 (A year was too careful.), Changed in 2027.1 (Rye and the freezer.)',
    );
  });

  test('is linked data: versions, each with the time for which it was the newest', () => {
    const { 'dcterms:hasVersion': versions } = JSON.parse(text('entry/633/history.jsonld'));
    const iri = 'https://larder.example/entry/633';
    expect(versions[1]).toEqual({
      '@type': 'Entity',
      '@id': `${iri}/history#2026.2`,
      bookEdition: '2026.2',
      issued: '2026-06-30T00:00:00Z',
      description: { en: 'A year was too careful.' },
      replaces: `${iri}/history#2026.1`,
      'dcterms:valid': '2026-06-30T00:00:00Z/2027-03-31T00:00:00Z',
      'schema:temporalCoverage': '2026-06-30T00:00:00Z/2027-03-31T00:00:00Z',
      'octavo:changeKind': 'changed',
      'octavo:significance': 'major',
    });
  });
});

describe('reading it back', () => {
  test('finds every format as the ledger has it', async () => {
    expect(await differences()).toEqual([]);
  });

  test.each([
    ['entry/633/index.html', 'A year was too careful.', 'A year was too short.'],
    ['entry/633/index.html', '[Deleted: </span>a year', '[Deleted: </span>six months'],
    ['entry/634/history/index.html', 'as long as it stays dry. See', 'as long as it stays wet. See'],
    ['entry/634.md', 'How much dark it takes.', 'How much light it takes.'],
    ['entry/634/index.html', 'Approved by: legal', 'Approved by: sales'],
    ['entry/634.md', 'Approved by: legal', 'Approved by: sales'],
    ['entry/634/history.jsonld', '"legal"', '"sales"'],
    ['entry/633/history.jsonld', '2027-03-31T00:00:00Z', '2028-03-31T00:00:00Z'],
  ])('finds that %s has another history: “%s” as “%s”', async (path, from, to) => {
    const page = text(path);
    expect(page).toContain(from);
    expect((await differences({ [path]: strToU8(page.replace(from, to)) })).join('\n')).toContain(
      path.split('/')[1]?.replace(/\D/g, '') ?? path,
    );
  });

  test.each([
    ['since/2026.1/index.html', '>634A</span>', '>634B</span>', 'what changed since 2026.1'],
    ['since/2026.2/index.html', 'Corrections (1)', 'Corrections (2)', 'what changed since 2026.2'],
    ['release/2026.2/index.html', 'June 30, 2026', 'June 29, 2026', 'the edition'],
    ['release/2027.1/index.html', 'Deprecated: ', 'Changed: ', 'what 2027.1 changed'],
    ['release/2026.1/index.html', 'SHA-256 ', 'SHA-256 0', 'the state'],
    ['releases/index.html', 'November 22, 2026', 'November 21, 2026', 'the editions'],
  ])('finds that %s says another thing of an edition: “%s” as “%s”', async (path, from, to, told) => {
    const page = text(path);
    expect(page).toContain(from);
    const found = await differences({ [path]: strToU8(page.replace(from, to)) });
    expect(found.join('\n')).toContain(`${path.startsWith('releases') ? 'editions' : path}: ${told}`);
  });

  test('finds editions and old states of which the ledger says something else', async () => {
    const list = editionList(tree.handbook, history, true);
    const maps = timeMaps(tree.handbook, list).map(
      ({ path, content }) => [path, content as Uint8Array] as const,
    );
    const script = editionsScript(tree.handbook, list, new Map());
    const kept: Readonly<Record<string, Uint8Array>> = { ...Object.fromEntries(maps), 'editions.js': script };
    expect(await differences(kept)).toEqual([]);
    const edited = (path: string, from: string, to: string) => ({
      ...kept,
      [path]: strToU8(strFromU8(kept[path] as Uint8Array).replace(from, to)),
    });
    const of = async (path: string, from: string, to: string) =>
      (await differences(edited(path, from, to))).join('\n');
    expect(await of('entry/644.link', 'entry/641/', 'entry/640/')).toContain('entry 644: its old states');
    expect(await of('editions.js', '"key":"641"', '"key":"640"')).toContain(
      'its numbers in earlier editions',
    );
    expect(await of('editions.js', '"version":"2026.10"', '"version":"2026.9"')).toContain('the editions');
    const [first, ...rest] = tree.handbook.editions ?? [];
    const handbook = {
      ...tree.handbook,
      editions: first ? [{ ...first, stateHash: '0'.repeat(64) }, ...rest] : [],
    };
    expect((await differences({}, handbook as Handbook)).join('\n')).toContain('editions: the editions');
  });

  test('shows that the publisher withdrew an edition, and why, on the pages of editions', async () => {
    const reason = 'A dose was <wrong>.';
    const book = await loadBook(FOLDER);
    const notices = [
      {
        kind: 'retraction',
        version: '2026.2',
        date: '2026-07-09',
        reason,
        files: 'keep',
        after: [],
        hash: '',
      },
    ] as unknown as History['notices'];
    const handbook = withHistory(book.handbook, { ...history, notices });
    const { files } = await compileBook('html', { ...book, handbook });
    for (const path of ['releases/index.html', 'release/2026.2/index.html', 'since/2026.2/index.html'])
      expect(strFromU8(files.get(path) ?? new Uint8Array()), path).toContain(
        'The publisher has withdrawn this edition: A dose was &lt;wrong>. (<time datetime="2026-07-09">July 9, 2026</time>)',
      );
  });

  test('finds a history that all formats tell alike, and the ledger does not', async () => {
    const handbook: Handbook = {
      ...tree.handbook,
      chapters: tree.handbook.chapters.map((chapter) => ({
        ...chapter,
        entries: chapter.entries.map((entry) =>
          numberKey(entry.number) === '640' && entry.history
            ? { ...entry, history: { events: entry.history.events.slice(0, 1) } }
            : entry,
        ),
      })),
    };
    expect((await differences({}, handbook)).join('\n')).toContain('the editions of its history');
  });
});

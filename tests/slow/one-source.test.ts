import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { copyOf, fixture, temporaryFolder } from '../cli/temporary-folder.ts';

const BOOK = fixture('one-source');
const EDITIONS = ['basic', 'pro', 'staff'];

const octavo = (...argv: readonly string[]) => runOctavo(argv, process.cwd());

let place = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'octavo-one-source-'));
  const { code, stderr } = await octavo('build', BOOK, '--all-editions', '--out', place);
  expect(stderr).toContain('Kiln Pro help: Pro 3.1: 15 entries in 4 chapters');
  expect(code).toBe(0);
}, 240_000);
afterAll(() => rm(place, { recursive: true, force: true }));

describe('the editions of a book', () => {
  test.each(EDITIONS)(
    '%s: every format says what the edition says, and nothing that it leaves out',
    async (name) => {
      const { code, stderr } = await octavo('verify', join(place, name), '--source', BOOK, '--edition', name);
      expect(stderr).toContain('read back from html, pdf, epub, jsonld, all as the handbook has them');
      expect(stderr).not.toContain('nothing-leaks');
      expect(code).toBe(0);
    },
  );

  test('leave the letters of clauses as they are, and no field, type or word of the index behind', async () => {
    const data = await readFile(join(place, 'basic', 'handbook.json'), 'utf8');
    const seven = await readFile(join(place, 'basic', 'entry', '7', 'index.html'), 'utf8');
    expect([...seven.matchAll(/class="label"[^>]*>([^<]+)/g)].map(([, label]) => label)).toEqual([
      '(a)',
      '(c)',
      '(e)',
      '(2)',
    ]);
    for (const secret of [
      'Walburga',
      'Keeper of the answer',
      'margin',
      'Runbook',
      'Years of cover',
      'Unless',
    ])
      expect(data).not.toContain(secret);
  });

  test('differ in what they say: one that says more than its own is found out, at the words in the source', async () => {
    const { code, stderr } = await octavo(
      'verify',
      join(place, 'staff'),
      '--source',
      BOOK,
      '--edition',
      'basic',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /start\/1-what\.md:\d+:1 {2}error {2}nothing-leaks .*only what the edition "basic" leaves out/,
    );
    expect(stderr).toMatch(/keys\/5-code\.md:\d+:1 {2}error {2}nothing-leaks/);
    // What a condition leaves out of a snippet is told where the snippet says it.
    expect(stderr).toMatch(/snippets\/parts\.md:\d+:1 {2}error {2}nothing-leaks/);
  });

  test('have the numbers of the whole book, and pages of their own', async () => {
    const pages = async (name: string) =>
      (await readdir(join(place, name, 'entry'))).filter((one) => /^\d+$/.test(one)).sort();
    const care = ['10', '11', '12', '13', '14', '15', '16', '17', '18'];
    const numbers = [
      ['1', '2', '3', '7', '8', ...care],
      ['1', '2', '3', '4', '7', '8', ...care],
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', ...care, '19', '20'],
    ];
    expect(await Promise.all(EDITIONS.map(pages))).toEqual(numbers.map((list) => list.sort()));
    const page = await readFile(join(place, 'basic', 'entry', '1', 'index.html'), 'utf8');
    expect(page).toContain('4 (in the pro edition)');
    expect(page).toContain('https://kiln.example/help/entry/1');
    expect(await readFile(join(place, 'pro', 'entry', '1', 'index.html'), 'utf8')).toContain(
      'https://kiln.example/help/pro/entry/1',
    );
    const manifest = await readFile(join(place, 'basic', 'manifest.json'), 'utf8');
    const data = await readFile(join(place, 'basic', 'release.jsonld'), 'utf8');
    for (const path of ['5-code', 'back/desk', '6-us', 'desk-only'])
      expect(manifest + data).not.toContain(path);
  });

  test('quote with the source: cite= in HTML and EPUB, a link with its page in the PDF, the words in Markdown', async () => {
    const read = (...path: string[]) => readFile(join(place, ...path), 'utf8');
    expect(await read('basic', 'entry', '16', 'index.html')).toContain(
      '<blockquote cite="../15/index.html#q15-b">',
    );
    expect(await read('basic', 'entry', '16.md')).toMatch(
      /> - \(b\) By the law of Ruritania,[\s\S]*?> \[.*\]\(15\.md#/,
    );
    const graph = await read('basic', 'entry', '16.jsonld');
    expect(graph).toContain('entry/15');
    // Of what another edition says, the number; of a secret, nothing.
    expect(await read('basic', 'entry', '13', 'index.html')).toContain('5 (in the internal edition)');
    expect(await read('basic', 'entry', '14', 'index.html')).not.toContain('<blockquote cite');
    expect(await read('staff', 'entry', '14', 'index.html')).toContain('<blockquote cite="../6/index.html">');
    // The entry that is quoted says who quotes it.
    expect(await read('basic', 'entry', '15', 'index.html')).toContain('16');
    // A stranger reads where the words are said to be from.
    const page = join(place, 'staff', 'entry', '14', 'index.html');
    const whole = await readFile(page, 'utf8');
    await writeFile(page, whole.replace('cite="../6/', 'cite="../5/'));
    const wrong = await octavo('verify', join(place, 'staff'), '--source', BOOK, '--edition', 'staff');
    await writeFile(page, whole);
    expect(wrong.stderr).toMatch(
      /entry\/14\/index\.html.*parity-boxes .*should be “quotation: .* is “quotation from #5/,
    );
  });

  test('are listed one by one; for its editors a book is exported whole, as it is written', async () => {
    const list = await octavo('list', BOOK, '--edition', 'pro', '--format', 'json');
    expect((JSON.parse(list.stdout) as { number: string }[]).map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '7',
      '8',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '18',
    ]);
    const markdown = (await octavo('export', BOOK)).stdout;
    expect(markdown).toContain('It costs {{number price digits=2}} euros:only[, of which');
  });

  test.each([
    [['build', BOOK, '--edition', 'basik'], 1, 'there is no edition "basik"; did you mean "basic"?'],
    [['build', BOOK, '--edition', 'pro', '--all-editions'], 2, 'Give one of the two.'],
    [['build', fixture('small'), '--all-editions'], 2, 'handbook.yaml has no editions'],
    [['release', '3.1', BOOK], 2, 'octavo release 3.1 --edition basic'],
    [['verify', 'x', '--edition', 'pro'], 2, ''],
  ])('%j is refused with what to write', async (argv, code, said) => {
    const result = await octavo(...argv);
    expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(said)]);
  });

  test('are released one by one, each with a ledger of its own', async () => {
    const book = await copyOf('one-source');
    const out = await temporaryFolder();
    const release = (version: string, edition: string) =>
      octavo('release', version, book, '--edition', edition, '--out', join(out, edition), '--allow-dirty');
    expect((await release('3.1', 'basic')).stderr).toContain(
      'commit the ledger: releases/basic/3.1.json'.slice(0, 17),
    );
    expect(await readdir(join(book, 'releases'))).toEqual(['basic']);
    const record = JSON.parse(await readFile(join(book, 'releases', 'basic', '3.1.json'), 'utf8')) as {
      entries: { number: string }[];
    };
    expect(record.entries.map(({ number }) => number).slice(0, 6)).toEqual(['1', '2', '3', '7', '8', '10']);
    expect(await readFile(join(book, 'releases', 'basic', '3.1.text.jsonl'), 'utf8')).not.toContain(
      'Door Makers',
    );
    const yaml = await readFile(join(book, 'handbook.yaml'), 'utf8');
    await writeFile(
      join(book, 'handbook.yaml'),
      yaml.replace('version: "3.1", date: 2026-11-01', 'version: "3.2", date: 2026-12-01'),
    );
    const two = await release('3.2', 'basic');
    expect([two.code, two.stderr]).toEqual([0, expect.stringContaining('released')]);
    expect((await release('3.2', 'pro')).code).toBe(0);
    expect((await readdir(join(book, 'releases', 'pro'))).sort()).toEqual(['3.2.json', '3.2.text.jsonl']);
    await rm(join(book, 'releases', 'basic', '3.1.json'));
    const { stderr, code } = await octavo('check', book, '--edition', 'basic');
    expect([code, stderr]).toEqual([1, expect.stringContaining('releases/basic/3.2.json')]);
  }, 240_000);
});

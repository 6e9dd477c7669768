import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

let built = '';

beforeAll(async () => {
  built = join(await mkdtemp(join(tmpdir(), 'octavo-verify-')), 'site');
  const { code, stderr } = await runOctavo(['build', fixture('small'), '--out', built], process.cwd());
  expect(stderr).toContain('2 entries');
  expect(code).toBe(0);
  return () => rm(join(built, '..'), { recursive: true, force: true });
}, 60_000);

/** A copy of the build with one file changed. */
async function spoilt(path: string, change: (text: string) => string | undefined): Promise<string> {
  const folder = join(await temporaryFolder(), 'site');
  await cp(built, folder, { recursive: true });
  const text = change(await readFile(join(folder, path), 'latin1'));
  if (text === undefined) await rm(join(folder, path));
  else await writeFile(join(folder, path), text, 'latin1');
  return folder;
}

const verify = (folder: string, ...more: readonly string[]) =>
  runOctavo(['verify', folder, ...more], process.cwd());

describe('octavo verify', () => {
  test('says that a build agrees with its handbook.json, and with its source', async () => {
    const one = await verify(built);
    expect(one.code).toBe(0);
    const parity = JSON.parse(one.stdout) as { notLookedAt: { format: string; what: string }[] };
    expect(parity.notLookedAt.length).toBeGreaterThan(8);
    expect(one.stderr).toBe(
      [
        'small 1.0: 2 entries read back from html, pdf, epub, jsonld, all as the handbook has them',
        'Not looked at:',
        ...parity.notLookedAt.map(({ format, what }) => `  ${format}: ${what}`),
        '',
      ].join('\n'),
    );
    expect(parity).toMatchObject({ schemaVersion: 1, id: 'small', agrees: true, differences: [] });
    const two = await verify(built, '--source', fixture('small'));
    expect([two.code, two.stdout]).toEqual([0, one.stdout]);
  });

  test('agrees with drafts under their watermark, tiny pictures, and marks in the captions of boxes', async () => {
    const home = await temporaryFolder();
    const book = join(home, 'book');
    await cp(fixture('small'), book, { recursive: true });
    const yaml = await readFile(join(book, 'handbook.yaml'), 'utf8');
    await writeFile(join(book, 'handbook.yaml'), `${yaml}\nnumbered: [figures, tables]\n`);
    const chapter = /- id: ([a-z-]+)|chapters: ?\[\{ id: ([a-z-]+)/.exec(yaml)?.slice(1).find(Boolean) ?? '';
    const gif = Buffer.from('R0lGODlhAQABAPAAAP8AAAAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
    await writeFile(join(book, chapter, 'dot.gif'), gif);
    await writeFile(
      join(book, chapter, '901-draft.md'),
      '---\nnumber: 901\nquestion: What is in a box?\nstatus: draft\n---\n\n' +
        '> [!NOTE]\n> Table: Fees {#fees}\n>\n> | a | b |\n> | - | - |\n> | 1 | 2 |\n\n' +
        '![A dot](dot.gif "See [x](y), <b> and *z* in `c`"){#dot}\n',
    );
    const out = join(home, 'site');
    const { code, stderr } = await runOctavo(['build', book, '--drafts', '--out', out], home);
    expect(code, stderr).toBe(0);
    expect(await readFile(join(out, 'entry/901.md'), 'utf8')).toContain('Table 901.1 Fees');
    const parity = await verify(out);
    expect([parity.code, JSON.parse(parity.stdout).differences]).toEqual([0, []]);
  });

  test('writes parity.json to --out, and nothing to stdout then', async () => {
    const out = join(await temporaryFolder(), 'deeper', 'parity.json');
    const { code, stdout } = await verify(built, '--out', out, '--to', 'html');
    expect([code, stdout]).toEqual([0, '']);
    const { formats } = JSON.parse(await readFile(out, 'utf8'));
    expect(formats.map((one: { format: string }) => one.format)).toEqual(['tree', 'html']);
  });

  test('reports every difference, in every reporter, with exit code 1', async () => {
    const folder = await spoilt('entry/1/index.html', (text) =>
      text.replace(/(<div class="answer"><p[^>]*>)\w+/, '$1Another'),
    );
    const { code, stderr } = await verify(folder, '--to', 'html');
    expect(code).toBe(1);
    expect(stderr).toMatch(/entry\/1\/index\.html:1:1 {2}error {2}parity-file/);
    expect(stderr).toMatch(
      /entry\/1\/index\.html:1:1 {2}error {2}parity-answer {2}html, entry 1: answer should be “/,
    );
    const json = await verify(folder, '--to', 'html', '--reporter', 'json');
    expect(json.stdout).toContain('"parity-answer"');
    const github = await verify(folder, '--to', 'html', '--reporter', 'github');
    expect(github.stdout).toMatch(/^::error file=.*entry\/1\/index\.html/m);
    const sarif = await verify(folder, '--to', 'html', '--reporter', 'sarif');
    expect(JSON.parse(sarif.stdout).runs[0].results.length).toBeGreaterThan(0);
  });

  test.each<[name: string, path: string, change: (text: string) => string | undefined, says: RegExp]>([
    [
      'a byte changed',
      'small.epub',
      (text) => `${text.slice(0, -1)}x`,
      /small\.epub is not what the manifest lists/,
    ],
    ['a file lost', 'entry/2.jsonld', () => undefined, /entry\/2\.jsonld is missing/],
    ['half an EPUB', 'small.epub', (text) => text.slice(0, 20_000), /the EPUB cannot be read/],
    ['half a PDF', 'small.pdf', (text) => text.slice(0, 20_000), /the PDF cannot be read/],
    ['a PDF that is none', 'small.pdf', () => 'no PDF', /the PDF cannot be read/],
    [
      'a snapshot that is no JSON',
      'small.jsonld',
      (text) => text.slice(0, 200),
      /small\.jsonld cannot be read/,
    ],
    [
      'a hash changed in SHA256SUMS',
      'SHA256SUMS',
      (text) => text.replace(/^[0-9a-f]{4}/, '0000'),
      /SHA256SUMS says otherwise/,
    ],
    [
      'another word in handbook.json',
      'handbook.json',
      (text) => text.replace('"question"', '"question" '),
      /handbook\.json is not what the manifest lists/,
    ],
  ])('finds %s', async (_name, path, change, says) => {
    const { code, stderr } = await verify(await spoilt(path, change));
    expect(code).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/\n {4}at |bug in Octavo/);
  });

  test('finds a file that is in no list', async () => {
    const folder = await spoilt('index.html', (text) => text);
    await writeFile(join(folder, 'extra.html'), '<title>extra</title>');
    const { code, stderr } = await verify(folder, '--to', 'html');
    expect(code).toBe(1);
    expect(stderr).toContain('extra.html is in no manifest');
  });

  test('finds that a build is not of the source it is compared with', async () => {
    const { code, stderr } = await verify(built, '--source', fixture('parity'), '--to', 'html');
    expect(code).toBe(1);
    expect(stderr).toContain('the entry is missing');
    expect(stderr).toContain('parity-metadata');
  });

  test.each<[name: string, folder: () => Promise<string>, code: number, says: RegExp]>([
    [
      'a folder that is not there',
      async () => '/nowhere/at/all',
      2,
      /there is no folder "\/nowhere\/at\/all"/,
    ],
    [
      'a folder that is no build',
      async () => temporaryFolder(),
      2,
      /is no build: there is no manifest\.json/,
    ],
    ['a handbook', async () => fixture('small'), 2, /"octavo build .*small" makes the folder/],
    ['a file', async () => fixture('small/handbook.yaml'), 2, /is a file/],
    [
      'a manifest that is no JSON',
      async () => spoilt('manifest.json', () => '{'),
      1,
      /manifest\.json is damaged: it is no JSON/,
    ],
    [
      'a manifest without files',
      async () => spoilt('manifest.json', () => '{"schemaVersion":1}'),
      1,
      /manifest\.json is damaged/,
    ],
    [
      'a build of a later version',
      async () => spoilt('manifest.json', (text) => text.replace('"schemaVersion": 1', '"schemaVersion": 7')),
      1,
      /has schemaVersion 7, and this Octavo reads version 1/,
    ],
    [
      'a build without handbook.json',
      async () => spoilt('handbook.json', () => undefined),
      1,
      /there is no handbook\.json .*to compare with/,
    ],
    [
      'a damaged handbook.json',
      async () => spoilt('handbook.json', () => '{"schemaVersion":1}'),
      1,
      /handbook\.json is damaged/,
    ],
  ])('refuses %s', async (_name, folder, code, says) => {
    const result = await verify(await folder());
    expect(result.stderr).toMatch(says);
    expect(result.code).toBe(code);
  });

  test('refuses formats that were not built', async () => {
    const folder = join(await temporaryFolder(), 'web');
    await runOctavo(['build', fixture('small'), '--to', 'html', '--out', folder], process.cwd());
    const { code, stderr } = await verify(folder, '--to', 'pdf');
    expect(code).toBe(2);
    expect(stderr).toContain('It was built with html.');
    expect((await verify(folder)).code).toBe(0);
  });
});

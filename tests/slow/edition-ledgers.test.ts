import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readJson } from '../cli/editions.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { temporaryFolder } from '../cli/temporary-folder.ts';

/** A book of one public entry and one internal entry, in two editions. */
async function twoEditions() {
  const place = await temporaryFolder();
  const book = join(place, 'book');
  const edit = (version: string, word: string) =>
    Promise.all([
      writeFile(
        join(book, 'handbook.yaml'),
        `schemaVersion: 1\nid: two\ntitle: Two\nlanguage: en\niri: https://example.org/two/\npublisher: { name: Us }\nedition: { version: "${version}", date: "2026-0${version.at(-1)}-01" }\nconditions: { audience: [public, internal] }\neditions: { public: { for: { audience: public } }, staff: { for: { audience: internal } } }\nformats: [jsonld]\nchapters: [{ id: all, title: All }]\n`,
      ),
      writeFile(
        join(book, 'all/1.md'),
        `---\nnumber: 1\nid: oven\nquestion: How hot is the oven?\n---\n\nIt is ${word} in there.\n`,
      ),
      writeFile(
        join(book, 'all/2.md'),
        '---\nnumber: 2\nid: keys\nquestion: Who has the keys?\nfor: { audience: internal }\n---\n\nAda has them all.\n',
      ),
    ]);
  await mkdir(join(book, 'all'), { recursive: true });
  const run = (...args: readonly string[]) => runOctavo(args, book);
  return { book, out: join(book, 'dist/two'), edit, run };
}

test('diff, show, retract and recover know the ledger of each edition', async () => {
  const { book, out, edit, run } = await twoEditions();
  for (const [version, word] of [
    ['1.1', 'warm'],
    ['1.2', 'blazing'],
  ] as const) {
    await edit(version, word);
    for (const edition of ['public', 'staff'])
      expect(await run('release', version, '--edition', edition, '--allow-dirty', '--quiet')).toEqual({
        stdout: '',
        stderr: '',
        code: 0,
      });
  }
  const changes = await run('diff', '1.1', '1.2', '--edition', 'public');
  expect(changes).toMatchObject({ code: 0, stdout: expect.stringContaining('blazing') });
  expect(await run('show', '2', '--as-of', '2026-01-02', '--edition', 'staff')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Ada has them all.'),
  });
  for (const [words, remedy] of [
    [['diff', '1.1', '1.2'], 'octavo diff 1.1 … --edition public'],
    [['retract', '1.2', '--reason', 'Wrong.'], 'octavo retract 1.2 --edition public'],
    [['ledger', 'merge'], 'octavo ledger merge --edition public'],
    [['ledger', 'recover', 'dist/two'], 'octavo ledger recover --edition public'],
    [['show', '1', '--as-of', '2026-01-02'], 'octavo show 1 --as-of 2026-01-02 --edition public'],
  ] as const) {
    const asked = await run(...words);
    expect(asked).toMatchObject({ code: 2 });
    expect(asked.stderr).toContain('each has a ledger of its own');
    expect(asked.stderr).toContain(`Say which: ${remedy}. There are public, staff.`);
  }
  const retracted = await run('retract', '1.2', '--edition', 'public', '--reason', 'Wrong.');
  expect(retracted).toMatchObject({ code: 0, stderr: expect.stringContaining('latest leads to 1.1') });
  expect(await readdir(join(book, 'releases/public/notices'))).toHaveLength(1);
  expect((await readdir(join(book, 'releases/staff'))).includes('notices')).toBe(false);
  expect(await readJson(out, 'public/notices.json')).toMatchObject([{ kind: 'retraction', version: '1.2' }]);
  // Also where a retracted release is what others are compared with.
  for (const words of [
    ['diff', '1.2', '1.1'],
    ['build', '--redline', '1.2'],
  ])
    expect((await run(...words, '--edition', 'public')).stderr).toMatch(
      /^1\.2 was retracted on .*: Wrong\.$/m,
    );
  expect(await run('ledger', 'merge', '--edition', 'public')).toMatchObject({ code: 0 });
  expect(await run('ledger', 'merge', '--edition', 'pubic')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('did you mean "public"?'),
  });
  const files = async () =>
    Promise.all(
      (await readdir(join(book, 'releases/public'), { recursive: true, withFileTypes: true }))
        .filter((item) => item.isFile())
        .map(async ({ parentPath, name }) => [name, await readFile(join(parentPath, name), 'utf8')]),
    );
  const before = await files();
  await rm(join(book, 'releases/public'), { recursive: true });
  expect(await run('ledger', 'recover', 'dist/two/public', '--edition', 'public')).toMatchObject({ code: 0 });
  expect(await files()).toEqual(before);
  expect(await run('ledger', 'recover', 'dist/two/staff', '--edition', 'public')).not.toMatchObject({
    code: 0,
  });
}, 300_000);

/** The files below a folder that say some words, in any of their bytes or in their names. */
async function saying(words: readonly string[], folder: string): Promise<readonly string[]> {
  const letters = (text: string) => text.replace(/[^a-z]/gi, '').toLowerCase();
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = items.filter((item) => item.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      const inner = path.endsWith('.zip') ? Object.entries(unzipSync(bytes)).flat() : [];
      return [path, ...[bytes, ...inner].map((one) => (typeof one === 'string' ? one : strFromU8(one)))];
    }),
  );
  return texts
    .filter((all) => words.some((word) => all.some((text) => letters(text).includes(letters(word)))))
    .map(([path = '']) => path);
}

test('what is redacted is gone from every edition: trees, feeds, ledgers, zips, notices, reports of runs', async () => {
  const { book, out, edit, run } = await twoEditions();
  await edit('1.1', 'warm, like Zanzibar');
  for (const edition of ['public', 'staff'])
    expect(await run('release', '1.1', '--edition', edition, '--allow-dirty', '--quiet')).toMatchObject({
      code: 0,
    });
  const reason = 'It speaks of Zanzibar.';
  expect(await run('retract', '1.1', '--edition', 'staff', '--reason', reason)).toMatchObject({ code: 0 });
  expect(await run('build', '--all-editions', '--quiet')).toMatchObject({ code: 0 });
  expect(await run('build', '--quiet')).toMatchObject({ code: 0 });
  await writeFile(join(out, 'public/odd.run.json'), '{ "said": "Zanzibar" }');
  const gone = ['Zanzibar', 'Ada has them all', 'Who has the keys'];
  expect((await saying(gone, book)).length).toBeGreaterThan(8);
  const args = ['redact', '2', '--words', 'Zanzibar', '--reason', 'By order.', '--date', '2026-12-01'];
  expect(await run(...args)).toMatchObject({ code: 0 });
  expect(await saying(gone, book)).toEqual([]);
  expect(await readJson(out, 'staff/notices.json')).toMatchObject([{ reason: 'It speaks of █████.' }]);
  // The public edition does not learn of an entry that it never had.
  const [told, all] = await Promise.all(
    ['public', 'staff'].map(
      async (edition) => (await readJson(book, `releases/${edition}/1.1.json`)).redacted,
    ),
  );
  expect([told[0].what, all[0].what]).toEqual([['words'], ['2', 'words']]);
  expect(await run('check')).toMatchObject({ code: 0 });
  for (const edition of ['public', 'staff'])
    expect(await run('check', '--edition', edition)).toMatchObject({ code: 0 });
  expect(await run('build', '--edition', 'public', '--quiet')).toMatchObject({ code: 0 });
  expect(await run(...args)).toMatchObject({ code: 0, stderr: expect.stringContaining('redacted already') });
}, 300_000);

test('what is redacted is gone also where "release --edition --out" put an edition', async () => {
  const { book, edit, run } = await twoEditions();
  const away = join(book, '../away');
  const done = async (...args: readonly string[]) => expect(await run(...args)).toMatchObject({ code: 0 });
  for (const [version, word] of [
    ['1.1', 'warm, like Zanzibar'],
    ['1.2', 'warm'],
  ] as const) {
    await edit(version, word);
    await done('release', version, '--edition', 'public', '--out', away, '--allow-dirty', '--quiet');
    const staff = join(away, 'staff');
    await done('release', version, '--edition', 'staff', '--out', staff, '--allow-dirty', '--quiet');
  }
  const reason = 'It speaks of Zanzibar.';
  await done('retract', '1.1', '--edition', 'public', '--out', away, '--reason', reason);
  const gone = ['Zanzibar'];
  expect((await saying(gone, away)).length).toBeGreaterThan(4);
  await done('redact', '--words', 'Zanzibar', '--reason', 'By order.', '--date', '2026-12-01', '--out', away);
  expect([...(await saying(gone, book)), ...(await saying(gone, away))]).toEqual([]);
  // Each notice stands where the release was, and is of the edition that was there.
  expect((await readdir(away)).filter((name) => !name.startsWith('.')).sort()).toEqual(
    expect.arrayContaining(['1.1', '1.2', 'latest', 'notices.json', 'staff']),
  );
  expect(await readdir(away)).not.toContain('public');
  for (const [edition, folder] of [
    ['public', away],
    ['staff', join(away, 'staff')],
  ] as const) {
    const record = await readJson(book, `releases/${edition}/1.1.json`);
    const manifest = await readJson(folder, '1.1/manifest.json');
    expect(manifest).toMatchObject({ iri: record.iri, retracted: { reason: 'By order.' } });
    expect(await readFile(join(folder, '1.1/index.html'), 'utf8')).toContain(record.redacted[0].hash);
    expect((await readJson(folder, '1.2/manifest.json')).edition.version).toBe('1.2');
  }
  expect(await readJson(away, 'notices.json')).toMatchObject([{ reason: 'It speaks of █████.' }]);
}, 300_000);

/** Everything that the files below a folder say, by path, with archives and PDF streams opened. */
async function textsBelow(folder: string): Promise<ReadonlyMap<string, string>> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = new Map<string, string>();
  for (const { parentPath, name } of items.filter((item) => item.isFile())) {
    const path = join(parentPath, name).slice(folder.length + 1);
    const bytes = await readFile(join(folder, path));
    texts.set(path, bytes.toString('utf8'));
    if (/\.(?:zip|epub)$/.test(path))
      for (const [inner, data] of Object.entries(unzipSync(bytes)))
        texts.set(`${path}!${inner}`, strFromU8(data));
  }
  return texts;
}

test('what becomes internal or secret between two releases keeps its number, and none of its words are told again', async () => {
  const place = await temporaryFolder();
  const book = join(place, 'book');
  const run = (...args: readonly string[]) => runOctavo(args, book);
  const write = async (version: string, internal: string, secret: string, open: string, close: string) => {
    await mkdir(join(book, 'all'), { recursive: true });
    const files: Readonly<Record<string, string>> = {
      'handbook.yaml':
        `schemaVersion: 1\nid: two\ntitle: Two\nlanguage: en\niri: https://example.org/two/\npublisher: { name: Us }\nedition: { version: "${version}", date: "2026-0${version.at(-1)}-01" }\nconditions: { audience: [public, internal], region: { values: [eu, us], secret: true } }\neditions: { public: { for: { audience: public, region: eu } }, staff: { for: { audience: internal } } }\nchapters: [{ id: all, title: All }]\nglossary: false\n`.replace(
          'glossary: false\n',
          '',
        ),
      'all/1-oven.md': `---\nnumber: 1\nid: oven\nquestion: How hot is the oven?\n---\n\nIt is hot in ${version}, says [the keeper](#2).\n\n${open}The Zanzibar tariff applies to every friend of ours.${close}\n`,
      'all/2-keeper.md': `---\nnumber: 2\nid: cupboard-of-ada\naliases: [ada-keeps]\nquestion: Who keeps the cupboard keys?\n${internal}---\n\nAda Quimby keeps them in her drawer.\n`,
      'all/3-reno.md': `---\nnumber: 3\nid: reno-address\nquestion: Where in Reno are we?\n${secret}---\n\nBehind the casino on Virginia Street.\n`,
      'all/4-open.md': `---\nnumber: 4\nid: hours\nquestion: When do you open?\n---\n\nAt nine in ${version}.\n`,
    };
    for (const [path, text] of Object.entries(files)) await writeFile(join(book, path), text);
  };
  const released = async (version: string) => {
    for (const edition of ['public', 'staff'])
      expect(await run('release', version, '--edition', edition, '--allow-dirty', '--quiet')).toEqual({
        stdout: '',
        stderr: '',
        code: 0,
      });
  };
  const words =
    /Quimby|cupboard|ada-keeps|2-keeper|keeps them|Reno\b|reno-address|3-reno|casino|Virginia|Zanzibar|friend of ours/i;
  await write('1.1', '', '', '', '');
  await released('1.1');
  const now = ['for: { audience: internal }\n', 'for: { region: us }\n'] as const;
  await write('1.2', ...now, ':only[', ']{audience=internal}');
  expect(await run('check', '--edition', 'public')).toMatchObject({ code: 0 });
  await released('1.2');
  const out = join(book, 'dist/two/public');
  const telling = async (folder: string) =>
    [...(await textsBelow(join(out, folder)))]
      .filter(([path, text]) => !path.includes('feed/1.1/') && words.test(path + text))
      .map(([path]) => path);
  expect(await telling('1.2')).toEqual([]);
  const page = await readFile(join(out, '1.2/entry/2/index.html'), 'utf8');
  expect(page).toContain('In the staff edition');
  expect((await readdir(join(out, '1.2/entry'))).filter((name) => /^\d+$/.test(name))).toEqual([
    '1',
    '2',
    '4',
  ]);
  const history = await readFile(join(out, '1.2/changes/index.html'), 'utf8');
  expect(history).toContain('In the staff edition');
  expect(history).not.toMatch(/entry\/3\b/);
  const record = await readFile(join(book, 'releases/public/1.2.json'), 'utf8');
  expect(record).not.toMatch(words);
  // The edition that has it goes on with it.
  expect(await readFile(join(book, 'dist/two/staff/1.2/entry/2/index.html'), 'utf8')).toContain('Quimby');
  expect(await run('verify', 'dist/two/public/1.2', '--source', '.', '--edition', 'public')).toMatchObject({
    code: 0,
  });
  // A redline and the list since 1.1, too, and what comes after.
  expect(await run('build', '--edition', 'public', '--redline', '1.1', '--quiet')).toMatchObject({ code: 0 });
  expect(await telling('redline-1.1')).toEqual([]);
  const diff = await run('diff', '1.1', '1.2', '--edition', 'public');
  expect(diff.stdout).not.toMatch(/Quimby|Reno/);
  await write('1.3', ...now, ':only[', ']{audience=internal}');
  await released('1.3');
  expect(await telling('1.3')).toEqual([]);
  // What is for everybody again is there again.
  await write('1.4', '', now[1], '', '');
  await released('1.4');
  expect(await readFile(join(out, '1.4/entry/2/index.html'), 'utf8')).toContain('Quimby');
}, 600_000);

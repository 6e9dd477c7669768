import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { larder, readJson, released, revise } from '../cli/editions.ts';
import { runOctavo } from '../cli/run-octavo.ts';

const PUBLISH = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));

/** What the first editions say of 634, and nothing else does. */
const WORDS = [
  'Does rice ever go off',
  'Does rice go off',
  'as long as it stays dry and dark',
  'Brown rice does',
];

const letters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** All that a file says: its bytes, and those of streams and archives in it. */
function contents(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString('latin1');
  const utf8 = strFromU8(bytes);
  if (text.startsWith('PK\u0003\u0004'))
    return Object.entries(unzipSync(bytes)).flatMap(([name, one]) => [name, ...contents(one)]);
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, stream = '']) => {
    try {
      return [inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
  return [utf8, utf8.replace(/<[^>]*>/g, ''), ...streams];
}

/** The files below some folders that say one of the words, in any of their bytes or in their names. */
async function saying(words: readonly string[], ...folders: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of folders)
    for (const item of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!item.isFile()) continue;
      const path = join(item.parentPath, item.name);
      const said = [path.slice(folder.length), ...contents(await readFile(path))].map(letters);
      if (words.some((one) => said.some((text) => text.includes(letters(one)))))
        found.push(path.slice(folder.length + 1));
    }
  return found;
}

const redact = (book: string, out: string, ...args: readonly string[]) =>
  runOctavo(['redact', ...args, '--out', out, '--no-color'], book);

const REASON = ['--reason', 'Removed by order of a court.', '--date', '2026-12-01'];

async function publish(release: string, root: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [PUBLISH, release, root]);
  return stdout;
}

/** Three editions, released, published and built, with a cache. */
async function threeEditions() {
  const { book, out } = await larder();
  const web = `${out}-web`;
  for (const [version, edition] of [
    ['2026.1', 1],
    ['2026.2', 2],
    ['2026.10', 3],
  ] as const) {
    if (edition > 1) await revise(book, edition);
    await released(book, out, version, '--allow-dirty', '--quiet');
    await publish(join(out, version), web);
  }
  await runOctavo(['build', book, '--out', join(out, 'preview'), '--quiet'], book);
  return { book, out, web };
}

test('an entry disappears from sources, ledger, cache and every edition, and the chain is whole', async () => {
  const { book, out, web } = await threeEditions();
  expect((await saying(WORDS, book, out)).length).toBeGreaterThan(20);
  const before = await readJson(book, 'releases/2026.10.json');

  const dry = await redact(book, out, '634', ...REASON, '--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: expect.not.stringContaining('bug') });
  expect(dry.stderr).toContain('3 releases would be sealed again');
  expect(await readJson(book, 'releases/2026.10.json')).toEqual(before);

  const done = await redact(book, out, '634', ...REASON, '--previous', web);
  expect(done).toMatchObject({ code: 0, stderr: expect.not.stringContaining('bug') });
  expect(await saying(WORDS, book, out)).toEqual([]);

  // The ledger says what was taken out, when, why and under which hashes.
  const record = await readJson(book, 'releases/2026.10.json');
  expect(record.redacted).toMatchObject([
    {
      date: '2026-12-01',
      reason: 'Removed by order of a court.',
      what: ['634'],
      hash: before.hash,
      sums: before.seal.sums,
    },
  ]);
  expect(record.previous.hash).toBe((await readJson(book, 'releases/2026.2.json')).hash);
  const page = await readFile(join(out, '2026.1/feed/2026.1/0001.jsonld'), 'utf8');
  expect(page).toContain('"@type":"Delete","@id":"https://larder.example/entry/634/v/1"');
  expect(page).toContain('Removed by order of a court.');
  expect(await readFile(join(out, '2026.1/index.html'), 'utf8')).toContain('Removed by order of a court.');

  // Commands and the next release accept it; the number stays taken, and its page says why.
  expect(await runOctavo(['check', book, '--no-color'], book)).toMatchObject({
    code: 0,
    stderr: expect.not.stringContaining('bug'),
  });
  const yaml = await readFile(join(book, 'handbook.yaml'), 'utf8');
  await writeFile(
    join(book, 'handbook.yaml'),
    yaml.replace(/edition: .*/, 'edition: { version: "2027.1", date: 2027-03-31 }'),
  );
  await released(book, out, '2027.1', '--allow-dirty', '--quiet', '--previous', web);
  expect(await readFile(join(out, '2027.1/entry/634/index.html'), 'utf8')).toContain(
    'Removed by order of a court.',
  );
  expect((await runOctavo(['verify', join(out, '2027.1'), '--no-color'], book)).code).toBe(0);
  expect((await runOctavo(['show', '634', book, '--as-of', '2026-03-01'], book)).stdout).toContain(
    'Removed by order',
  );
  const taken = await runOctavo(['new', '634', 'Another?', book], book);
  expect(taken.code).not.toBe(0);

  // What is published takes the new history, and the old words go; what it does not know stays.
  await writeFile(join(web, 'CNAME'), 'larder.example');
  await publish(join(out, '2027.1'), web);
  expect(await saying(WORDS, book, out, web)).toEqual([]);
  expect(await readFile(join(web, 'CNAME'), 'utf8')).toBe('larder.example');
  // What was redacted is not kept any more, and its notice can stand at its address.
  expect(await readFile(join(web, 'editions.js'), 'utf8')).toContain('"kept":false');
  expect(await publish(join(out, '2026.1'), web)).toContain('2026.1 is retracted');
  expect(await readFile(join(web, 'edition/2026.1/index.html'), 'utf8')).toContain(
    'Removed by order of a court.',
  );
  expect(await readJson(web, 'manifest.json')).toMatchObject({ edition: { version: '2027.1' } });
  expect(await saying(WORDS, web)).toEqual([]);
}, 400_000);

test('publishing refuses a changed sealed page of which the ledger says no redaction', async () => {
  const { book, out, web } = await threeEditions();
  await redact(book, out, '634', ...REASON);
  const yaml = await readFile(join(book, 'handbook.yaml'), 'utf8');
  await writeFile(
    join(book, 'handbook.yaml'),
    yaml.replace(/edition: .*/, 'edition: { version: "2027.1", date: 2027-03-31 }'),
  );
  await released(book, out, '2027.1', '--allow-dirty', '--quiet');
  const place = join(out, '2027.1/manifest.json');
  const manifest = await readJson(place);
  for (const page of manifest.sealed) delete page.was;
  const sums = join(out, '2027.1/SHA256SUMS');
  const [old, now] = [await readFile(place), Buffer.from(JSON.stringify(manifest))];
  await writeFile(place, now);
  const list = await readFile(sums, 'utf8');
  await writeFile(sums, list.replace(hash('sha256', old), hash('sha256', now)));
  await expect(publish(join(out, '2027.1'), web)).rejects.toThrow('is published with other content');
}, 400_000);

test('words disappear wherever they stand, and other words of the entries stay', async () => {
  const { book, out } = await threeEditions();
  const done = await redact(book, out, '--words', 'brown  rice', ...REASON);
  expect(done).toMatchObject({ code: 0, stderr: expect.not.stringContaining('bug') });
  expect(await saying(['Brown rice'], book, out)).toEqual([]);
  const shown = await runOctavo(['show', '634', book], book);
  expect(shown.stdout).toContain('█████ does, within a year.');
  expect(await runOctavo(['check', book, '--no-color'], book)).toMatchObject({
    code: 0,
    stderr: expect.not.stringContaining('bug'),
  });
  const words = await readFile(join(book, 'releases/2026.10.text.jsonl'), 'utf8');
  expect(words).toContain('█████ does, within a year.');
}, 400_000);

test.each([
  [['634'], 2, 'why? Give --reason'],
  [[...REASON], 2, 'what is to disappear?'],
  [['6340', ...REASON], 2, 'there is no entry "6340"; did you mean 634?'],
  [['--words', 'a', ...REASON], 2, '--words cannot be "a"'],
  [['634', ...REASON.slice(0, 3), 'never'], 2, '--date cannot be "never"'],
])('octavo redact %j ends with %i', async (args, code, said) => {
  const { book, out } = await larder();
  const result = await redact(book, out, ...args);
  expect(result.code).toBe(code);
  expect(result.stderr).toContain(said);
});

test('nothing is written where another file says the same, or a feed page is not at hand', async () => {
  const { book, out } = await larder();
  await released(book, out, '2026.1', '--allow-dirty', '--quiet');
  await writeFile(join(book, 'notes.txt'), 'Remember: "Does rice, in fact, go off?" no. does RICE go-off');
  const ledger = await readFile(join(book, 'releases/2026.1.json'), 'utf8');
  const other = await redact(book, out, '634', ...REASON);
  expect(other.code).toBe(4);
  expect(other.stderr).toContain('notes.txt\noctavo: 1 file would still hold the words');
  await rm(join(book, 'notes.txt'));
  await cp(out, `${out}-aside`, { recursive: true, verbatimSymlinks: true });
  await rm(out, { recursive: true });
  const absent = await redact(book, out, '634', ...REASON);
  expect(absent.code).toBe(4);
  expect(absent.stderr).toContain('feed/2026.1/0001.jsonld');
  expect(await readFile(join(book, 'releases/2026.1.json'), 'utf8')).toBe(ledger);
  expect(
    await redact(book, out, '634', ...REASON, '--previous', join(`${out}-aside`, '2026.1')),
  ).toMatchObject({ code: 0, stderr: expect.not.stringContaining('bug') });
}, 200_000);

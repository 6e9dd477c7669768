import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJson, release, released } from '../cli/editions.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

/** A book from 0 in its first edition, released. */
async function released0(): Promise<{ readonly book: string; readonly out: string; readonly place: string }> {
  const place = await temporaryFolder();
  const book = join(place, 'book');
  const out = join(place, 'out');
  await cp(fixture('numbers/from-zero/first'), book, { recursive: true });
  await released(book, out, '1.0', '--allow-dirty', '--quiet');
  return { book, out, place };
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

/** Sections from 0. */
const LEGAL = '  forms:\n    - ["§ ", { decimal: { from: 0 } }]\n';

const next = (book: string) =>
  edit(join(book, 'handbook.yaml'), /version: "1.0"\n {2}date: .*/, 'version: "1.1"\n  date: "2026-05-01"');

test('another grammar or spelling is refused by release until octavo renumber has mapped it', async () => {
  const { book, out, place } = await released0();
  await next(book);
  await edit(join(book, 'handbook.yaml'), / {2}forms:\n.*\n/, LEGAL);
  for (const name of (await readdir(book, { recursive: true })).filter((one) => one.endsWith('.md')))
    if (/^(?:start|use)/.test(name)) await edit(join(book, name), /^number: /m, 'number: § ');
  const refused = await release(book, out, '1.1', '--allow-dirty');
  expect(refused.code, refused.stderr).toBe(4);
  expect(refused.stderr).toContain('number-kept');
  expect(refused.stderr).toContain('octavo renumber');
  await cp(fixture('numbers/from-zero/first'), book, { recursive: true });
  await next(book);

  const mapping = join(place, 'mapping.yaml');
  await writeFile(mapping, `numbers:\n${LEGAL}`);
  const dry = await runOctavo(['renumber', mapping, book], place);
  expect(dry.code, dry.stderr).toBe(0);
  expect(dry.stdout).toContain('10  § 10  same address');
  expect(dry.stderr).toBe('8 numbers and handbook.yaml would change; "--write" does it\n');
  expect(await readFile(join(book, 'use/10-worms.md'), 'utf8')).toContain('number: 10\n');

  const done = await runOctavo(['renumber', mapping, book, '--write'], place);
  expect(done.code, done.stderr).toBe(0);
  expect(await readFile(join(book, 'use/10-worms.md'), 'utf8')).toContain('number: § 10\naliases: ["10"]\n');
  expect(await readFile(join(book, 'handbook.yaml'), 'utf8')).toMatch(
    /numbers:\n {2}forms:\n[\s\S]* {2}former:\n {4}- forms:\n[\s\S]*\nchapters:/,
  );
  expect((await runOctavo(['renumber', mapping, book, '--write'], place)).stderr).toBe(
    'nothing is to be done\n',
  );
  await released(book, out, '1.1', '--allow-dirty', '--quiet');
  const { entries, numbers } = await readJson(book, 'releases/1.1.json');
  expect(numbers[0][0]).toEqual({ kind: 'text', text: '§ ' });
  expect(entries.map(({ number }: { number: string }) => number)).toEqual(
    ['0', '1', '2', '3', '4', '7', '8', '10'].map((one) => `§ ${one}`),
  );
}, 240_000);

test('numbers at other addresses lead on from the old ones, in every format, and stay taken for ever', async () => {
  const { book, out, place } = await released0();
  await next(book);
  const mapping = join(place, 'mapping.yaml');
  await writeFile(mapping, 'numbers:\n  forms:\n    - [C-, { decimal: { from: 0 } }]\n');
  const open = await runOctavo(['renumber', mapping, book], place);
  expect(open.code).toBe(1);
  expect(open.stderr).toContain('the new grammar has no number for 0, 1, 2, 3, 4, 7, 8, 10');
  const lines = ['0', '1', '2', '3', '4', '7', '8', '10'].map((one) => `  "${one}": C-${one}\n`);
  await writeFile(mapping, `${await readFile(mapping, 'utf8')}entries:\n${lines.join('')}`);
  expect((await runOctavo(['renumber', mapping, book, '--write'], place)).code).toBe(0);
  expect((await readdir(join(book, 'use'))).sort()).toContain('C-10-worms.md');
  const built = await released(book, out, '1.1', '--allow-dirty');
  expect(built.stderr).toContain('8 entries');
  const folder = join(out, '1.1');
  expect(await readFile(join(folder, 'entry/10/index.html'), 'utf8')).toContain('url=../C-10/index.html');
  // Anchors of parts lead on too.
  const turned = await readFile(join(folder, 'entry/C-3/index.html'), 'utf8');
  for (const id of ['q3', 'q3-2', 'qC--3-2']) expect(turned).toContain(`id="${id}"`);
  expect(await readJson(folder, 'entry/10.jsonld')).toMatchObject({
    isReplacedBy: 'https://numbers.example/compost-faq/entry/C-10',
  });
  const { entries } = await readJson(book, 'releases/1.1.json');
  const kept = entries.find(({ number }: { number: string }) => number === 'C-10');
  expect(kept.anchors).toEqual(['qC--10', 'worms', '10', 'q10']);
  // The old number is never used again.
  await edit(join(book, 'use/C-10-worms.md'), 'aliases: ["10"]\n', '');
  const lost = await runOctavo(['check', book], place);
  expect(lost.stderr).toContain('number-kept');
}, 240_000);

test('a mapping that gives one address to two entries, or names what is not there, changes nothing', async () => {
  const { book, place } = await released0();
  const mapping = join(place, 'mapping.yaml');
  const before = await readFile(join(book, 'use/10-worms.md'), 'utf8');
  for (const [text, code, said] of [
    ['entries:\n  "10": 7\n', 1, 'number-unique'],
    ['entries:\n  "10": 11\n  "7": 10\n', 1, 'alias-free'],
    ['entries:\n  "99": 100\n', 2, 'no entry has that number'],
    ['entries:\n  "10": X\n', 1, 'number-fits'],
    ['numbers:\n  forms:\n    - [decimal, decimal]\n', 1, 'has no number for 0'],
    ['numbers:\n  preset: legals\n', 1, 'preset'],
    ['number: {}\n', 2, 'has a key "number"'],
    ['- a\n', 2, 'is no mapping'],
    ['', 2, 'asks for nothing'],
  ] as const) {
    await writeFile(mapping, text);
    const result = await runOctavo(['renumber', mapping, book, '--write'], place);
    expect({ text, code: result.code, said: result.stderr }).toEqual({
      text,
      code,
      said: expect.stringContaining(said),
    });
    expect(await readFile(join(book, 'use/10-worms.md'), 'utf8')).toBe(before);
  }
}, 240_000);

test('links by file lead to the new names of the files, in entries that keep their numbers too', async () => {
  const place = await temporaryFolder();
  await runOctavo(['init', 'my-handbook'], place);
  const book = join(place, 'my-handbook');
  await edit(
    join(book, 'front/preface.md'),
    /$/,
    '\n[out](../writing/5-what-if-an-answer-is-no-longer-true.md)\n',
  );
  await writeFile(join(place, 'mapping.yaml'), 'entries:\n  "5": 4A\n');
  const done = await runOctavo(['renumber', 'mapping.yaml', book, '--write'], place);
  expect(done.code, done.stderr).toBe(0);
  for (const name of ['front/preface.md', 'first-steps/2-how-do-i-add-an-entry.md'])
    expect(await readFile(join(book, name), 'utf8')).toContain(
      '(../writing/4A-what-if-an-answer-is-no-longer-true.md)',
    );
});

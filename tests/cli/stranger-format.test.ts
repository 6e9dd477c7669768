import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { temporaryFolder } from './temporary-folder.ts';

const FIXTURE = join(process.cwd(), 'tests/fixtures/stranger-format');

async function copied(): Promise<{ readonly book: string; readonly out: string }> {
  const folder = await temporaryFolder();
  const book = join(folder, 'book');
  await cp(FIXTURE, book, { recursive: true });
  return { book, out: join(folder, 'out') };
}

const octavo = (...argv: readonly string[]) => runOctavo(argv, process.cwd());

test('a format of one file is built, listed, offered and read back', async () => {
  const { book, out } = await copied();
  const module = await readFile(join(book, 'formats/gemini.mjs'), 'utf8');
  expect(module.split('\n').length).toBeLessThan(150);
  const built = await octavo('build', book, '--out', out, '--allow-code');
  expect(built.stderr).toContain('gemini');
  expect(built.code).toBe(0);
  expect(await readFile(join(out, 'stranger.gmi'), 'utf8')).toContain('For readers of the small web.');
  expect(await readFile(join(out, 'SHA256SUMS'), 'utf8')).toContain('stranger.gmi');
  expect(await readFile(join(out, 'downloads/index.html'), 'utf8')).toContain('Gemini');
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  expect(manifest.formats).toEqual(['html', 'jsonld', 'gemini']);
  const verify = () =>
    octavo('verify', out, '--source', book, '--allow-code', '--out', join(out, '../p.json'));
  expect(await verify()).toMatchObject({ code: 0 });
  const unread = await octavo('verify', out, '--out', join(out, '../p.json'));
  expect(unread.code).toBe(0);
  expect(unread.stderr).toMatch(/parity-unread {2}gemini was not read back: no reader of it was at hand/);
  expect(unread.stderr).toContain('--allow-code');
  expect(unread.stderr).toContain('read back from html, jsonld,');
  expect(unread.stderr).toContain('gemini: everything it says: no reader of it was at hand');
  const parity = JSON.parse(await readFile(join(out, '../p.json'), 'utf8')) as {
    readonly notLookedAt: readonly unknown[];
  };
  const what = 'everything it says: no reader of it was at hand';
  expect(parity.notLookedAt).toContainEqual({ format: 'gemini', what });
  const machine = await octavo('verify', out, '--reporter', 'json', '--out', join(out, '../p.json'));
  expect(machine.code).toBe(0);
  expect(machine.stdout + machine.stderr).toContain('parity-unread');
  await writeFile(
    join(out, 'stranger.gmi'),
    (await readFile(join(out, 'stranger.gmi'), 'utf8'))
      .replace('other one says', 'others say')
      .replace('#1', '#2'),
  );
  const { code, stderr } = await verify();
  expect(code).toBe(1);
  expect(stderr).toMatch(/parity-answer {2}gemini, entry 1/);
  expect(stderr).toMatch(/parity-links {2}gemini, entry 2/);
});

test('a release holds it to parity', async () => {
  const { book, out } = await copied();
  const release = () => octavo('release', '1.0', book, '--out', out, '--allow-dirty', '--allow-code');
  const module = join(book, 'formats/gemini.mjs');
  const good = await readFile(module, 'utf8');
  await writeFile(module, good.replace("join('\\n')}\\n`);", "join('\\n').replace('quick', 'slow')}\\n`);"));
  const refused = await release();
  expect(refused.stderr).toMatch(/formats-agree.*the words/);
  expect(refused.code).toBe(4);
  await writeFile(join(book, 'formats/sound.mjs'), good);
  const yaml = join(book, 'handbook.yaml');
  await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('gemini.mjs', 'sound.mjs'));
  const made = await release();
  expect(made.stderr).toContain('released A Book in Gemtext 1.0');
  expect(await readFile(join(out, '1.0/SHA256SUMS'), 'utf8')).toContain('stranger.gmi');
});

test('its code runs only where the command line says so, and the others are built and checked', async () => {
  const { book, out } = await copied();
  for (const command of [
    ['build', book, '--out', out],
    ['check', book],
    ['release', '1.0', book, '--out', out],
  ]) {
    const { code, stderr } = await octavo(...command);
    expect(code).toBe(1);
    expect(stderr).toMatch(/handbook\.yaml:14:5 .*format-allowed .*gemini\.mjs is no format of Octavo/);
    expect(stderr).toContain('--allow-code');
  }
  expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('A Book in Gemtext');
  expect((await octavo('build', book, '--out', out, '--to', 'html')).code).toBe(0);
});

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: they are changes of source code
/** What a stranger may get wrong: its module, from the sound one, and what is said of it. */
const FAULTS: readonly (readonly [fault: string, change: (module: string) => string, said: RegExp])[] = [
  ['no FORMAT', (all) => all.replace('export const FORMAT', 'const FORMAT'), /exports no FORMAT/],
  ['no JavaScript', () => 'export const FORMAT = {', /cannot be loaded/],
  ['throws when loaded', () => 'throw new Error("not today")', /cannot be loaded: not today/],
  ['no name', (all) => all.replace("name: 'gemini',", ''), /has no name/],
  ['a wrong name', (all) => all.replace("name: 'gemini'", "name: 'Ge mini'"), /name cannot be "Ge mini"/],
  ['a taken name', (all) => all.replace("name: 'gemini'", "name: 'html'"), /"html", is taken/],
  ['no compile', (all) => all.replace('  compile,\n', ''), /no function compile/],
  ['wrong needs', (all) => all.replace('needs: []', 'needs: 7'), /needs are neither/],
  ['no schema', (all) => all.replace("type: 'object',", "type: 'thing',"), /schema of its options is none/],
  [
    'throws',
    (all) => all.replace('{ own }) => {', '{ own }) => { throw new Error("no way");'),
    /compile failed: no way/,
  ],
  ['an absolute path', (all) => all.replace('files: [{ path: `', 'files: [{ path: `/'), /is absolute/],
  [
    'leaves its folder',
    (all) => all.replace('files: [{ path: `', 'files: [{ path: `../'),
    /leads out of the folder/,
  ],
  [
    'our file',
    (all) => all.replace('`${handbook.id}.gmi`, content', '`manifest.json`, content'),
    /a file that Octavo writes/,
  ],
  [
    'two of a path',
    (all) => all.replace('content }], m', 'content }, { path: `${handbook.id}.gmi`, content }], m'),
    /two of its files/,
  ],
  ['no bytes', (all) => all.replace('content }], m', 'content: 7 }], m'), /is no bytes/],
  [
    'no files',
    (all) => all.replace('return { files: [{ path: `${handbook.id}.gmi`, content }], messages: [] };', ''),
    /no list of files/,
  ],
  [
    'no main file',
    (all) => all.replace('mainFile: (handbook) => `', 'mainFile: (handbook) => `x'),
    /is not among its files/,
  ],
];
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: they are changes of source code

test.each(FAULTS)('a stranger with %s', async (_fault, change, said) => {
  const { book, out } = await copied();
  const module = join(book, 'formats/gemini.mjs');
  const sound = await readFile(module, 'utf8');
  expect(change(sound)).not.toBe(sound);
  await writeFile(module, change(sound));
  const { code, stderr } = await octavo('build', book, '--out', out, '--allow-code');
  expect(stderr).toMatch(/handbook\.yaml:14:5/);
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/\n\s+at |bug in Octavo/);
  expect(code).toBe(1);
  expect(await readFile(join(out, 'index.html'), 'utf8')).toContain('A Book in Gemtext');
});

test('options are held to the schema of the format, at their place; a module that is not there is said', async () => {
  const { book, out } = await copied();
  const yaml = join(book, 'handbook.yaml');
  const text = await readFile(yaml, 'utf8');
  await writeFile(yaml, text.replace('greeting: For', 'greting: For'));
  const wrong = await octavo('check', book, '--allow-code');
  expect(wrong.stderr).toMatch(
    /handbook\.yaml:16:7 .*schema-valid .*unknown key "greting"; did you mean "greeting"\?/,
  );
  expect(wrong.code).toBe(1);
  await rm(join(book, 'formats/gemini.mjs'));
  const absent = await octavo('build', book, '--out', out, '--allow-code');
  expect(absent.stderr).toMatch(/handbook\.yaml:14:5 .*there is no format \.\/formats\/gemini\.mjs/);
  expect(absent.code).toBe(1);
});

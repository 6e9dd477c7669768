import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
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

const mainFile = (body: string) => (all: string) => all.replace(/mainFile: .*/, `mainFile: () => ${body},`);
const fontsNeeded = (body: string) => (all: string) =>
  all.replace('needs: [],', `needs: [],\n  check: () => [],\n  fontsNeeded: () => ${body},`);
const andFile = (path: string) => (all: string) =>
  all.replace('content }], m', `content }, { path: ${JSON.stringify(path)}, content }], m`);

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
  ['a main file that throws', mainFile('{ throw new Error("where?"); }'), /mainFile failed: where\?/],
  ['a main file of no text', mainFile('7'), /main file: a file has no path/],
  ['a main file elsewhere', mainFile("'/etc/passwd'"), /main file: the path "\/etc\/passwd" is absolute/],
  ['fonts that throw', fontsNeeded('{ throw new Error("no type"); }'), /fontsNeeded failed: no type/],
  ['fonts of nothing', fontsNeeded('[{}]'), /a font that it needs has no package/],
  ['fonts that are no list', fontsNeeded('7'), /fontsNeeded failed: /],
  ['a file of ours', andFile('index.html'), /"index\.html" is a file that html writes/],
  [
    'a file of ours on another disk',
    andFile('Index.HTML'),
    /"Index\.HTML" cannot stand beside "index\.html"/,
  ],
  [
    'a file that is a folder of ours',
    andFile('static'),
    /"static" cannot stand beside "static\/[^"]+", a file that html/,
  ],
  [
    'a folder that is a file of ours',
    andFile('stranger.jsonld/x'),
    /cannot stand beside "stranger\.jsonld", a file that jsonld/,
  ],
  [
    'a document of the press',
    andFile('hosting/Caddyfile'),
    /"hosting\/Caddyfile" is a file that Octavo writes/,
  ],
  ['another of those', andFile('_headers'), /"_headers" is a file that Octavo writes/],
  ['a line in a path', andFile('a\nb'), /has a control character/],
  ['a path that begins with a space', andFile(' a'), /begins with a space/],
  ['files in each other', andFile('stranger.gmi/x'), /its files "stranger\.gmi" and "stranger\.gmi\/x"/],
  [
    'a media type of nothing',
    (all) => all.replace('.gmi`, content', '.gmi`, mediaType: 7, content'),
    /media type .* is none/,
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

test('check says what is wrong with fonts and options too, and nothing throws', async () => {
  const { book } = await copied();
  const module = join(book, 'formats/gemini.mjs');
  await writeFile(module, fontsNeeded('{ throw new Error("no type"); }')(await readFile(module, 'utf8')));
  const { code, stderr } = await octavo('check', book, '--allow-code');
  expect(stderr).toMatch(/handbook\.yaml:14:5 .*format-compiles .*fontsNeeded failed: no type/);
  expect(code).toBe(1);
});

test('where two strangers write one file, the later is left out; the tree holds no file of one that is', async () => {
  const { book, out } = await copied();
  const module = await readFile(join(book, 'formats/gemini.mjs'), 'utf8');
  const named = (name: string, change: (all: string) => string = (all) => all) =>
    writeFile(join(book, `formats/${name}.mjs`), change(module.replace("name: 'gemini'", `name: '${name}'`)));
  await named('second');
  await named('third', (all) =>
    andFile('entry')(andFile('third.txt')(all)).replaceAll(/\$\{handbook\.id\}\.gmi/g, 'third.gmi'),
  );
  const yaml = join(book, 'handbook.yaml');
  const text = await readFile(yaml, 'utf8');
  const more = ['second', 'third'].map((name) => `  - ./formats/${name}.mjs\n`).join('');
  await writeFile(
    yaml,
    text.replace('chapters:\n', `${more}chapters:\n`).replace(/(options:\n.*\n)(?=chapters| {2}-)/, '$1'),
  );
  const { code, stderr } = await octavo('build', book, '--out', out, '--allow-code', '--jobs', '2');
  expect(stderr).toMatch(/handbook\.yaml:17:5 .*"stranger\.gmi" is a file that gemini writes/);
  expect(stderr).toMatch(/handbook\.yaml:18:5 .*"entry" cannot stand beside "entry\/[^"]+"/);
  expect(stderr).toMatch(/not built: second, third /);
  expect(code).toBe(1);
  const listed = (await readFile(join(out, 'SHA256SUMS'), 'utf8')).split('\n').map((line) => line.slice(66));
  const there = (await readdir(out, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  expect(there.map((one) => relative(out, join(one.parentPath, one.name))).sort()).toEqual(
    [...listed.filter((path) => path !== ''), 'SHA256SUMS'].sort(),
  );
});

test('a format from an npm package; --without leaves it out, --to takes it alone', async () => {
  const { book, out } = await copied();
  const home = join(book, '../node_modules/@small/gemini');
  await mkdir(home, { recursive: true });
  await rename(join(book, 'formats/gemini.mjs'), join(home, 'gemini.mjs'));
  const manifest = { name: '@small/gemini', version: '1.0.0', exports: { '.': { import: './gemini.mjs' } } };
  await writeFile(join(home, 'package.json'), JSON.stringify(manifest));
  const yaml = join(book, 'handbook.yaml');
  await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('./formats/gemini.mjs', '"@small/gemini"'));
  const built = async (...options: string[]) => {
    const { code, stderr } = await octavo('build', book, '--out', out, '--allow-code', ...options);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('error')]);
    return (JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as { formats: string[] }).formats;
  };
  expect(await built()).toEqual(['html', 'jsonld', 'gemini']);
  expect(await built('--without', 'gemini')).toEqual(['html', 'jsonld']);
  expect(await built('--without', 'html,jsonld')).toEqual(['gemini']);
  expect(await built('--to', 'gemini')).toEqual(['gemini']);
  expect(await readFile(join(out, 'stranger.gmi'), 'utf8')).toContain('# A Book in Gemtext');
});

test('in a volume it lies in the folder of the volume, is offered there, and is held to parity', async () => {
  const { book, out } = await copied();
  const yaml = join(book, 'handbook.yaml');
  const volume = 'volume: { first: 1, last: 9, of: 20, work: A Work in Gemtext }\n';
  await writeFile(yaml, (await readFile(yaml, 'utf8')).replace('formats:\n', `${volume}formats:\n`));
  const built = await octavo('build', book, '--out', out, '--allow-code');
  expect([built.code, built.stderr]).toEqual([0, expect.stringContaining('volume/stranger/stranger.gmi')]);
  expect(await readFile(join(out, 'volume/stranger/SHA256SUMS'), 'utf8')).toContain(
    '  volume/stranger/stranger.gmi',
  );
  const page = await readFile(join(out, 'volume/stranger/downloads/index.html'), 'utf8');
  expect(page).toContain('href="../stranger.gmi"');
  const verify = () =>
    octavo('verify', out, '--source', book, '--allow-code', '--out', join(out, '../p.json'));
  expect(await verify()).toMatchObject({ code: 0 });
  const file = join(out, 'volume/stranger/stranger.gmi');
  await writeFile(file, (await readFile(file, 'utf8')).replace('other one says', 'others say'));
  expect((await verify()).stderr).toMatch(/parity-answer {2}gemini, entry 1/);
});

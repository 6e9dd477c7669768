import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { copyOf, temporaryFolder } from './temporary-folder.ts';

/** A PNG whose pixels are damaged: its header says what it is. */
const DAMAGED = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAABnRSTlMAAADIAADxGsBpAAAAFElEQVR42mO4w8AARwwnkNDQkgAArnQ0geEWPH8AAAAASUVORK5CYII=',
  'base64',
).fill(0xff, 62, 74);

interface Said {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly reason: string;
}

async function errors(command: 'check' | 'build', book: string, ...options: readonly string[]) {
  const out = command === 'build' ? ['--out', '../out'] : [];
  const { code, stdout } = await runOctavo([command, '--reporter', 'json', ...out, ...options, '.'], book);
  const all = (JSON.parse(stdout) as Said[]).filter(({ severity }) => severity === 'error');
  return { code, said: all.map(({ path, line, rule, reason }) => `${path}:${line} ${rule} ${reason}`) };
}

async function entry(book: string, body: string): Promise<void> {
  await writeFile(join(book, 'basics', '3-x.md'), `---\nnumber: 3\nquestion: What of it?\n---\n\n${body}\n`);
}

/** Each is refused by some format, and by no rule of the source. */
const REFUSED: Readonly<Record<string, (book: string) => Promise<void>>> = {
  'a script without a font': (book) => entry(book, 'Kannada: ಭಾಷೆ.'),
  'a sign without a glyph': (book) => entry(book, 'A private sign: \u{e001}.'),
  'a sign in code, a note and a table': (book) =>
    entry(book, '`ಕ` and[^1]\n\n| a |\n| --- |\n| ಖ |\n\n[^1]: ಗ'),
  'a title that no font sets': async (book) => {
    const path = join(book, 'handbook.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/^title: .*$/m, 'title: A Small ಗ'));
  },
  'words of a picture': async (book) => {
    await mkdir(join(book, 'assets'), { recursive: true });
    await writeFile(
      join(book, 'assets', 'x.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 50"><text x="20" y="25">ಗ</text></svg>',
    );
    await entry(book, '![A sign](../assets/x.svg "A sign")');
  },
  'a theme that is missing': async (book) => {
    const path = join(book, 'handbook.yaml');
    await writeFile(path, `${await readFile(path, 'utf8')}html: { theme: assets/none.css }\n`);
  },
  'a font of the EPUB that is none': async (book) => {
    const path = join(book, 'handbook.yaml');
    await writeFile(path, `${await readFile(path, 'utf8')}epub: { fonts: [handbook.yaml] }\n`);
  },
  'a claim that no catalogue knows': async (book) => {
    const path = join(book, 'handbook.yaml');
    await writeFile(path, `${await readFile(path, 'utf8')}epub: { conformsTo: WCAG }\n`);
  },
};

test.each(Object.keys(REFUSED))(
  '%s: check says what build refuses, with the same place',
  async (name) => {
    const book = await copyOf('small');
    await REFUSED[name]?.(book);
    const checked = await errors('check', book);
    expect(checked.code).toBe(1);
    expect(checked.said.length).toBeGreaterThan(0);
    expect(await errors('build', book)).toEqual(checked);
    // From the cache too.
    expect(await errors('check', book)).toEqual(checked);
  },
  120_000,
);

test('what is sound for check is built: odd characters in every kind of place', async () => {
  const letters = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 3 })
    .filter((text) => /^[^\p{Cc}\p{Cs}\\]+$/u.test(text));
  await fc.assert(
    fc.asyncProperty(letters, letters, letters, async (one, two, three) => {
      const book = await copyOf('small');
      await entry(book, `- a ${one} b\n\n> *c ${two} d*\n\n\`\`\`text\ne ${three} f\n\`\`\``);
      const checked = await errors('check', book, '--to', 'pdf');
      const built = await errors('build', book, '--to', 'pdf');
      expect(built).toEqual(checked);
    }),
    { numRuns: 6, seed: 7, endOnFailure: true },
  );
}, 240_000);

test('a format that cannot be built holds back no other: exit 1, and the folder says what it holds', async () => {
  const book = await copyOf('small');
  const out = join(book, '..', 'out');
  await runOctavo(['build', '--out', '../out', '.'], book);
  await entry(book, 'Kannada: ಭಾಷೆ.');
  const { code, stderr } = await runOctavo(['build', '--out', '../out', '.'], book);
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /not built: pdf \(the errors above say why\); the folder holds html, epub, jsonld\n/,
  );
  const names = await readdir(out);
  expect(names).toEqual(
    expect.arrayContaining(['index.html', 'small.epub', 'small.jsonld', 'manifest.json']),
  );
  expect(names).not.toContain('small.pdf');
  expect(names).not.toContain('pages.json');
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  expect(manifest.formats).toEqual(['html', 'epub', 'jsonld']);
  expect((await runOctavo(['verify', out], book)).code).toBe(0);
  const whole = await runOctavo(['build', '--to', 'html,epub,jsonld', '--out', '../out', '.'], book);
  expect(whole.code).toBe(0);
}, 120_000);

test('so is a document that is built as it is, which hears of each script once and of a package that exists', async () => {
  const folder = await temporaryFolder();
  const odd = 'ಕನ್ನಡ ભાષા '.repeat(50);
  await writeFile(join(folder, 'FAQ.md'), `# FAQ\n\n## What is it?\n\n${odd}\n\n## What else?\n\n${odd}\n`);
  const { code, stderr } = await runOctavo(['build', '--out', 'out', 'FAQ.md'], folder);
  expect(code).toBe(1);
  expect(stderr.match(/npm install \S+/g)).toEqual([
    'npm install @fontsource/noto-sans-kannada;',
    'npm install @fontsource/noto-serif-gujarati;',
  ]);
  expect(stderr).toMatch(/ and 1 other place; /);
  expect(stderr).toMatch(/not built: pdf .*; the folder holds html, epub, jsonld/);
  expect((await runOctavo(['build', '--to', 'html,epub', '--out', 'out2', 'FAQ.md'], folder)).code).toBe(0);
}, 120_000);

test('when no format can be built the folder stays as it was; a release needs every format', async () => {
  const book = await copyOf('small');
  const out = join(book, '..', 'out');
  await runOctavo(['build', '--to', 'pdf', '--out', '../out', '.'], book);
  const before = await readFile(join(out, 'SHA256SUMS'), 'utf8');
  await entry(book, 'Kannada: ಭಾಷೆ.');
  expect((await runOctavo(['build', '--to', 'pdf', '--out', '../out', '.'], book)).code).toBe(1);
  expect(await readFile(join(out, 'SHA256SUMS'), 'utf8')).toBe(before);
  const refused = await runOctavo(['release', '1.0', '.', '--out', '../releases'], book);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/glyph-available/);
  expect(await readdir(join(book, '..', 'releases')).catch(() => [])).not.toContain('1.0');
}, 120_000);

test('a damaged picture is said by check', async () => {
  const book = await copyOf('small');
  await mkdir(join(book, 'assets'), { recursive: true });
  await writeFile(join(book, 'assets', 'x.png'), DAMAGED);
  await entry(book, '![A picture](../assets/x.png "A picture")');
  const checked = await errors('check', book);
  expect(checked.code).toBe(1);
  expect(await errors('build', book)).toEqual(checked);
}, 120_000);

test('many messages of one kind are one line with the first places; --reporter json has each', async () => {
  const book = await copyOf('small');
  await mkdir(join(book, 'assets'), { recursive: true });
  for (let number = 3; number < 63; number++) {
    await writeFile(join(book, 'assets', `${number}.png`), DAMAGED);
    await entryAt(book, number, `![A picture](../assets/${number}.png)`);
  }
  const { stderr } = await runOctavo(['check', '.'], book);
  const lines = stderr.trimEnd().split('\n');
  expect(lines.length).toBeLessThan(6);
  expect(stderr).toMatch(/and 59 more like it: basics\/11-x11\.md:6:1, .*, …/);
  expect(stderr).toMatch(/\n60 errors\n$/);
  expect((await errors('check', book)).said).toHaveLength(60);
  // What a person mends one by one is never folded.
  for (let number = 3; number < 13; number++) await entryAt(book, number, `See [it](#nowhere-${number}).`);
  const links = await runOctavo(['check', '.'], book);
  expect(links.stderr.match(/reference-resolves/g)).toHaveLength(10);
});

async function entryAt(book: string, number: number, body: string): Promise<void> {
  const text = `---\nnumber: ${number}\nquestion: What of ${number}?\n---\n\n${body}\n`;
  await writeFile(join(book, 'basics', `${number}-x${number}.md`), text);
}

test('list and diff say that there is nothing; build and new say how many drafts there are', async () => {
  const book = await copyOf('small');
  const folder = await temporaryFolder();
  const none = await runOctavo(['list', '--text', 'xyzzy', '--format', 'json', '.'], book);
  expect(none).toMatchObject({ code: 0, stdout: '[]\n', stderr: 'no entry is like that\n' });
  await runOctavo(['build', '--to', 'jsonld', '--out', folder, '.'], book);
  const same = await runOctavo(['diff', folder, '.', '.'], book);
  expect(same.stderr).toBe(`nothing changed between ${folder} and .\n`);
  const made = await runOctavo(['new', '3', 'What is new?', '.'], book);
  expect(made.stderr).toMatch(/1 draft in the handbook: a build leaves it out without "--drafts"\n/);
  const built = await runOctavo(['build', '--to', 'jsonld', '--out', folder, '.'], book);
  expect(built.stderr).toMatch(/\n1 draft was left out \("--drafts" shows it\)\n/);
  expect((await runOctavo(['check', '.'], book)).stderr).toMatch(/\n1 draft was left out/);
});

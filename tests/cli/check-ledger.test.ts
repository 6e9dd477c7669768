import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveBook } from '../../packages/cli/src/commands/serve/live-book.ts';
import { released } from './editions.ts';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

/** The Larder, its first edition released. */
let source: string;
beforeAll(async () => {
  source = await mkdtemp(join(tmpdir(), 'octavo-check-ledger-'));
  await cp(fixture('editions/1'), join(source, 'larder'), { recursive: true });
  await released(join(source, 'larder'), join(source, 'out'), '2026.1');
}, 240_000);
afterAll(() => rm(source, { recursive: true, force: true }));

async function copy(): Promise<string> {
  const folder = join(await temporaryFolder(), 'larder');
  await cp(join(source, 'larder'), folder, { recursive: true });
  return folder;
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

/** `severity rule path` of each message of `check`, of a build without JSON-LD, and of `serve`. */
async function told(book: string) {
  const short = (all: readonly { severity: string; rule: string; path: string }[]) =>
    all.map(({ severity, rule, path }) => `${severity} ${rule} ${path.split('larder/').at(-1)}`);
  const check = await runOctavo(['check', book, '--reporter', 'json'], process.cwd());
  const out = join(book, '../out');
  const build = await runOctavo(
    ['build', book, '--to', 'html', '--out', out, '--reporter', 'json'],
    process.cwd(),
  );
  const live = await liveBook(book, '', { drafts: false, lenient: false }).rebuild(undefined, []);
  return {
    check: short(JSON.parse(check.stdout)),
    build: short(JSON.parse(build.stdout)),
    serve: short(live.diagnostics),
    codes: [check.code, build.code],
    site: live.site !== undefined,
  };
}

const CASES: readonly [what: string, spoil: (book: string) => Promise<void>, message: string][] = [
  [
    'a number that is gone',
    async (book) => {
      await rm(join(book, 'keeping/635-eggs.md'));
    },
    'error number-kept releases/2026.1.json',
  ],
  [
    'an id that is another one now',
    (book) => edit(join(book, 'keeping/635-eggs.md'), 'number: 635', 'number: 635\nid: hens'),
    'error anchor-kept releases/2026.1.json',
  ],
  [
    'a number that means something else',
    (book) =>
      writeFile(
        join(book, 'keeping/635-eggs.md'),
        '---\nnumber: 635\nid: eggs\nquestion: Which knife cuts tomatoes?\n---\n\nOne with teeth.\n',
      ),
    'error number-keeps-its-question keeping/635-eggs.md',
  ],
  [
    'a record that was edited',
    (book) => edit(join(book, 'releases/2026.1.json'), '"number": "635"', '"number": "636"'),
    'error ledger-valid releases/2026.1.json',
  ],
  [
    'an edition that follows another release',
    (book) => edit(join(book, 'handbook.yaml'), 'version: "2026.1"', 'version: "2026.2", previous: "2025.4"'),
    'error release-follows handbook.yaml',
  ],
  [
    'the ledger of another handbook',
    (book) => edit(join(book, 'handbook.yaml'), 'id: larder', 'id: cellar'),
    'error ledger-of-this-handbook releases/2026.1.json',
  ],
];

test.each(CASES)(
  'check, build and serve say it without JSON-LD, before a format runs: %s',
  async (_, spoil, message) => {
    const book = await copy();
    await spoil(book);
    const { check, build, serve, codes, site } = await told(book);
    const errors = (all: readonly string[]) => all.filter((line) => line.startsWith('error'));
    expect({ check: errors(check), build, serve, codes, site }).toEqual({
      check: [message],
      build: [message],
      serve: [message],
      codes: [1, 1],
      site: false,
    });
  },
  60_000,
);

test('an edition that has to become the next one is a warning of check', async () => {
  const book = await copy();
  expect(await told(book)).toMatchObject({ check: [], build: [], serve: [], codes: [0, 0], site: true });
  await appendFile(join(book, 'keeping/635-eggs.md'), '\nA fresh egg sinks.\n');
  const { stderr, code } = await runOctavo(['check', book], process.cwd());
  expect({ code, stderr }).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('2026.1 is released, and 1 thing has changed since'),
  });
  await edit(join(book, 'handbook.yaml'), '"2026.1"', '"2025.9"');
  expect((await told(book)).check).toEqual([
    'warning release-later handbook.yaml',
    'warning release-later handbook.yaml',
  ]);
});

test('serve reads the ledger again when it changes, and says what is wrong each time', async () => {
  const book = await copy();
  const live = liveBook(book, '', { drafts: false, lenient: false });
  const rules = async (changed?: readonly string[]) => {
    const rebuilt = await live.rebuild(changed && new Set(changed), []);
    return rebuilt.diagnostics.map(({ rule }) => rule);
  };
  const record = join(book, 'releases/2026.1.json');
  const whole = await readFile(record, 'utf8');
  expect(await rules()).toEqual([]);
  await writeFile(record, whole.replace('"q635"', '"q636"'));
  expect(await rules(['releases/2026.1.json'])).toEqual(['ledger-valid']);
  expect(await rules(['keeping/635-eggs.md'])).toEqual(['ledger-valid']);
  await writeFile(record, whole);
  expect(await rules(['releases/2026.1.json'])).toEqual([]);
});

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Handbook } from '@octavo/core';
import { expect, test } from 'vitest';
import { larder, readJson, released, revise } from '../cli/editions.ts';
import { git, HAS_GIT } from '../cli/git.ts';
import { runOctavo } from '../cli/run-octavo.ts';

const EXACT = 'byte for byte as released: SHA256SUMS is the one that the ledger has sealed';

/** Every file of a folder with its hash. */
async function hashes(folder: string): Promise<Readonly<Record<string, string>>> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  const sum = async (path: string) =>
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path.slice(folder.length + 1), await sum(path)])),
  );
}

/** Builds as of a release, from the folder that the book is in. */
function asOf(book: string, name: string, ...words: readonly string[]): ReturnType<typeof runOctavo> {
  return runOctavo(['build', 'larder', '--as-of', name, '--no-color', ...words], dirname(book));
}

const VERSIONS = ['2026.1', '2026.2', '2026.10', '2027.1', '2027.2'] as const;

/** The first editions of The Larder in git, each released into `dist` and tagged. */
async function repository(count: number): Promise<{ readonly book: string; readonly dist: string }> {
  const { book } = await larder();
  const dist = join(dirname(book), 'dist', 'larder');
  await git(dirname(book), 'init', '--quiet', book);
  for (const [at, version] of VERSIONS.slice(0, count).entries()) {
    await revise(book, at + 1);
    await commit(book, `Write ${version}`);
    await released(book, dist, version);
    await commit(book, `Release ${version}`);
    await git(book, 'tag', `larder/${version}`);
  }
  return { book, dist };
}

async function commit(book: string, message: string): Promise<void> {
  await git(book, 'add', '--all');
  await git(book, 'commit', '--message', message);
}

test.skipIf(!HAS_GIT)(
  'of five editions in git, each is built again in every format, byte for byte, also where no other lies beside it',
  async () => {
    const { book, dist } = await repository(5);
    const sealed = new Map(
      await Promise.all(VERSIONS.map(async (name) => [name, await hashes(join(dist, name))] as const)),
    );
    expect(Object.keys(sealed.get('2027.2') ?? {})).toEqual(
      expect.arrayContaining(['index.html', 'larder.pdf', 'larder.epub', 'larder.jsonld', 'parity.json']),
    );
    const before = await git(book, 'status', '--porcelain');
    for (const name of VERSIONS) {
      const built = await asOf(book, name);
      expect(built).toMatchObject({ code: 0, stdout: '' });
      expect(built.stderr).toContain(EXACT);
      expect(await hashes(join(dist, `as-of-${name}`))).toEqual(sealed.get(name));
    }
    expect(await git(book, 'status', '--porcelain')).toBe(before);

    // Feed pages of earlier releases are on the server alone.
    await rm(dist, { recursive: true });
    const alone = await asOf(book, '2027.2');
    expect(alone.stderr).toContain(EXACT);
    const own = Object.entries(sealed.get('2027.2') ?? {}).filter(
      ([path]) => !/^feed\/(?!2027\.2\/)[^/]+\//.test(path),
    );
    expect(await hashes(join(dist, 'as-of-2027.2'))).toEqual(Object.fromEntries(own));
  },
  1_200_000,
);

test.skipIf(!HAS_GIT)(
  'an edition is found by a day, by the commit of its record, and in the ledger where git has it no more',
  async () => {
    const { book, dist } = await repository(2);

    // By a day: 2026.2 came on the next.
    const second = await asOf(book, '2026-06-29', '--without', 'pdf');
    expect(second).toMatchObject({ code: 0, stdout: '' });
    expect(second.stderr).toContain('2026.1 comes from the sources of the tag larder/2026.1.');

    // Without its tag: the commit of the record.
    await git(book, 'tag', '--delete', 'larder/2026.2');
    const recorded = await asOf(book, '2026.2', '--out', join(dist, 'again'));
    expect(recorded.stderr).toMatch(/2026\.2 comes from the sources of commit [0-9a-f]{12}\./);
    expect(recorded.stderr).toContain(EXACT);

    // A tag on other sources of that version: not what was released, and said so.
    await appendFile(join(book, 'using/642-egg-whites.md'), '\nBeat them well.\n');
    await commit(book, 'Something else');
    await git(book, 'tag', 'larder/2026.2');
    const other = await asOf(book, '2026.2', '--out', join(dist, 'other'));
    expect(other.code).toBe(0);
    expect(other.stderr).toContain(
      'It is not byte for byte as released: 2026.2 is released already, with other content',
    );
    expect(await readJson(dist, 'other', 'manifest.json')).toMatchObject({ stage: 'preview' });

    // Two released editions.
    const marked = await asOf(book, '2026.2', '--redline', '2026.1', '--to', 'html');
    expect(marked).toMatchObject({ code: 0 });
    expect(await readFile(join(dist, 'redline-2026.1-2026.2/entry/633/index.html'), 'utf8')).toMatch(
      /<del[ >].*a year.*<\/del>.*<ins[ >].*two years.*<\/ins>/s,
    );

    // Without git, the ledger.
    await rm(join(book, '.git'), { recursive: true });
    const kept = await asOf(book, '2026.1');
    expect(kept).toMatchObject({ code: 0 });
    expect(kept.stderr).toContain(
      '2026.1 comes from the words that the ledger keeps: git has neither the tag larder/2026.1 nor the commit that its record names.',
    );
    expect(kept.stderr).not.toContain('byte for byte');
    const was = await readJson(dist, '2026.1', 'handbook.json');
    const is = await readJson(dist, 'as-of-2026.1', 'handbook.json');
    expect(is).toMatchObject({ stage: 'preview', edition: { version: '2026.1' } });
    const entries = ({ chapters }: Pick<Handbook, 'chapters'>) =>
      chapters.map((chapter) => chapter.entries.map(({ number, fingerprint }) => [number, fingerprint]));
    expect(entries(is)).toEqual(entries(was));
  },
  600_000,
);

test('what is no released edition is refused, with what can be given', async () => {
  const { book, out } = await larder();
  const none = await asOf(book, '2026.1');
  expect(none.code).toBe(2);
  expect(none.stderr).toContain('"larder" has no release, so there is nothing as of "2026.1"');
  await released(book, out, '2026.1');
  await revise(book, 2);
  await released(book, out, '2026.2');
  for (const [words, message] of [
    [['2026-01-30'], 'nothing was released by 2026-01-30'],
    [['2026-02-30'], '--as-of cannot be "2026-02-30"'],
    [['2026.11'], 'there is no release "2026.11"; did you mean "2026.1"?'],
    [['2026.2', '--redline', '2026.2'], '--as-of and --redline both mean 2026.2'],
    [['2026.1', '--redline', '2026.2'], '2026.2 does not come before 2026.1'],
    [['2026.1', '--drafts'], '--as-of and --drafts ask for different things'],
  ] as const) {
    const refused = await asOf(book, words[0], ...words.slice(1));
    expect({
      words,
      code: refused.code,
      said: refused.stderr.includes(message),
      stderr: refused.stderr,
    }).toMatchObject({ words, code: 2, said: true });
  }
  await runOctavo(['retract', '2026.1', 'larder', '--reason', 'Flour was wrong.'], dirname(book));
  const retracted = await asOf(book, '2026.1', '--to', 'html');
  expect(retracted.code).toBe(0);
  expect(retracted.stderr).toMatch(/2026\.1 was retracted on .*: Flour was wrong\./);
  expect(existsSync(join(dirname(book), 'dist', 'larder', 'as-of-2026.1', 'index.html'))).toBe(true);
}, 600_000);

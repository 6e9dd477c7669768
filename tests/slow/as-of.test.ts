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

test.skipIf(!HAS_GIT)(
  'an edition that git has is built again byte for byte, and from the ledger where git has it no more',
  async () => {
    const { book } = await larder();
    // Feed pages of earlier releases are found beside the folder that is built.
    const dist = join(dirname(book), 'dist', 'larder');
    const out = dist;
    const commit = async (message: string) => {
      await git(book, 'add', '--all');
      await git(book, 'commit', '--message', message);
    };
    await git(dirname(book), 'init', '--quiet', book);
    for (const [edition, version] of [
      [1, '2026.1'],
      [2, '2026.2'],
    ] as const) {
      await revise(book, edition);
      await appendFile(join(book, 'handbook.yaml'), 'formats: [html, epub, jsonld]\n');
      await commit(`Write ${version}`);
      await released(book, out, version);
      await commit(`Release ${version}`);
      await git(book, 'tag', `larder/${version}`);
    }
    const before = await git(book, 'status', '--porcelain');

    // By a day: 2026.2 came on the next.
    const second = await asOf(book, '2026-06-29');
    expect(second).toMatchObject({ code: 0, stdout: '' });
    expect(second.stderr).toContain('2026.1 comes from the sources of the tag larder/2026.1.');
    expect(second.stderr).toContain(EXACT);
    expect(await hashes(join(dist, 'as-of-2026.1'))).toEqual(await hashes(join(out, '2026.1')));
    expect(await git(book, 'status', '--porcelain')).toBe(before);

    // Without its tag: the commit of the record.
    await git(book, 'tag', '--delete', 'larder/2026.2');
    const recorded = await asOf(book, '2026.2', '--out', join(out, 'again'));
    expect(recorded.stderr).toMatch(/2026\.2 comes from the sources of commit [0-9a-f]{12}\./);
    expect(recorded.stderr).toContain(EXACT);

    // A tag on other sources of that version: not what was released, and said so.
    await appendFile(join(book, 'using/642-egg-whites.md'), '\nBeat them well.\n');
    await commit('Something else');
    await git(book, 'tag', 'larder/2026.2');
    const other = await asOf(book, '2026.2', '--out', join(out, 'other'));
    expect(other.code).toBe(0);
    expect(other.stderr).toContain(
      'It is not byte for byte as released: 2026.2 is released already, with other content',
    );
    expect(await readJson(out, 'other', 'manifest.json')).toMatchObject({ stage: 'preview' });

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
    const was = await readJson(out, '2026.1', 'handbook.json');
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

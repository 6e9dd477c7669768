import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { larder } from './editions.ts';
import { runOctavo } from './run-octavo.ts';

/** A folder as `octavo release` leaves it, of a book or of a volume, as far as other commands look at it. */
async function sealed(folder: string, at = ''): Promise<void> {
  await mkdir(join(folder, at), { recursive: true });
  const edition = { version: '2026.1', date: '2026-01-31' };
  const manifest = { edition, stage: 'release', generator: { name: 'octavo', version: '1' }, files: [] };
  await writeFile(join(folder, at, 'manifest.json'), JSON.stringify(manifest));
}

test.each([
  ['build', '2026.1', ['build']],
  ['a build below it', '2026.1/html', ['build', '--to', 'html']],
  ['export', '2026.1/all.md', ['export']],
  ['exemplars', '2026.1/exemplars', ['exemplars']],
  ['import', '2026.1/import', ['import']],
])('what was released is sealed: %s', async (_, to, words) => {
  for (const at of ['', 'volume/larder']) {
    const { book, out } = await larder();
    await sealed(join(out, '2026.1'), at);
    const source = join(out, '../faq.md');
    await writeFile(source, '# A FAQ\n\n## Why?\n\nBecause.\n\n## How?\n\nLike this.\n');
    const from = words[0] === 'import' ? source : book;
    const before = await readdir(out, { recursive: true });
    const result = await runOctavo([...words, from, '--out', join(out, to)], process.cwd());
    expect(result).toMatchObject({ code: 2 });
    expect(result.stderr).toContain('2026.1" holds the release 2026.1, which is sealed');
    expect(result.stderr).toContain('Choose another folder with --out.');
    expect((await readdir(out, { recursive: true })).filter((name) => !name.endsWith('.run.json'))).toEqual(
      before,
    );
  }
});

test('beside a release is room', async () => {
  const { book, out } = await larder();
  await sealed(join(out, '2026.1'));
  const args = ['export', book, '--out', join(out, 'all.md')];
  expect(await runOctavo(args, process.cwd())).toMatchObject({ code: 0 });
});

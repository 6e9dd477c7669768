import { execFileSync } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { copyOf, temporaryFolder } from './temporary-folder.ts';

const BIN = fileURLToPath(new URL('../../packages/cli/bin/octavo.js', import.meta.url));

/** Every file that Node loads to run a command line, as its coverage lists them; `pnpm test` compiles first. */
async function loadedBy(argv: readonly string[]): Promise<readonly string[]> {
  const folder = await temporaryFolder();
  execFileSync(process.execPath, [BIN, ...argv], { env: { ...process.env, NODE_V8_COVERAGE: folder } });
  const [report = ''] = await readdir(folder);
  const { result } = JSON.parse(await readFile(join(folder, report), 'utf8')) as {
    result: { url: string }[];
  };
  return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
}

test.each([[['--version']], [['help']], [['help', 'build']], [['build', '--help']]])(
  'octavo %j loads a few small files of its own: no other package, no library that is large',
  async (argv) => {
    const loaded = await loadedBy(argv);
    expect(loaded.length).toBeGreaterThan(3);
    expect(loaded.filter((url) => !/\/packages\/cli\/(bin|dist)\//.test(url))).toEqual([]);
    const sizes = await Promise.all(loaded.map(async (url) => (await stat(new URL(url))).size));
    expect(loaded.length).toBeLessThan(20);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
  },
);

test('a build loads nothing of what reads finished formats back', async () => {
  const book = await copyOf('small');
  const loaded = await loadedBy([
    'build',
    book,
    '--to',
    'html',
    '--no-cache',
    '--quiet',
    '--out',
    `${book}-out`,
  ]);
  expect(loaded.some((url) => url.includes('/packages/html/dist/'))).toBe(true);
  expect(loaded.filter((url) => url.includes('/packages/verify/'))).toEqual([]);
});

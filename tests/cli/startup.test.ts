import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

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

/** What the command line itself is made of. */
const OWN =
  /\/packages\/cli\/(bin|dist\/(command-line|commands\/[a-z-]+\/command|disk\/disk-failure|[a-z-]+\.js))/;

test.each([[['--version']], [['help']], [['help', 'build']], [['build', '--help']]])(
  'octavo %j loads no format, no core, and no library but one that compares words',
  async (argv) => {
    const loaded = await loadedBy(argv);
    expect(loaded.length).toBeGreaterThan(10);
    expect(
      loaded.filter((url) => !OWN.test(url) && !url.includes('/node_modules/fastest-levenshtein/')),
    ).toEqual([]);
  },
);

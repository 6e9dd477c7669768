import { execFile } from 'node:child_process';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../cli/temporary-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const octavo = join(root, 'packages/cli/bin/octavo.js');

/** The sums of a build: path by path, so that a difference names its files. */
async function build(source: string, command: readonly string[], env: Record<string, string>) {
  const out = join(await temporaryFolder(), 'site');
  const [program = '', ...args] = command;
  await run(program, [...args, octavo, 'build', source, '--out', out, '--quiet'], {
    env: { ...process.env, ...env },
    maxBuffer: 64_000_000,
  });
  const sums = await readFile(join(out, await listIn(out)), 'utf8');
  return Object.fromEntries(
    sums
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
}

/** The list of checksums of a tree; that of a volume lies in its folder. */
async function listIn(out: string): Promise<string> {
  const [volume] = await readdir(join(out, 'volume')).catch(() => []);
  return volume === undefined ? 'SHA256SUMS' : join('volume', volume, 'SHA256SUMS');
}

describe.each(['content/coremodels-faq', 'tests/fixtures/kitchen-sink'])('%s', (folder) => {
  test('is built to the same bytes in another folder, time zone and locale, and on Node 24', async () => {
    const here = await build(join(root, folder), [process.execPath], {});
    const copy = join(await temporaryFolder(), 'elsewhere');
    await cp(join(root, folder), copy, {
      recursive: true,
      filter: (path) => !/[\\/](node_modules|\.turbo)([\\/]|$)/.test(path),
    });
    const abroad = { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
    expect(await build(copy, [process.execPath], abroad)).toEqual(here);
    expect(await build(copy, ['npx', '-y', 'node@24'], abroad)).toEqual(here);
  });
});

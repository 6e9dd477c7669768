import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { expect, test } from 'vitest';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = [
  'schemas',
  ...['core', 'html', 'pdf', 'epub', 'jsonld', 'cli'].map((name) => `packages/${name}`),
];

/** The pnpm that runs this test, or the one the repository names. */
async function pnpm(args: readonly string[], cwd: string): Promise<string> {
  const running = process.env.npm_execpath;
  const [command, ...first] = running?.endsWith('js')
    ? [process.execPath, running]
    : ['npx', '-y', 'pnpm@10.34.9'];
  const { stdout } = await run(command as string, [...first, ...args], { cwd, maxBuffer: 64_000_000 });
  return stdout;
}

test.each(folders)('%s is a package without fault', async (folder) => {
  const { messages } = await publint({ pkgDir: join(root, folder), strict: true });
  expect(messages.map((message) => message.code)).toEqual([]);
});

test('the packages install from their tarballs into an empty folder and build a handbook there', async () => {
  const place = await temporaryFolder();
  const tarballs = join(place, 'tarballs');
  await mkdir(tarballs);
  for (const folder of folders) await pnpm(['pack', '--pack-destination', tarballs], join(root, folder));
  const files = await readdir(tarballs);
  const overrides = Object.fromEntries(
    await Promise.all(
      folders.map(async (folder) => {
        const { name } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as {
          name: string;
        };
        const file = files.find((item) => item.startsWith(name.replace('@', '').replace('/', '-')));
        return [name, `file:${tarballs}/${file}`] as const;
      }),
    ),
  );
  const home = join(place, 'publisher');
  await cp(fixture('small'), join(home, 'book'), { recursive: true });
  await writeFile(
    join(home, 'package.json'),
    JSON.stringify({
      name: 'publisher',
      private: true,
      dependencies: { '@octavo/cli': overrides['@octavo/cli'] },
      pnpm: { overrides },
    }),
  );
  await pnpm(['install', '--prefer-offline', '--ignore-workspace'], home);
  const { stderr } = await run(join(home, 'node_modules', '.bin', 'octavo'), ['build', 'book'], {
    cwd: home,
  });
  expect(stderr).toMatch(/A Small Handbook 1\.0: 2 entries/);
  const built = await readdir(join(home, 'dist', 'small', 'preview'));
  expect(built).toEqual(
    expect.arrayContaining(['index.html', 'small.pdf', 'small.epub', 'small.jsonld', 'manifest.json']),
  );
});

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixture } from '../cli/temporary-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = [
  'schemas',
  ...['core', 'html', 'pdf', 'epub', 'jsonld', 'verify', 'import', 'cli'].map((name) => `packages/${name}`),
];

/** Each package's name and tarball, by its folder. */
const packed = new Map<string, { name: string; tarball: string }>();
let place: string;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'octavo-pack-'));
  const tarballs = join(place, 'tarballs');
  await mkdir(tarballs);
  for (const folder of folders) {
    await pnpm(['pack', '--pack-destination', tarballs], join(root, folder));
    const { name } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')) as {
      name: string;
    };
    const files = await readdir(tarballs);
    const file = files.find((item) => item.startsWith(`${name.slice(1).replace('/', '-')}-`));
    packed.set(folder, { name, tarball: join(tarballs, file ?? '') });
  }
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** The pnpm that runs this test, or the one the repository names. */
async function pnpm(args: readonly string[], cwd: string): Promise<void> {
  const running = process.env.npm_execpath;
  const [command, ...first] = running?.includes('pnpm')
    ? [process.execPath, running]
    : ['npx', '-y', 'pnpm@10.34.9'];
  await run(command as string, [...first, ...args], { cwd, maxBuffer: 64_000_000 });
}

test.each(folders)('%s packs into a package without fault', async (folder) => {
  const { tarball } = packed.get(folder) ?? { tarball: '' };
  const { buffer } = new Uint8Array(await readFile(tarball));
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true });
  expect(messages).toEqual([]);
});

test('the packages install from their tarballs into an empty folder and build a handbook there', async () => {
  const overrides = Object.fromEntries(
    [...packed.values()].map(({ name, tarball }) => [name, `file:${tarball}`]),
  );
  const home = join(place, 'publisher');
  await cp(fixture('small'), join(home, 'content', 'book'), { recursive: true });
  const dependencies = { '@octavo/cli': overrides['@octavo/cli'] };
  await writeFile(
    join(home, 'package.json'),
    JSON.stringify({ name: 'publisher', private: true, dependencies, pnpm: { overrides } }),
  );
  await pnpm(['install', '--prefer-offline', '--ignore-workspace'], home);
  const octavo = join(home, 'node_modules', '.bin', 'octavo');
  const { stderr } = await run(octavo, ['build', 'content/book'], { cwd: home });
  expect(stderr).toMatch(/A Small Handbook 1\.0: 2 entries/);
  const built = await readdir(join(home, 'dist', 'small', 'preview'));
  expect(built).toEqual(
    expect.arrayContaining(['index.html', 'small.pdf', 'small.epub', 'small.jsonld', 'manifest.json']),
  );
  // What publishes a release, and the pages of the rules, come with the packages.
  const cli = join(home, 'node_modules', '@octavo', 'cli', 'publishing');
  expect((await readdir(cli)).sort()).toEqual(['README.md', 'publish.mjs', 'release.yml']);
  expect((await run(octavo, ['help', 'number-unique'], { cwd: home })).stdout).toMatch(/^# number-unique/);
  await run(octavo, ['release', '1.0', 'small', '--out', 'dist/release', '--allow-dirty'], { cwd: home });
  const script = join(cli, 'publish.mjs');
  await run(process.execPath, [script, 'dist/release/latest', 'www'], { cwd: home });
  expect(await readdir(join(home, 'www'))).toContain('small-1.0.zip');
});

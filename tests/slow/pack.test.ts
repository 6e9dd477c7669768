import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
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

test('npm installs from the tarballs at most 90 MB, and every package that their code and types name', async () => {
  const home = join(place, 'production');
  await mkdir(home);
  const dependencies = Object.fromEntries(
    [...packed.values()].map(({ name, tarball }) => [name, `file:${tarball}`]),
  );
  await writeFile(
    join(home, 'package.json'),
    JSON.stringify({ name: 'production', private: true, dependencies }),
  );
  await run('npm', ['install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: home,
    maxBuffer: 64_000_000,
  });
  const modules = join(home, 'node_modules');
  const { stdout } = await run('du', ['-sm', modules]);
  // 120 are wanted; 90 leave room to grow, and would not bear a canvas (33) or a second copy of MathJax (43).
  expect(Number.parseInt(stdout, 10)).toBeLessThan(90);
  const named = await Promise.all([...packed.values()].map(({ name }) => namedBy(modules, name)));
  expect(named.flat().filter(({ there }) => !there)).toEqual([]);
  const octavo = join(modules, '.bin', 'octavo');
  await cp(fixture('small'), join(home, 'book'), { recursive: true });
  await run(octavo, ['build', 'book'], { cwd: home });
  const { stdout: said } = await run(octavo, ['verify', join('dist', 'small', 'preview')], { cwd: home });
  expect(said).toMatch(/"differences": \[\]/);
});

/** The packages that a package's entries lead to, by code and by types, and whether they are installed. */
async function namedBy(
  modules: string,
  name: string,
): Promise<{ name: string; from: string; there: boolean }[]> {
  const folder = join(modules, name);
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    exports: Record<string, Record<string, string> | string>;
    dependencies?: Record<string, string>;
  };
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const look = async (file: string): Promise<void> => {
    const text = seen.has(file) ? undefined : await readFile(file, 'utf8').catch(() => undefined);
    seen.add(file);
    // At the start of a line: not what an example in a comment or a string says.
    for (const [, one = ''] of text?.matchAll(
      /^(?:(?:import|export|\})[^'"\n]*\bfrom\s*|import\s*)['"]([^'"\n]+)['"]/gm,
    ) ?? []) {
      if (one.startsWith('.')) {
        const next = join(file, '..', file.endsWith('.d.ts') ? one.replace(/\.(?:js|tsx?)$/, '.d.ts') : one);
        await look(next);
      } else if (!one.startsWith('node:') && !isBuiltin(one)) {
        const [scope = '', rest = ''] = one.split('/');
        found.set(scope.startsWith('@') ? `${scope}/${rest}` : scope, file);
      }
    }
  };
  for (const targets of Object.values(manifest.exports))
    for (const target of typeof targets === 'string' ? [targets] : Object.values(targets))
      if (/\.(?:js|d\.ts)$/.test(target) && !target.includes('/src/')) await look(join(folder, target));
  const declared = new Set(
    Object.keys(manifest.dependencies ?? {}).flatMap((one) => [one, one.replace(/^@types\//, '')]),
  );
  return [...found].map(([one, file]) => ({
    name: one,
    from: file.slice(modules.length),
    there: declared.has(one),
  }));
}

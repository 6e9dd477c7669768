import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { libraryExample } from '../cli/library-example.ts';
import { fixture } from '../cli/temporary-folder.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = [
  'schemas',
  ...['core', 'html', 'pdf', 'epub', 'jsonld', 'press', 'verify', 'import', 'cli'].map(
    (name) => `packages/${name}`,
  ),
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
  expect((await readdir(cli)).sort()).toEqual(['delta.mjs', 'publish.mjs', 'release.yml']);
  expect((await run(octavo, ['help', 'number-unique'], { cwd: home })).stdout).toMatch(/^# number-unique/);
  // So does the handbook that `octavo docs` shows, although the publisher's git passes node_modules over.
  await run('git', ['init', '--quiet'], { cwd: home });
  await writeFile(join(home, '.gitignore'), 'node_modules/\n');
  const docs = join(home, 'node_modules', '@octavo', 'cli', 'handbook');
  expect((await run(octavo, ['check', docs], { cwd: home })).stderr).toMatch(
    /The Octavo Handbook: \d{3} entries/,
  );
  await rm(join(home, '.git'), { recursive: true });
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
  // As a library, in the ten lines of the README.
  await cp(fixture('small'), join(home, 'my-handbook'), { recursive: true });
  await writeFile(join(home, 'press.mjs'), await libraryExample());
  await run(process.execPath, ['press.mjs'], { cwd: home });
  expect(await readFile(join(home, 'public', 'SHA256SUMS'), 'utf8')).toContain('  small.epub\n');
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
/** A way to install packages, and to run a command of one. */
interface Manager {
  /** Which settings the project needs, by file. */
  readonly files: Readonly<Record<string, string>>;
  /** What package.json says of the packages that are not on a registry. */
  readonly overrides: (tarballs: Readonly<Record<string, string>>) => object;
  readonly install: readonly string[];
  readonly run: readonly string[];
}

const YARN_4 = ['npx', '-y', '-p', '@yarnpkg/cli-dist@4', 'yarn'];
const yarn4 = (linker: string): Manager => ({
  files: {
    'yarn.lock': '',
    '.yarnrc.yml': `nodeLinker: ${linker}\nenableTelemetry: false\nenableScripts: false\nenableGlobalCache: false\n`,
  },
  overrides: (resolutions) => ({ resolutions }),
  // A pull request of a fork is no place to harden for: the tarballs are new each time.
  install: [...YARN_4, 'install', '--no-immutable'],
  run: [...YARN_4, 'octavo'],
});

const MANAGERS: Readonly<Record<string, Manager>> = {
  npm: {
    files: {},
    overrides: (overrides) => ({ overrides }),
    install: ['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline'],
    run: ['npx', '--no', 'octavo'],
  },
  pnpm: {
    files: {},
    overrides: (overrides) => ({ pnpm: { overrides } }),
    install: ['npx', '-y', 'pnpm@10.34.9', 'install', '--prefer-offline', '--ignore-workspace'],
    run: ['npx', '-y', 'pnpm@10.34.9', '--ignore-workspace', 'exec', 'octavo'],
  },
  'Yarn 1': {
    files: {},
    overrides: (resolutions) => ({ resolutions }),
    // A cache of its own: Yarn 1 takes two tarballs of one version for one.
    install: [
      ...['npx', '-y', 'yarn@1', 'install', '--ignore-scripts', '--no-progress'],
      ...['--cache-folder', 'yarn-cache'],
    ],
    run: ['npx', '-y', 'yarn@1', '--silent', 'octavo'],
  },
  "Yarn 4 with Plug'n'Play": yarn4('pnp'),
  'Yarn 4 with node_modules': yarn4('node-modules'),
};

/** Every command, in an order in which each finds what it needs; those that ask the network or wait are left out. */
const COMMANDS: readonly string[] = [
  '--version',
  'help build',
  'check book',
  'build book --out out',
  'build book --out threads --jobs 2 --no-cache',
  'verify out --out parity.json',
  'diff out threads book',
  'list book --format json',
  'inspect book',
  'trace 1 book --in out',
  'export book --out all.md',
  'import all.md --out imported',
  'build all.md --out document --to html',
  'schema entry',
  'completions bash',
  'init fresh --title Fresh --language en --iri https://example.org/fresh/',
  'check fresh',
  'new 3 Why? book',
  'approve 1 book --by Ada',
  'clean book',
  'release 1.0 book --out releases --allow-dirty',
];

test.each(Object.keys(MANAGERS))(
  'installed from tarballs by %s, every command runs',
  async (name) => {
    const { files, overrides, install, run: start } = MANAGERS[name] as Manager;
    const tarballs = Object.fromEntries(
      [...packed.values()].map((each) => [each.name, `file:${each.tarball}`]),
    );
    const home = join(place, name.replace(/\W+/g, '-'));
    await cp(fixture('small'), join(home, 'book'), { recursive: true });
    const dependencies = { '@octavo/cli': tarballs['@octavo/cli'] };
    const own = { name: 'publisher', private: true, dependencies, ...overrides(tarballs) };
    await writeFile(join(home, 'package.json'), JSON.stringify(own));
    for (const [file, text] of Object.entries(files)) await writeFile(join(home, file), text);
    const call = async ([program = '', ...words]: readonly string[]) => {
      const env = { ...process.env, npm_config_user_agent: undefined, YARN_IGNORE_PATH: '1' };
      return run(program, words, { cwd: home, env, maxBuffer: 64_000_000 });
    };
    await call(install);
    const failed: string[] = [];
    for (const command of COMMANDS)
      await call([...start, ...command.split(' ')]).catch(({ code, stderr }) => {
        failed.push(`${command}: exit ${code}\n${stderr}`);
      });
    expect(failed).toEqual([]);
    expect(await readdir(join(home, 'out'))).toEqual(
      expect.arrayContaining(['index.html', 'small.pdf', 'small.epub', 'small.jsonld', 'manifest.json']),
    );
    expect(await readFile(join(home, 'threads', 'SHA256SUMS'), 'utf8')).toBe(
      await readFile(join(home, 'out', 'SHA256SUMS'), 'utf8'),
    );
  },
  600_000,
);

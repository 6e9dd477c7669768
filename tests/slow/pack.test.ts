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
    install: ['npx', '-y', 'yarn@1', 'install', '--ignore-scripts', '--no-progress'],
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

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FORMATS = ['html', 'pdf', 'epub', 'jsonld'];
/** What came because a capability has heavy dependencies of its own. */
const TOOLS = ['import', 'verify'];
const NODE_MODULES: ReadonlySet<string> = new Set(builtinModules);

interface Package {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly engines?: { readonly node?: string };
  readonly type?: string;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packageAt = (folder: string): Package => ({
  ...(JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Package),
  folder,
});
const published = ['schemas', ...readdirSync(join(ROOT, 'packages')).map((name) => `packages/${name}`)]
  .filter((folder) => existsSync(join(ROOT, folder, 'package.json')))
  .map(packageAt);
const code = published.filter(({ folder }) => folder !== 'schemas');

/** Every name under which a file of a package of ours can be imported: `@octavo/core/say`. */
const exported: ReadonlySet<string> = new Set(
  published.flatMap(({ name, exports = {} }) => Object.keys(exports).map((path) => name + path.slice(1))),
);

const dependenciesOf = (item: Package): readonly string[] =>
  Object.keys({ ...item.dependencies, ...item.peerDependencies, ...item.optionalDependencies });
const ownOf = (item: Package): readonly string[] =>
  dependenciesOf(item)
    .filter((name) => name.startsWith('@octavo/'))
    .toSorted();

/** `@types/hast` lets a source name the types of `hast`. */
const withTypes = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => [name, name.replace(/^@types\//, '')]));

interface Source {
  readonly path: string;
  readonly text: string;
}

function sourcesOf(item: Package, folder: string): readonly Source[] {
  const root = join(ROOT, item.folder, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && /\.(?:ts|tsx|mts|js|mjs)$/.test(found.name))
    .map((found) => join(found.parentPath, found.name))
    .map((full) => ({
      path: full.slice(ROOT.length).replaceAll('\\', '/'),
      text: readFileSync(full, 'utf8'),
    }));
}

const written = (source: Source) => !/\.generated\.|\/static\//.test(source.path);
const lineCount = ({ text }: Source) => text.trimEnd().split('\n').length;
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

/** The packages that a source names: imports, re-exports, dynamic imports and types. */
function importsOf(source: Source): readonly string[] {
  const found = withoutComments(source.text).matchAll(
    /(?:^|[\s;(])(?:import|export)\s*(?:type\s)?(?:[\w*{][^'"`;]*?\sfrom\s*)?\(?\s*['"]([^'"\n]+)['"]/g,
  );
  return [...found]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !NODE_MODULES.has(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

describe('the dependency rule: arrows point to core, and the command line is on top', () => {
  test('the packages are schemas, core, one a format, the press, the tools, and the command line', () => {
    expect(published.map(({ name }) => name).toSorted()).toEqual(
      ['schemas', 'core', 'press', 'cli', ...FORMATS, ...TOOLS].map((name) => `@octavo/${name}`).toSorted(),
    );
  });

  test.each(published)('$name names only those of ours that it may', (item) => {
    const short = item.name.replace('@octavo/', '');
    if (short === 'schemas') expect(ownOf(item)).toEqual([]);
    else if (short === 'core') expect(ownOf(item)).toEqual(['@octavo/schemas']);
    else if ([...FORMATS, ...TOOLS].includes(short)) expect(ownOf(item)).toEqual(['@octavo/core']);
    // The press hands out the schemas; it stands beside the formats, and knows none.
    else if (short === 'press') expect(ownOf(item)).toEqual(['@octavo/core', '@octavo/schemas']);
    else
      expect(ownOf(item)).toEqual(
        published
          .map(({ name }) => name)
          .filter((name) => name !== item.name)
          .toSorted(),
      );
  });

  test.each(code)('$name imports nothing undeclared, and no inside of another package', (item) => {
    // What is bundled is no dependency of who installs the package: tests/slow/pack.test.ts holds what is.
    const declared = withTypes([...dependenciesOf(item), ...Object.keys(item.devDependencies ?? {})]);
    const undeclared = sourcesOf(item, 'src').flatMap((source) =>
      importsOf(source)
        .filter((name) => !declared.has(name))
        .map((name) => `${source.path}: ${name}`),
    );
    expect(undeclared).toEqual([]);
    const inside = sourcesOf(item, 'src').flatMap(({ path, text }) =>
      [...text.matchAll(/from\s+['"]((?:@octavo\/[\w-]+\/|(?:\.\.\/)+(?:packages|schemas)\/)[^'"]*)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !exported.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(inside).toEqual([]);
  });

  test.each(code)('$name: its tests import nothing undeclared', (item) => {
    const root = packageAt('.');
    const declared = withTypes([
      item.name,
      ...dependenciesOf(item),
      ...Object.keys(item.devDependencies ?? {}),
      ...Object.keys(root.devDependencies ?? {}),
    ]);
    const undeclared = sourcesOf(item, 'test').flatMap((source) =>
      importsOf(source)
        .filter((name) => !declared.has(name))
        .map((name) => `${source.path}: ${name}`),
    );
    expect(undeclared).toEqual([]);
  });

  test.each(code.filter(({ name }) => name !== '@octavo/cli'))(
    '$name touches no disk, clock, network or console',
    (item) => {
      const outward =
        /node:(?:fs|child_process|net|http|https|os)\b|\bprocess\.(?:env|cwd|argv|stdout|stderr)|\bconsole\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(/;
      const found = sourcesOf(item, 'src').filter(
        (source) =>
          written(source) &&
          outward.test(
            withoutComments(source.text).replace(/(['"`])(?:\\.|(?!\1)[^\\\n])*\1/g, (text) =>
              /^.node:/.test(text) ? text : "''",
            ),
          ),
      );
      // A package may load its own static data, relative to itself.
      expect(found.filter(({ text }) => !text.includes('import.meta.url')).map(({ path }) => path)).toEqual(
        [],
      );
    },
  );
});

describe('one idea a file', () => {
  test.each(code)('$name: no file is over 250 lines, and half are under 60', (item) => {
    const sizes = sourcesOf(item, 'src')
      .filter(written)
      .map((source) => ({ path: source.path, lines: lineCount(source) }));
    expect(sizes.length, 'the package has sources').toBeGreaterThan(0);
    expect(sizes.filter(({ lines }) => lines > 250)).toEqual([]);
    const ordered = sizes.map(({ lines }) => lines).toSorted((a, b) => a - b);
    expect(ordered[Math.floor(ordered.length / 2)]).toBeLessThan(60);
  });

  test.each(code)('$name: no default export, no enum, no drawer of odds and ends', (item) => {
    const sources = sourcesOf(item, 'src').filter(written);
    expect(
      sources
        .filter(({ text }) =>
          /^\s*export\s+default\b|^\s*export\s*\{[^}]*\bas\s+default\b/m.test(withoutComments(text)),
        )
        .map(({ path }) => path),
    ).toEqual([]);
    expect(
      sources
        .filter(({ text }) =>
          /^\s*(?:export\s+)?(?:declare\s+)?(?:const\s+)?enum\s+\w/m.test(withoutComments(text)),
        )
        .map(({ path }) => path),
    ).toEqual([]);
    const drawers = sources.flatMap(({ path }) =>
      path
        .split('/')
        .slice(2)
        .filter((step) => /^(?:utils?|helpers?|common|types|misc|shared|lib)(?:\.\w+)*$/.test(step)),
    );
    expect(drawers).toEqual([]);
  });

  test.each(code)('$name: every file is in kebab-case', (item) => {
    const odd = sourcesOf(item, 'src').filter(
      ({ path }) =>
        !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.generated|\.lazy|\.d)?\.(?:tsx?|js)$/.test(basename(path)) &&
        written({ path, text: '' }),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});

describe('one release', () => {
  test('every package has the same version, engine and kind of module', () => {
    expect(new Set(published.map(({ version }) => version)).size).toBe(1);
    expect(new Set(published.map(({ engines }) => engines?.node))).toEqual(new Set(['>=20.19.0']));
    expect(new Set(published.map(({ type }) => type))).toEqual(new Set(['module']));
  });

  test.each(published)('$name has a README with the same headings as the others', ({ folder, name }) => {
    const path = join(ROOT, folder, 'README.md');
    expect(existsSync(path), `${folder}/README.md`).toBe(true);
    const headings = [
      ...readFileSync(path, 'utf8')
        .replace(/^```[\s\S]*?^```$/gm, '')
        .matchAll(/^#{1,2} (.+)$/gm),
    ].map(([, title]) => title);
    const expected =
      folder === 'schemas'
        ? [name, 'The schemas', 'How the types are made']
        : [name, 'Use', 'What it makes', 'Options', 'What it reports', 'Design', 'Limits'];
    expect(headings).toEqual(expected);
  });
});

/** The person whom Octavo is built for has named what it is built with. None of it goes, however light the house gets. */
const BUILT_WITH: Readonly<Record<string, string>> = {
  core: 'unified remark-parse remark-rehype ajv',
  html: 'rehype-stringify',
  pdf: '@react-pdf/renderer',
  epub: 'epub-gen-memory',
};

test.each(Object.entries(BUILT_WITH))('%s is built with %s', (folder, names) => {
  const own = published.find((item) => item.folder === `packages/${folder}`);
  if (!own) throw new Error(`there is no package ${folder}`);
  const text = sourcesOf(own, 'src').map((source) => source.text);
  for (const name of names.split(' ')) {
    expect(Object.keys({ ...own.dependencies, ...own.devDependencies })).toContain(name);
    expect(text.filter((one) => one.includes(`'${name}`))).not.toEqual([]);
  }
});

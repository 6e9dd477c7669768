import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PACKAGES = ['core', 'press', 'html', 'pdf', 'epub', 'jsonld', 'verify', 'import', 'cli'];

interface Entry {
  readonly '@octavo/source'?: string;
}

/** The names that a source exports, types marked as such. */
function namesOf(path: string): readonly string[] {
  const text = readFileSync(path, 'utf8').replace(/^\s*\/\*[\s\S]*?\*\//gm, '');
  const lists = [...text.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, type = '', names = '']) =>
    names
      .split(',')
      .map((name) => name.trim().replace(/^(type )?.* as /, '$1'))
      .filter((name) => name !== '')
      .map((name) => (type !== '' && !name.startsWith('type ') ? type + name : name)),
  );
  const own = [
    ...text.matchAll(
      /^export (?:declare )?(async function\*?|function\*?|const|class|interface|type) (\w+)/gm,
    ),
  ].map(([, kind = '', name = '']) => (/^(?:interface|type)$/.test(kind) ? `type ${name}` : name));
  const all = [...text.matchAll(/^export type \* from '([^']+)'/gm)].flatMap(([, from = '']) =>
    namesOf(fileURLToPath(new URL(from, `file://${path}`))).filter((name) => name.startsWith('type ')),
  );
  const bare = (name: string) => name.replace(/^type /, '');
  return [...new Set([...lists, ...own, ...all])].sort((a, b) => (bare(a) < bare(b) ? -1 : 1));
}

/** What a package promises: a name that comes or goes here is a change of its interface. */
test.each(PACKAGES)('what @octavo/%s exports', async (name) => {
  const { exports } = JSON.parse(readFileSync(`${ROOT}packages/${name}/package.json`, 'utf8')) as {
    readonly exports: Readonly<Record<string, Entry | string>>;
  };
  const surface: string[] = [];
  for (const [subpath, entry] of Object.entries(exports)) {
    const source = typeof entry === 'string' ? undefined : entry['@octavo/source'];
    if (source === undefined) continue;
    const path = fileURLToPath(new URL(source, `file://${ROOT}packages/${name}/`));
    const names = namesOf(path);
    // What the text says is what there is.
    const module = (await import(path)) as object;
    expect(names.filter((one) => !one.startsWith('type '))).toEqual(Object.keys(module).sort());
    surface.push(`@octavo/${name}${subpath.slice(1)}`, ...names.map((one) => `  ${one}`));
  }
  await expect(`${surface.join('\n')}\n`).toMatchFileSnapshot(`../fixtures/exports/${name}.txt`);
});

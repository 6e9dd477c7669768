import { execFile } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What turbo would call the builds of the handbooks: a new name means a new build. */
async function hashesIn(clone: string): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await run(
    join(ROOT, 'node_modules/.bin/turbo'),
    ['run', 'build', '--dry=json', '--filter=./content/*', '--cwd', clone],
    { maxBuffer: 50_000_000, env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } },
  );
  const { tasks } = JSON.parse(stdout) as { tasks: { taskId: string; hash: string }[] };
  return Object.fromEntries(
    tasks
      .filter(({ taskId }) => taskId.startsWith('@octavo-content/'))
      .map(({ taskId, hash }) => [taskId.replace(/^@octavo-content\/|#build$/g, ''), hash]),
  );
}

let folder = '';
let clone = '';
const both = ['coremodels-faq', 'octavo-handbook'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-inputs-'));
  clone = join(folder, 'clone');
  await run('git', ['clone', '--quiet', ROOT, clone]);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const append = (path: string) => async () => {
  await mkdir(dirname(join(clone, path)), { recursive: true });
  await appendFile(join(clone, path), '\n');
};

test.each<[change: string, edit: () => Promise<void>, rebuilt: readonly string[]]>([
  ['an entry', append('content/octavo-handbook/start/1-what-is-octavo.md'), ['octavo-handbook']],
  ['an inventory', append('content/octavo-handbook/inventory/faq.json'), ['octavo-handbook']],
  ['a new image', append('content/coremodels-faq/assets/new.svg'), ['coremodels-faq']],
  ['an approval', append('content/coremodels-faq/approvals/601.jsonl'), ['coremodels-faq']],
  [
    'a sealed feed page',
    append('dist/coremodels-faq/2026.1/volume/coremodels-faq/feed/2026.1/0001.jsonld'),
    ['coremodels-faq'],
  ],
  ['the command', append('packages/cli/bin/octavo.js'), both],
  ['code of a compiler', append('packages/pdf/src/compile.ts'), both],
  ['a style sheet', append('packages/epub/static/style.css'), both],
  ['a schema', append('schemas/entry.schema.json'), both],
  [
    'the version of a font',
    async () => {
      const path = join(clone, 'pnpm-lock.yaml');
      const lock = await readFile(path, 'utf8');
      const [font = '', version = ''] = /@expo-google-fonts\/[\w-]+@(\d[\w.]*)/.exec(lock) ?? [];
      expect(font).not.toBe('');
      const other = font.replace(version, '9.9.9');
      const [, name = ''] = /^(@[^@]+)@/.exec(font) ?? [];
      const specifier = new RegExp(`('${name}':\\n +specifier: [^\\n]*\\n +version: )${version}`, 'g');
      await writeFile(path, lock.replaceAll(font, other).replace(specifier, '$19.9.9'));
    },
    both,
  ],
  ['a test', append('tests/cli/build.test.ts'), []],
  ['documentation', append('docs/performance.md'), []],
  ['a test of a package', append('packages/core/test/sample.ts'), []],
  ['its own earlier preview', append('dist/coremodels-faq/preview/feed/index.jsonld'), []],
])('%s: what is built again is what depends on it', async (_what, edit, rebuilt) => {
  const before = await hashesIn(clone);
  expect(Object.keys(before).toSorted()).toEqual(both);
  await edit();
  const after = await hashesIn(clone);
  expect(both.filter((handbook) => before[handbook] !== after[handbook])).toEqual(rebuilt);
});

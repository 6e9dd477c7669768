import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createMemory, loadHandbook, type SourceCache, schemaTools } from '@octavo/core';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { sumsOf } from '../cli/compare-builds.ts';
import { generator } from '../cli/edited-book.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';
import { readFolder } from '../core/read-folder.ts';

/** `OCTAVO_EDITS=500` asks for more; of each twenty, one is built on disk as well. */
const EDITS = Number(process.env.OCTAVO_EDITS ?? 60);
const EDITIONS = ['basic', 'pro', 'staff'];
const BOOK = fixture('one-source');

type Files = Map<string, Buffer>;

/** The fixture, and edits of its snippets, of what puts them in, of variables and of conditions. */
function editedFixture(seed: number): { readonly files: Files; readonly edit: () => string } {
  const original: Files = new Map(
    readFolder(BOOK).map(({ path, value }) => [path, Buffer.from(value as Uint8Array)] as const),
  );
  const files: Files = new Map(original);
  const random = generator(seed);
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const change = (path: string, how: (text: string) => string) => {
    const text = files.get(path);
    if (text) files.set(path, Buffer.from(how(text.toString('utf8'))));
    return path;
  };
  const among = (begin: RegExp) => pick([...files.keys()].filter((path) => begin.test(path)));
  const anySnippet = () => among(/^snippets\//);
  const anyEntry = () => among(/^(?:care|start|firing)\/\d/);
  const word = () => pick('slow glaze shelf winter copper heat lid'.split(' '));
  const edits: Readonly<Record<string, () => string>> = {
    'a word in a snippet': () =>
      change(anySnippet(), (text) => text.replace(/(\p{L}{4,})([ .])/u, `$1 ${word()}$2`)),
    'a line behind a snippet': () => change(anySnippet(), (text) => `${text}\n${word()} behind.\n`),
    'a word in an entry': () => change(anyEntry(), (text) => `${text}\nIt is ${word()}.\n`),
    'a snippet in an entry': () =>
      change(anyEntry(), (text) => `${text}\n::snippet{id=${pick(['cool', 'parts', 'cycle', 'warm'])}}\n`),
    'a quotation': () =>
      change(anyEntry(), (text) => `${text}\n::entry{number=${pick([3, 10, 11, 15, 5, 6])}}\n`),
    'an argument': () =>
      change('care/11-send-back.md', (text) => text.replace(/days=\d+/, `days=${pick([7, 14, 30])}`)),
    'a value': () =>
      change('handbook.yaml', (text) => text.replace(/^ {2}product: Kiln.*$/m, `  product: Kiln ${word()}`)),
    'an axis': () =>
      change('handbook.yaml', (text) =>
        text.replace(
          /audience: \[.*\]/,
          `audience: [${pick(['public, internal', 'public, internal, press'])}]`,
        ),
      ),
    'all axes': () => change('handbook.yaml', (text) => text.replace(/^ {2}audience: \[/m, '  audence: [')),
    'the language': () =>
      change('handbook.yaml', (text) => text.replace(/^language: .*$/m, `language: ${pick(['en', 'de'])}`)),
    'a condition in a snippet': () =>
      change(anySnippet(), (text) =>
        text.replaceAll(
          /audience=internal|audience=public/g,
          () => `audience=${pick(['internal', 'public'])}`,
        ),
      ),
    'who sees an entry': () =>
      change(anyEntry(), (text) =>
        /^for:/m.test(text)
          ? text.replace(/^for:.*\n/m, '')
          : text.replace(/^question:/m, 'for: { audience: internal }\nquestion:'),
      ),
    'a snippet goes': () => {
      const path = anySnippet();
      files.delete(path);
      return path;
    },
    'everything is as it was': () => {
      files.clear();
      for (const [path, bytes] of original) files.set(path, bytes);
      return '';
    },
  };
  return {
    files,
    edit: () => {
      const name = pick(Object.keys(edits));
      return `${name}: ${edits[name]?.()}`;
    },
  };
}

test(`${EDITS} edits of a book with snippets: what is remembered and cached of its editions gives what a first load gives`, async () => {
  const { files, edit } = editedFixture(2101);
  const memory = createMemory();
  const kept = new Map<string, Uint8Array>();
  const cache: SourceCache = { get: (key) => kept.get(key), put: (key, bytes) => void kept.set(key, bytes) };
  let held = new Map<string, { bytes: Buffer; file: VFile }>();
  const told = ({ handbook, files: all, shown }: ReturnType<typeof loadHandbook>) => ({
    handbook: JSON.stringify(handbook),
    shown: shown.map(({ path }) => path),
    messages: all.flatMap((file) => file.messages.map((one) => `${file.path} ${one} ${one.note}`)).sort(),
  });
  let sound = 0;
  for (let at = 0; at < EDITS; at++) {
    const story = at === 0 ? 'at first' : edit();
    const next: typeof held = new Map();
    for (const [path, bytes] of files) {
      const before = held.get(path);
      next.set(
        path,
        before?.bytes.equals(bytes) ? before : { bytes, file: new VFile({ path, value: bytes }) },
      );
    }
    held = next;
    // types.yaml is not edited here.
    const tools = await schemaTools([...held.values()].map(({ file }) => file));
    for (const edition of EDITIONS) {
      const fresh = loadHandbook(
        [...files].map(([path, value]) => new VFile({ path, value })),
        { edition, tools },
      );
      const again = loadHandbook(
        [...held.values()].map(({ file }) => file),
        { edition, memory, cache, tools },
      );
      expect(told(again), `edit ${at}, ${edition}: ${story}`).toEqual(told(fresh));
      if (fresh.handbook) sound++;
    }
  }
  expect(sound).toBeGreaterThan(EDITS / 4);
}, 3_600_000);

test('edits on disk: every edition by a cache is the one from nothing', async () => {
  const place = await temporaryFolder();
  const folder = join(place, 'book');
  const { files, edit } = editedFixture(2102);
  const build = async (out: string, ...more: string[]) =>
    runOctavo(
      ['build', folder, '--all-editions', '--out', join(place, out), '--reporter', 'json', ...more],
      place,
    );
  let built = 0;
  for (let at = 0; at < Math.max(2, EDITS / 20); at++) {
    const story = at === 0 ? 'at first' : edit();
    await writeAll(folder, files);
    const to = at % 5 === 0 ? 'html,pdf,epub,jsonld' : 'html,epub,jsonld';
    const kept = await build('kept', '--to', to);
    const clean = await build('clean', '--to', to, '--no-cache');
    expect([kept.code, kept.stdout], story).toEqual([clean.code, clean.stdout]);
    if (clean.code !== 0) continue;
    built++;
    // Beside each edition lies the report of its run.
    for (const edition of EDITIONS)
      expect(await sumsOf(join(place, 'kept', edition)), `${edition}: ${story}`).toEqual(
        await sumsOf(join(place, 'clean', edition)),
      );
  }
  expect(built).toBeGreaterThan(0);
}, 3_600_000);

async function writeAll(folder: string, files: Files): Promise<void> {
  for (const one of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const path = join(one.parentPath, one.name).slice(folder.length + 1);
    if (one.isFile() && !path.startsWith('.octavo') && !files.has(path)) await rm(join(folder, path));
  }
  for (const [path, bytes] of files) {
    const now = await readFile(join(folder, path)).catch(() => undefined);
    if (now?.equals(bytes)) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

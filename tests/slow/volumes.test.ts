import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));

/** Both volumes of the small work, released: `6/1.0`, `7/1.0`, and volume 7 grown to 720 as `7/1.1`. */
let place: string;
const SIX = 'volume/small-501-600/';
const SEVEN = 'volume/small-601-700/';

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'octavo-volumes-'));
  await cp(fixture('volumes'), place, { recursive: true });
  const [six, seven] = [join(place, 'volume-6'), join(place, 'volume-7')];
  await mkdir(join(six, 'assets'));
  await cp(fixture('kitchen-sink/assets/icon.png'), join(six, 'assets/dot.png'));
  await writeFile(
    join(six, 'glossary.yaml'),
    'terms:\n  - { id: ink, term: Ink, definition: What one writes with. }\n',
  );
  await edit(join(six, 'basics/540-begin.md'), /$/, '\n![A dot](../assets/dot.png)\n');
  expect((await runOctavo(['inventory', 'update'], six)).code).toBe(0);
  await releaseOf(six, '1.0');
  await releaseOf(seven, '1.0');
  await edit(join(seven, 'handbook.yaml'), 'last: 700', 'last: 720');
  await edit(
    join(seven, 'handbook.yaml'),
    'version: "1.0", date: 2026-11-01',
    'version: "1.1", date: 2026-12-01',
  );
  await writeFile(
    join(seven, 'basics/711-end.md'),
    '---\nnumber: 711\nquestion: Where does one end?\n---\n\nHere, long after [the beginning](#540).\n',
  );
  await releaseOf(seven, '1.1');
}, 240_000);
afterAll(() => rm(place, { recursive: true, force: true }));

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

async function releaseOf(book: string, version: string): Promise<void> {
  const out = join(place, 'out', book.slice(-1));
  const done = await runOctavo(['release', version, book, '--out', out, '--allow-dirty', '--quiet'], place);
  expect(done.code, done.stderr).toBe(0);
}

async function publish(root: string, ...names: readonly string[]): Promise<string> {
  await mkdir(root, { recursive: true });
  let said = '';
  for (const name of names)
    said = await run(process.execPath, [SCRIPT, join(place, 'out', name), root]).then(
      ({ stdout }) => stdout,
      ({ stderr }: { stderr: string }) => stderr,
    );
  return said;
}

/** Every file of a folder, by path with forward slashes. */
async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'latin1')] as const),
    ),
  );
}

/** The files that are not kept for readers of one edition, and not the list of what is kept. */
function ofNewest(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => !/^volume\/[^/]+\/(?:edition\/|editions\.js$)/.test(path)));
}

/** The addresses in the pages of a tree that lead to no file of it. `host` is what the tree is mounted at. */
function deadLinks(files: ReadonlyMap<string, string>, host: string): readonly string[] {
  const dead: string[] = [];
  for (const [path, text] of files) {
    const patterns = path.endsWith('.html')
      ? [/ (?:href|src|action|data-work)="([^"]*)"/g]
      : path.endsWith('.md') || path.endsWith('llms.txt')
        ? [/\]\(([^)]*)\)/g]
        : [];
    for (const [, address = ''] of patterns.flatMap((pattern) => [...text.matchAll(pattern)])) {
      if (/^(?:[a-z]+:|#)/.test(address)) continue;
      const [to = ''] = address.split(/[?#]/);
      const target = to.startsWith('/') ? to.slice(host.length) : posix.join(posix.dirname(path), to);
      if (!files.has(target)) dead.push(`${path}: ${address}`);
      else if (to.startsWith('/') && !to.startsWith(host)) dead.push(`${path}: ${address}`);
    }
  }
  return dead;
}

describe('two volumes of one work', () => {
  test('stand in one web root, whichever is published first, and none takes anything from the other', async () => {
    const folder = await temporaryFolder();
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    expect(await publish(one, '6/1.0', '7/1.0', '7/1.1')).toMatch(/^small-601-700 1\.1: \d+ files/);
    await publish(other, '7/1.0', '7/1.1', '6/1.0');
    const files = await filesOf(one);
    expect(await filesOf(other)).toEqual(files);
    for (const [name, folderOf] of [
      ['6/1.0', SIX],
      ['7/1.1', SEVEN],
    ] as const) {
      const released = ofNewest(await filesOf(join(place, 'out', name)));
      // Publishing says in editions.js which editions are kept.
      for (const [path, content] of released)
        if ((path.startsWith(folderOf) || path.startsWith('entry/')) && !path.endsWith('editions.js'))
          expect(files.get(path), path).toBe(content);
    }
    expect(deadLinks(files, '/work/')).toEqual([]);
    expect(await publish(one, '7/1.1', '6/1.0')).toMatch(/: 0 files written/);
  });

  test('have a page, a search, feeds, a sitemap and data in common', async () => {
    const root = join(await temporaryFolder(), 'site');
    await publish(root, '7/1.1', '6/1.0');
    const read = (path: string) => readFile(join(root, path), 'utf8');
    const page = await read('index.html');
    expect(page).toContain('<h1>A small work</h1>');
    const questions = [...page.matchAll(/class="number">(\d+)</g)].map(([, number]) => number);
    expect(questions).toEqual(['540', '601', '711']);
    expect(page).toContain('Questions 601 to 720 of 1000');
    const parts = await read('search-parts.js');
    const own = (folder: string) => ['basics', '_book'].map((name) => `${folder}static/search/${name}.js`);
    expect(parts).toBe(`octavoSearchParts(${JSON.stringify([...own(SIX), ...own(SEVEN)])});\n`);
    const feed = JSON.parse(await read('feed.json')) as { items: { id: string }[]; title: string };
    expect(feed.title).toBe('A small work');
    expect(feed.items.map(({ id }) => id)).toEqual([
      `https://example.org/work/${SIX}#1.0`,
      // The volume has grown.
      `https://example.org/work/${SEVEN}#1.1/book/small-601-700/changed`,
      'https://example.org/work/entry/711#1.1',
    ]);
    const atom = await read('feed.xml');
    expect(atom.match(/<entry>/g)).toHaveLength(3);
    expect(atom).toMatch(/\/><entry>/);
    const addresses = [...(await read('sitemap.xml')).matchAll(/<loc>([^<]*)</g)].map(([, loc]) => loc);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toEqual(
      expect.arrayContaining([
        'https://example.org/work/',
        'https://example.org/work/entry/540',
        'https://example.org/work/entry/711',
        `https://example.org/work/${SIX}`,
      ]),
    );
    const inventory = JSON.parse(await read('inventory.json')) as {
      id: string;
      entries: { number: string }[];
    };
    expect(inventory.id).toBe('work');
    expect(inventory.entries.map(({ number }) => number)).toEqual(['540', '601', '711']);
    const work = JSON.parse(await read('handbook.jsonld')) as { hasPart: string[] };
    expect(work.hasPart).toEqual([
      `https://example.org/work/${SIX}handbook`,
      `https://example.org/work/${SEVEN}handbook`,
    ]);
    const nginx = await read('hosting/nginx-maps.conf');
    for (const name of ['begin 540;', 'start 540;', 'go-on 601;', 'end 711;']) expect(nginx).toContain(name);
    const locations = [...(await read('hosting/nginx.conf')).matchAll(/location = (\S+)/g)].map(
      ([, at]) => at,
    );
    expect(new Set(locations).size).toBe(locations.length);
    expect(await read('_redirects')).toContain('/work/entry/start /work/entry/540/ 301');
    // Each volume by itself is as it was released, and reads back from where it is published.
    for (const volume of [SIX, SEVEN]) {
      const verified = await runOctavo(
        ['verify', join(root, volume), '--out', join(root, '../p.json')],
        place,
      );
      expect(verified.code, verified.stderr).toBe(0);
      await run('sha256sum', ['--check', '--quiet', `${volume}SHA256SUMS`], { cwd: root });
    }
    // What all volumes share is held to what they make of it together.
    for (const [path, from, to] of [
      ['index.html', '</main>', '<p>And more.</p></main>'],
      ['llms.txt', /$/, '- [999. What else?](entry/999.md)\n'],
      [`${SIX}manifest.json`, 'entry/540/index.html', 'entry/711/index.html'],
    ] as const) {
      const whole = await readFile(join(root, path), 'utf8');
      await edit(join(root, path), from, to);
      const spoilt = await runOctavo(['verify', join(root, SEVEN), '--out', join(root, '../p.json')], place);
      expect(spoilt.code, path).toBe(1);
      expect(spoilt.stderr).toContain(path);
      await writeFile(join(root, path), whole);
    }
    const several = await runOctavo(['verify', root], place);
    expect(several.code).toBe(2);
    expect(several.stderr).toContain(`holds 2 volumes of a work\n  Give the folder of one: `);
  });

  test('each stand alone: the tree has the page of the work with one volume, and no link leads nowhere', async () => {
    for (const name of ['6/1.0', '7/1.0', '7/1.1']) {
      const files = await filesOf(join(place, 'out', name));
      expect(deadLinks(files, '/work/')).toEqual([]);
      const root = join(await temporaryFolder(), 'site');
      await publish(root, name);
      // Published alone, its root files are those of the tree, but for the editions that are kept.
      const own = (all: ReadonlyMap<string, string>) =>
        new Map([...all].filter(([path]) => !/\/edition\/|\/editions\.js$/.test(path)));
      const published = await filesOf(root);
      expect(own(published)).toEqual(own(files));
      expect(deadLinks(published, '/work/')).toEqual([]);
    }
  });

  test('keep every address when a volume grows', async () => {
    const names = (files: ReadonlyMap<string, string>) =>
      [...files.keys()].filter((path) => !/\.zip/.test(path));
    const [before, after] = await Promise.all(
      ['7/1.0', '7/1.1'].map((name) => filesOf(join(place, 'out', name))),
    );
    const lost = names(before as Map<string, string>).filter((path) => !after?.has(path));
    expect(lost.filter((path) => !path.includes('/feed/1.0/'))).toEqual([]);
    const iri = (files: ReadonlyMap<string, string> | undefined) =>
      (JSON.parse(files?.get(`${SEVEN}handbook.jsonld`) ?? '') as { '@id': string })['@id'];
    expect(iri(after)).toBe(`https://example.org/work/${SEVEN}handbook`);
    expect(iri(before)).toBe(iri(after));
  });
});

describe('publishing refuses', () => {
  test('a later volume turned back, and a web root that is not the work’s', async () => {
    const root = join(await temporaryFolder(), 'site');
    await publish(root, '6/1.0', '7/1.1');
    // A release before it is added to the editions that are kept.
    expect(await publish(root, '7/1.0')).toContain('1.1 stays published');
    const before = await filesOf(root);
    expect(JSON.parse(before.get(`${SEVEN}manifest.json`) ?? '').edition.version).toBe('1.1');
    expect(before.has(`${SEVEN}edition/1.0/${SEVEN}manifest.json`)).toBe(true);
    const elsewhere = join(place, 'elsewhere');
    await cp(fixture('small'), elsewhere, { recursive: true });
    await edit(join(elsewhere, 'handbook.yaml'), /iri: .*/, 'iri: https://example.org/work/');
    await edit(join(elsewhere, 'handbook.yaml'), /id: small/, 'id: small-e');
    await releaseOf(elsewhere, '1.0');
    expect(await publish(root, 'e/1.0')).toContain(
      'is the web root of "small-501-600", and this is "small-e"',
    );
    expect(await filesOf(root)).toEqual(before);
    const plain = join(await temporaryFolder(), 'plain');
    await publish(plain, 'e/1.0');
    expect(await publish(plain, '7/1.1')).toContain(
      'is the web root of "small-e", and this is "small-601-700"',
    );
  });

  test('a volume with a number that another one has published', async () => {
    const twin = join(place, 'volume-9');
    await cp(join(place, 'volume-7'), twin, { recursive: true });
    await rm(join(twin, 'releases'), { recursive: true });
    await edit(join(twin, 'handbook.yaml'), 'id: small-601-700', 'id: small-twin');
    await releaseOf(twin, '1.1');
    const root = join(await temporaryFolder(), 'site');
    expect(await publish(root, '7/1.1', '9/1.1')).toContain(
      'published in the volume "small-601-700" already',
    );
  });
});

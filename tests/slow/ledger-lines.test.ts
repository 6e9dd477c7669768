import { execFile } from 'node:child_process';
import {
  appendFile,
  cp,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readJson, release, released, revise } from '../cli/editions.ts';
import { git, HAS_GIT } from '../cli/git.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

const PUBLISH = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));

interface Place {
  readonly book: string;
  readonly out: string;
  readonly site: string;
}

/** The Larder in a repository, 2026.1 and 2026.2 released, tagged and published. */
let place: string;
beforeAll(async () => {
  if (!HAS_GIT) return;
  place = await mkdtemp(join(tmpdir(), 'octavo-lines-'));
  const at = placeIn(place);
  await cp(fixture('editions/1'), at.book, { recursive: true });
  await git(place, 'init', '--quiet', '--initial-branch', 'main', 'larder');
  await writeFile(join(at.book, '.gitignore'), '.octavo\n');
  await releaseAndTag(at, '2026.1');
  await revise(at.book, 2);
  await releaseAndTag(at, '2026.2');
}, 240_000);
afterAll(() => (place ? rm(place, { recursive: true, force: true }) : undefined));

function placeIn(folder: string): Place {
  return { book: join(folder, 'larder'), out: join(folder, 'out'), site: join(folder, 'site') };
}

async function copy(): Promise<Place> {
  const folder = await temporaryFolder();
  await cp(place, folder, { recursive: true, verbatimSymlinks: true });
  return placeIn(folder);
}

async function commit(book: string, message: string): Promise<void> {
  await git(book, 'add', '--all');
  await git(book, 'commit', '--quiet', '--allow-empty', '--message', message);
}

/** As the Octavo Handbook says: commit, release, commit the ledger, tag that commit, publish. */
async function releaseAndTag({ book, out, site }: Place, version: string): Promise<void> {
  await commit(book, `Edition ${version}`);
  await released(book, out, version);
  await commit(book, `Ledger of ${version}`);
  await git(book, 'tag', `larder/${version}`);
  expect(await publish(join(out, version), site)).toContain('files written');
}

function publish(folder: string, site: string): Promise<string> {
  return promisify(execFile)(process.execPath, [PUBLISH, folder, site]).then(
    ({ stdout }) => stdout,
    ({ stderr }: { stderr: string }) => stderr,
  );
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

/** Makes the book the next edition by a changed word and a new date. */
async function next(book: string, version: string, date: string, words: string): Promise<void> {
  await edit(
    join(book, 'handbook.yaml'),
    /version: "[^"]+", date: [-\dT:Z]+/,
    `version: "${version}", date: ${date}`,
  );
  await appendFile(join(book, 'keeping/633-flour.md'), `\n${words}\n`);
  await commit(book, version);
}

interface Told {
  readonly version: string;
  readonly beside?: { readonly follows: string };
}

/** The editions that the script of the site knows, and whether they are kept. */
async function listed(site: string): Promise<readonly string[]> {
  const text = await readFile(join(site, 'editions.js'), 'utf8');
  const { editions } = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')));
  return editions.map(({ version, kept }: { version: string; kept: boolean }) => `${version} ${kept}`);
}

/** A hotfix of the first edition, on a branch from its tag, after 2026.2 was released. */
async function hotfix(book: string): Promise<void> {
  await git(book, 'switch', '--quiet', '--create', 'hotfix', 'larder/2026.1');
  await next(book, '2026.1.1', '2026-12-01', 'Close the tin.');
}

describe.skipIf(!HAS_GIT)('lines of releases', () => {
  test('a hotfix of an old edition is refused by the tag, by latest and by the published tree', async () => {
    const at = await copy();
    await hotfix(at.book);
    const before = await readlink(join(at.out, 'latest'));
    const byAll = await release(at.book, at.out, '2026.1.1');
    expect(byAll.code).toBe(4);
    expect(byAll.stderr).toMatch(
      /handbook\.yaml:1:1 {2}error {2}release-follows {2}the tag larder\/2026\.2 has release 2026\.2, and the ledger, which ends with 2026\.1, does not know it/,
    );
    expect(byAll.stderr).toContain('For a hotfix of 2026.1, bring the ledger here');
    // One witness is enough, whichever.
    await git(at.book, 'tag', '--delete', 'larder/2026.2');
    expect((await release(at.book, at.out, '2026.1.1')).stderr).toContain('latest has release 2026.2');
    // Where links cannot be made there is no latest.
    await rm(join(at.out, 'latest'));
    expect((await release(at.book, at.out, '2026.1.1')).stderr).toContain(
      'the folder 2026.2 has release 2026.2',
    );
    await symlink(before, join(at.out, 'latest'), 'dir');
    const other = join(at.out, 'elsewhere');
    const byTree = await release(at.book, other, '2026.1.1', '--previous', at.site);
    expect({ code: byTree.code, stderr: byTree.stderr }).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('the folder of --previous has release 2026.2'),
    });
    await edit(
      join(at.book, 'handbook.yaml'),
      'version: "2026.1.1"',
      'version: "2026.1.1", previous: "2026.2"',
    );
    await commit(at.book, 'What it follows');
    const byEditor = await release(at.book, other, '2026.1.1');
    expect(byEditor.stderr).toContain(
      'this edition follows 2026.2, and the ledger, whose newest edition is 2026.1, does not have it',
    );
    expect((await runOctavo(['check', at.book], process.cwd())).stderr).toContain('release-follows');
    expect(await readlink(join(at.out, 'latest'))).toBe(before);

    // The way that the message tells: with the whole ledger, on the line of 2026.1.
    await git(at.book, 'checkout', '--quiet', 'main', '--', 'releases');
    await edit(join(at.book, 'handbook.yaml'), 'previous: "2026.2"', 'previous: "2026.1"');
    await commit(at.book, 'The ledger');
    const root = await readFile(join(at.site, 'index.html'), 'utf8');
    expect((await released(at.book, at.out, '2026.1.1')).stderr).toContain('latest stays with 2026.2');
    expect(await readlink(join(at.out, 'latest'))).toBe(before);
    expect(await publish(join(at.out, '2026.1.1'), at.site)).toContain('files written');
    expect(await publish(join(at.out, '2026.1.1'), at.site)).toContain(' 0 files written');
    expect(await readFile(join(at.site, 'index.html'), 'utf8')).toBe(root);
    expect((await readJson(at.site, 'manifest.json')).edition.version).toBe('2026.2');
    expect((await readJson(at.site, 'edition/2026.1.1/manifest.json')).edition.version).toBe('2026.1.1');
    expect(await readFile(join(at.site, 'edition/2026.1.1/entry/633/index.html'), 'utf8')).toContain(
      'Close the tin.',
    );
    expect(await readdir(join(at.site, 'feed'))).toEqual(['2026.1', '2026.1.1', '2026.2', 'index.jsonld']);
    // The switcher and the banner know it at once, and the newest edition is still the last.
    expect(await listed(at.site)).toEqual(['2026.1 true', '2026.1.1 true', '2026.2 true']);
    expect(await readdir(join(at.out, '2026.1.1'))).not.toContain('editions.link');
    expect(await readFile(join(at.site, 'editions.link'), 'utf8')).not.toContain('2026.1.1');
    await commit(at.book, 'Ledger of the hotfix');

    // The main line goes on, with what the hotfix promised.
    await git(at.book, 'switch', '--quiet', 'main');
    await git(at.book, 'checkout', '--quiet', 'hotfix', '--', 'releases');
    await next(at.book, '2026.3', '2026-12-02', 'Close the tin.');
    await released(at.book, at.out, '2026.3');
    const { changes, since } = await readJson(at.out, '2026.3/changes.json');
    expect({ since: since.version, told: changes.map(({ number }: { number: string }) => number) }).toEqual({
      since: '2026.2',
      told: ['633'],
    });
    expect(await publish(join(at.out, '2026.3'), at.site)).toContain('files written');

    // It stands among all editions, in the histories and in its own pages, and was never in force.
    expect(await listed(at.site)).toEqual(['2026.1 true', '2026.1.1 true', '2026.2 true', '2026.3 true']);
    const text = (path: string) => readFile(join(at.site, path), 'utf8');
    const order = /2026\.3\b.*2026\.2\b.*2026\.1\.1\b.*2026\.1\b/s;
    expect((await text('releases/index.html')).replace(/<head>.*<main/s, '')).toMatch(order);
    expect(await text('release/2026.1.1/index.html')).toMatch(/Changed: .*633/);
    expect(await text('since/2026.1.1/index.html')).not.toContain('Flour');
    const { editions, chapters } = await readJson(at.site, 'handbook.json');
    expect(editions.map(({ version, beside }: Told) => [version, beside?.follows])).toEqual([
      ['2026.1', undefined],
      ['2026.1.1', '2026.1'],
      ['2026.2', undefined],
    ]);
    const entries = chapters.flatMap((chapter: { entries: readonly object[] }) => chapter.entries);
    const { history } = entries.find(({ number }: { number: string }) => number === '633');
    expect(history.events.map(({ version, beside }: Told) => [version, beside])).toEqual([
      ['2026.1', undefined],
      ['2026.1.1', true],
      ['2026.2', undefined],
      ['2026.3', undefined],
    ]);
    const page = await text('entry/633/index.html');
    expect(page).toMatch(/Changed in .*2026\.1\.1.*December 1, 2026/);
    expect(await text('entry/633/history/index.html')).toContain('id="2026.1.1"');
    const versions = (await readJson(at.site, 'entry/633/history.jsonld'))['dcterms:hasVersion'];
    const valid = versions.map((one: Record<string, string>) => [one.bookEdition, one['dcterms:valid']]);
    expect(valid).toEqual([
      ['2026.1', '2026-01-31T00:00:00Z/2026-06-30T00:00:00Z'],
      ['2026.1.1', undefined],
      ['2026.2', '2026-06-30T00:00:00Z/2026-12-02T00:00:00Z'],
      ['2026.3', '2026-12-02T00:00:00Z/..'],
    ]);
    expect(await text('entry/633.link')).not.toContain('2026.1.1');
    const feed = await readJson(at.site, 'feed/index.jsonld');
    expect(JSON.stringify(feed)).toContain('feed/2026.1.1/');
  }, 240_000);

  test('a hotfix made where nobody knows better turns back neither the site nor the ledger', async () => {
    const at = await copy();
    await hotfix(at.book);
    // As in a clone without tags and without dist.
    await git(at.book, 'tag', '--delete', 'larder/2026.2');
    const apart = join(at.out, 'apart');
    await released(at.book, apart, '2026.1.1');
    await commit(at.book, 'Ledger of the hotfix');
    const site = await readFile(join(at.site, 'manifest.json'), 'utf8');
    expect(await publish(join(apart, '2026.1.1'), at.site)).toBe(
      'publish: 2026.2 is published, and 2026.1.1 does not follow it (it follows 2026.1)\n',
    );
    expect(await readFile(join(at.site, 'manifest.json'), 'utf8')).toBe(site);

    // Merged into main, the fork is refused by whoever reads the ledger, with both sides.
    await git(at.book, 'switch', '--quiet', 'main');
    await git(at.book, 'merge', '--quiet', '--strategy-option', 'ours', '--message', 'Merge', 'hotfix');
    const out = join(at.out, 'forked');
    for (const args of [
      ['check', at.book],
      ['build', at.book, '--to', 'jsonld', '--out', out],
      ['release', '2026.2', at.book, '--out', at.out],
      ['diff', '2026.1', '2026.2', at.book],
    ]) {
      const { code, stderr } = await runOctavo(args, process.cwd());
      expect({ args: args[0], code, stderr }).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(
          /releases\/2026\.1\.1\.json:1:1 {2}error {2}ledger-one-line {2}two branches released without knowing of each other: release 2026\.2 \(2026-06-30\) and release 2026\.1\.1 \(2026-12-01\)/,
        ),
      });
    }
    // What the message says to do.
    expect(await runOctavo(['ledger', 'merge', '--handbook', at.book], process.cwd())).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('merged: 2026.1.1 and 2026.2'),
    });
    await next(at.book, '2026.3', '2026-12-02', 'Keep it dark.');
    await released(at.book, at.out, '2026.3');
    expect((await readJson(at.out, '2026.3/changes.json')).since.version).toBe('2026.2');
  }, 240_000);

  test('two branches that released one version conflict, and the message says so', async () => {
    const at = await copy();
    await git(at.book, 'switch', '--quiet', '--create', 'other');
    await next(at.book, '2026.3', '2026-12-01', 'Close the tin.');
    await released(at.book, join(at.out, 'a'), '2026.3', '--previous', at.site);
    await commit(at.book, 'Ledger');
    await git(at.book, 'switch', '--quiet', 'main');
    await next(at.book, '2026.3', '2026-12-02', 'Dry the tin.');
    await released(at.book, at.out, '2026.3');
    await commit(at.book, 'Ledger');
    await expect(git(at.book, 'merge', '--quiet', 'other')).rejects.toThrow();
    await git(at.book, 'checkout', '--ours', 'handbook.yaml', 'keeping/633-flour.md');
    const { code, stderr } = await runOctavo(['check', at.book], process.cwd());
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /releases\/2026\.3\.json:\d+:1 {2}error {2}merge-finished .*\n {4}Two branches released this version\. Keep the one/,
    );
    // The command of the message; then the other side's change is the next edition.
    await git(at.book, 'checkout', '--ours', 'releases/2026.3.json', 'releases/2026.3.text.jsonl');
    await commit(at.book, 'Merged');
    await next(at.book, '2026.4', '2026-12-03', 'Keep it dark.');
    await released(at.book, at.out, '2026.4');

    // The site has the other 2026.3: that 2026.4 does not follow.
    expect(await publish(join(at.out, 'a/2026.3'), at.site)).toContain('files written');
    expect(await publish(join(at.out, '2026.4'), at.site)).toContain(
      'another 2026.3 is published than the one that this release follows',
    );
    await next(at.book, '2026.5', '2026-12-04', 'Keep it cool.');
    const previous = await release(at.book, join(at.out, 'b'), '2026.5', '--previous', at.site);
    expect(previous.stderr).toContain(
      'the folder of --previous has release 2026.3, and it is another one than the ledger has under that version',
    );
  }, 240_000);

  test('with the ledger gone, the next release is not taken for a first edition', async () => {
    const at = await copy();
    await rm(join(at.book, 'releases'), { recursive: true });
    await next(at.book, '2027.1', '2027-01-01', 'Close the tin.');
    const none = 'there is no ledger: this would pass for a first edition';
    const apart = join(at.out, 'apart');
    const byTags = await release(at.book, apart, '2027.1');
    expect({ code: byTags.code, told: byTags.stderr.split(none).length - 1 }).toEqual({ code: 4, told: 2 });
    // A ledger that never was committed leaves tags that are only called so.
    await git(at.book, 'tag', '--delete', 'larder/2026.1', 'larder/2026.2');
    await git(at.book, 'tag', 'larder/2026.2');
    expect((await release(at.book, apart, '2027.1')).stderr).toContain('the tag larder/2026.2 is that of');
    // Other tags say nothing.
    await git(at.book, 'tag', '--delete', 'larder/2026.2');
    await git(at.book, 'tag', 'v3.2');
    expect((await release(at.book, apart, '2027.1', '--previous', at.site)).stderr).toContain(none);
    expect((await release(at.book, at.out, '2027.1')).stderr).toContain(
      `latest has release 2026.2, and ${none}`,
    );
    await edit(join(at.book, 'handbook.yaml'), 'version: "2027.1"', 'version: "2027.1", previous: "2026.2"');
    await commit(at.book, 'What it follows');
    expect((await release(at.book, apart, '2027.1')).stderr).toContain('releases/2026.2.json is missing');
    expect(await readdir(at.out)).not.toContain('2027.1');
  }, 240_000);

  test('an old release that is put back leaves latest where it is', async () => {
    const at = await copy();
    await git(at.book, 'switch', '--quiet', '--detach', 'larder/2026.1');
    await rm(join(at.out, '2026.1'), { recursive: true });
    const { stderr } = await released(at.book, at.out, '2026.1');
    expect(stderr).toMatch(/put back in place.*\nlatest stays with 2026\.2\n/);
    expect(await readlink(join(at.out, 'latest'))).toBe('2026.2');
    expect(await publish(join(at.out, '2026.1'), at.site)).toContain('2026.2 stays published');
  }, 240_000);

  test('a retracted release whose files are withdrawn is a notice on the site too', async () => {
    const at = await copy();
    const reason = 'Eggs are told wrong.';
    const args = ['retract', '2026.2', at.book, '--out', at.out, '--reason', reason, '--files', 'notice'];
    expect((await runOctavo(args, process.cwd())).stderr).toContain('latest leads to 2026.1');
    expect(await readlink(join(at.out, 'latest'))).toBe('2026.1');
    await commit(at.book, 'Retracted');
    expect(await publish(join(at.out, '2026.2'), at.site)).toContain('larder 2026.2 is retracted');
    expect(await publish(join(at.out, '2026.2'), at.site)).toContain(' 0 files written');
    const page = await readFile(join(at.site, 'entry/633/index.html'), 'utf8');
    expect(page).toContain(reason);
    expect(page).toContain('Edition 2026.2');
    expect(page).not.toContain('flour');
    for (const gone of ['larder.pdf', 'handbook.json', 'larder-2026.2.zip'])
      expect(await readdir(at.site), gone).not.toContain(gone);
    expect(await readdir(join(at.site, 'feed'))).toEqual(['2026.1', '2026.2', 'index.jsonld']);
    // The next edition takes its place.
    await next(at.book, '2026.3', '2026-12-02', 'Close the tin.');
    await released(at.book, at.out, '2026.3');
    expect(await publish(join(at.out, '2026.3'), at.site)).toContain('files written');
    expect(await readFile(join(at.site, 'entry/633/index.html'), 'utf8')).toContain('Close the tin.');
  }, 240_000);

  test('with the line ends of Windows the ledger is what it was', async () => {
    const at = await copy();
    for (const name of await readdir(join(at.book, 'releases'))) {
      const file = join(at.book, 'releases', name);
      await writeFile(file, (await readFile(file, 'utf8')).replaceAll('\n', '\r\n'));
    }
    const { code, stderr } = await runOctavo(['diff', '2026.1', '2026.2', at.book], process.cwd());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

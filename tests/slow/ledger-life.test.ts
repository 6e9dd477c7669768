import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, readlink, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { retractionPage } from '@octavo/press/release';
import { describe, expect, test } from 'vitest';
import { readJson, release, released } from '../cli/editions.ts';
import { git, HAS_GIT } from '../cli/git.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { copyOf } from '../cli/temporary-folder.ts';

interface Place {
  readonly book: string;
  readonly out: string;
}

const BOOK = 'https://small.example/book/';

/** A small book of the data alone, so that a release takes no time, released as 1.0 and, with an entry more, as 1.1. */
async function twoReleases(): Promise<Place> {
  const book = await copyOf('small');
  const out = join(book, '../out');
  await edition(book, '1.0', '2026-01-31');
  await released(book, out, '1.0');
  await cp(book, join(book, '../first'), { recursive: true });
  await edition(book, '1.1', '2026-02-28');
  await entry(book, 3, 'How long does it keep?', 'A year, in a dry place.');
  await released(book, out, '1.1');
  return { book, out };
}

async function edition(book: string, version: string, date: string, previous?: string): Promise<void> {
  const path = join(book, 'handbook.yaml');
  const text = (await readFile(path, 'utf8')).replace(/^formats:.*\n/m, '');
  const follows = previous === undefined ? '' : `, previous: "${previous}"`;
  await writeFile(
    path,
    `${text.replace(/edition:[\s\S]*?(?=^chapters)/m, `edition: { version: "${version}", date: ${date}${follows} }\n`)}formats: [jsonld]\n`,
  );
}

function entry(book: string, number: number, question: string, answer: string, more = ''): Promise<void> {
  const matter = `---\nnumber: ${number}\nid: entry-${number}\nquestion: ${question}\n${more}---\n`;
  return writeFile(join(book, `basics/${number}-entry-${number}.md`), `${matter}\n${answer}\n`);
}

/** The branch that maintains 1.0: its sources, and the whole ledger. */
async function maintenance({ book }: Place, version = '1.0.1', date = '2026-03-15', previous = '1.0') {
  const branch = join(book, '../first');
  await rm(join(branch, 'releases'), { recursive: true, force: true });
  await cp(join(book, 'releases'), join(branch, 'releases'), { recursive: true });
  await edition(branch, version, date, previous);
  return branch;
}

async function mended(place: Place): Promise<string> {
  const branch = await maintenance(place);
  await entry(branch, 4, 'Who mends an old edition?', 'Whoever still sells it.');
  return branch;
}

/** What a copy holds that read every page that the index of a tree leads to, in the order of their dates. */
async function replayed(folder: string): Promise<ReadonlyMap<string, unknown>> {
  const index = await readJson(folder, 'feed/index.jsonld');
  const copy = new Map<string, unknown>();
  for (const { node } of index.view.relation)
    if (typeof node === 'object')
      for (const member of (await readJson(folder, node['@id'].slice(BOOK.length))).member)
        if (member['@type'] === 'Delete') copy.delete(member.isVersionOf);
        else if (member['@graph']) copy.set(member.isVersionOf, member['@graph'][0]);
  return copy;
}

/** A tree's feed, replayed, is its snapshot. */
async function holdFeed(folder: string): Promise<void> {
  const snapshot = await readJson(folder, 'small.jsonld');
  const graph = (nodes: Iterable<unknown>) => [...nodes].map((node) => JSON.stringify(node)).sort();
  const copy = await replayed(folder);
  expect(graph(copy.values())).toEqual(graph(snapshot['@graph']));
}

const PUBLISH = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));
const publish = (folder: string, root: string) =>
  promisify(execFile)(process.execPath, [PUBLISH, folder, root]);

/** What a web root says of its editions, by version. */
async function editionsOf(root: string): Promise<ReadonlyMap<string, unknown>> {
  const text = await readFile(join(root, 'editions.js'), 'utf8');
  const { editions } = JSON.parse(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')));
  return new Map(editions.map((edition: { version: string }) => [edition.version, edition]));
}

/** Puts into a release what the site of one with pages has for its script. */
function listEditions(folder: string, ...versions: readonly string[]): Promise<void> {
  const editions = versions.map((version) => ({ version, segment: version }));
  return writeFile(join(folder, 'editions.js'), `octavoEditions(${JSON.stringify({ editions })});\n`);
}

const check = (book: string) => runOctavo(['check', book], process.cwd());
const command = (...args: readonly string[]) => runOctavo(args, process.cwd());

describe('the hotfix of an old edition', () => {
  test('is a line of its own, and leaves the newest edition where it is', async () => {
    const place = await twoReleases();
    const { book, out } = place;
    const branch = await mended(place);
    const { stderr } = await released(branch, out, '1.0.1');
    expect(stderr).toContain('latest stays with 1.1, which came later');
    expect(await readlink(join(out, 'latest'))).toBe('1.1');
    const record = await readJson(branch, 'releases/1.0.1.json');
    expect(record).toMatchObject({
      previous: { version: '1.0' },
      behind: '1.1',
      after: [{ name: '1.1', hash: (await readJson(book, 'releases/1.1.json')).hash }],
    });
    const changes = await readJson(out, '1.0.1/changes.json');
    expect(changes.since.version).toBe('1.0');
    expect(changes.changes.map(({ number }: { number: string }) => number)).toEqual(['4']);
    expect(await readJson(out, '1.0.1/manifest.json')).toMatchObject({
      behind: '1.1',
      history: [{ version: '1.0' }, { version: '1.1' }],
    });
    expect((await readJson(out, '1.0.1/release.jsonld')).prev).toBe(`${BOOK}release/1.0`);
    await holdFeed(join(out, '1.0.1'));
    expect(await readJson(out, '1.0.1/entry/1.jsonld')).toMatchObject({ version: 1 });
    expect(existsSync(join(out, '1.0.1/entry/3.jsonld'))).toBe(false);
    // Released again, it says so; put back in place, it has the same bytes.
    expect((await released(branch, out, '1.0.1')).stderr).toContain('already released, identical');
    const sums = await readFile(join(out, '1.0.1/SHA256SUMS'), 'utf8');
    await rm(join(out, '1.0.1'), { recursive: true });
    expect((await released(branch, out, '1.0.1')).stderr).toContain('put back in place');
    expect(await readFile(join(out, '1.0.1/SHA256SUMS'), 'utf8')).toBe(sums);

    // The line goes on with its own successor.
    await edition(branch, '1.0.2', '2026-03-20', '1.0.1');
    await entry(branch, 4, 'Who mends an old edition?', 'Whoever still sells it, or gives it away.');
    await released(branch, out, '1.0.2');
    await holdFeed(join(out, '1.0.2'));
    expect(await readJson(out, '1.0.2/changes.json')).toMatchObject({ since: { version: '1.0.1' } });

    // The main line keeps what the hotfix promised, and says again what is newest.
    await cp(join(branch, 'releases'), join(book, 'releases'), { recursive: true });
    expect((await check(book)).code).toBe(0);
    await edition(book, '1.2', '2026-04-30');
    const refused = await release(book, out, '1.2');
    expect({ code: refused.code, stderr: refused.stderr }).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/number-kept {2}The entry 4 \(entry-4\) of release 1\.0\.2 is gone/),
    });
    expect((await check(book)).stderr).toContain('number-kept');
    await entry(book, 3, 'How long does it keep?', 'A year, in a dry place.', 'aliases: ["4", "entry-4"]\n');
    await released(book, out, '1.2');
    expect(await readlink(join(out, 'latest'))).toBe('1.2');
    await holdFeed(join(out, '1.2'));
    const listed = (await readJson(out, '1.2/feed/index.jsonld')).view.relation.flatMap(
      ({ node }: { node: unknown }) => (typeof node === 'string' ? [node.slice(BOOK.length)] : []),
    );
    expect(listed).toEqual(['1.0', '1.1', '1.0.1', '1.0.2', '1.2'].map((name) => `feed/${name}/0001.jsonld`));
    expect(await readJson(out, '1.2/changes.json')).toMatchObject({ since: { version: '1.1' } });

    // None of the lines can vanish: the main line holds the other.
    await rm(join(book, 'releases/1.0.2.json'));
    expect((await check(book)).stderr).toMatch(
      /ledger-valid {2}release 1\.2 follows 1\.0\.2, and its record releases\/1\.0\.2\.json is not there/,
    );
  });

  test.each([
    [
      'a number that another line gave to another question',
      (branch: string) => entry(branch, 3, 'Which knife cuts tomatoes?', 'One with teeth.'),
      /number-keeps-its-question {2}the number 3 meant "How long does it keep\?" in release 1\.1/,
    ],
    [
      'an id that another line gave to another question',
      (branch: string) =>
        writeFile(
          join(branch, 'basics/9-entry-3.md'),
          '---\nnumber: 9\nid: entry-3\nquestion: Which knife cuts tomatoes?\n---\n\nOne with teeth.\n',
        ),
      /number-keeps-its-question {2}the id "entry-3" meant "How long does it keep\?" in release 1\.1/,
    ],
    [
      'a number of its own line that is gone',
      (branch: string) => rm(join(branch, 'basics/2-why-so-small.md')),
      /reference-resolves|number-kept/,
    ],
    [
      'a version behind what came after',
      (branch: string) => edition(branch, '1.2', '2026-03-15', '1.0'),
      /release-follows {2}this edition follows 1\.0, and so does 1\.1, which is not later than 1\.2\n {4}For the next edition, set edition\.previous to "1\.1"/,
    ],
    [
      'a version before its own base',
      (branch: string) => edition(branch, '0.9', '2026-03-15', '1.0'),
      /release-later {2}the version 0\.9 is not later than 1\.0, the release that it follows/,
    ],
    [
      'the instant of another line',
      (branch: string) => edition(branch, '1.0.1', '2026-02-28', '1.0'),
      /release-later {2}the edition's date .* is not later than .*, the date of release 1\.1/,
    ],
    [
      'a base that nobody knows',
      (branch: string) => edition(branch, '1.0.1', '2026-03-15', '1.0.0'),
      /release-follows {2}this edition follows 1\.0\.0, and the ledger, whose newest edition is 1\.1, does not have it/,
    ],
  ] as const)(
    'is refused with %s',
    async (_, spoil, says) => {
      const place = await twoReleases();
      const branch = await mended(place);
      await spoil(branch);
      const { version } = /version: "(?<version>[^"]+)"/.exec(
        await readFile(join(branch, 'handbook.yaml'), 'utf8'),
      )?.groups ?? { version: '' };
      const { code, stderr } = await release(branch, place.out, version ?? '');
      expect({ code: code === 0, stderr }).toMatchObject({
        code: false,
        stderr: expect.stringMatching(says),
      });
      expect(await readdir(join(branch, 'releases'))).not.toContain('1.0.1.json');
      expect(await readlink(join(place.out, 'latest'))).toBe('1.1');
    },
    60_000,
  );

  test('is not begun twice from one edition', async () => {
    const place = await twoReleases();
    const branch = await mended(place);
    await released(branch, place.out, '1.0.1');
    await edition(branch, '1.0.2', '2026-03-20', '1.0');
    const { code, stderr } = await release(branch, place.out, '1.0.2');
    expect({ code, stderr }).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(
        /so does its hotfix 1\.0\.1 already\n {4}Set edition\.previous to "1\.0\.1"/,
      ),
    });
  });
});

/** 1.2 on main and 1.0.1 on the branch, neither of which knows the other, in one folder. */
async function forked(answer = 'Whoever still sells it.'): Promise<Place> {
  const place = await twoReleases();
  const { book, out } = place;
  const branch = await maintenance(place);
  await entry(branch, 4, 'Who mends an old edition?', 'Whoever still sells it.');
  await released(branch, join(out, '../elsewhere'), '1.0.1');
  await edition(book, '1.2', '2026-04-30');
  await entry(book, 4, 'Who mends an old edition?', answer);
  await released(book, out, '1.2');
  await cp(join(branch, 'releases'), join(book, 'releases'), { recursive: true });
  return place;
}

const ledgerOf = async (book: string) => (await readdir(join(book, 'releases'), { recursive: true })).sort();

describe('two branches that both released', () => {
  test('are accepted where they can stand side by side, and the next edition follows both', async () => {
    const { book, out } = await forked();
    expect((await check(book)).stderr).toMatch(
      /ledger-one-line {2}two branches released without knowing of each other: release 1\.0\.1 \(2026-03-15\) and release 1\.2 \(2026-04-30\)\n {4}Run "octavo ledger merge"/,
    );
    const { code, stderr } = await command('ledger', 'merge', '--handbook', book);
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('merged: 1.0.1 and 1.2'),
    });
    expect((await check(book)).code).toBe(0);
    expect((await command('ledger', 'merge', '--handbook', book)).stderr).toContain('nothing to merge');
    await edition(book, '1.3', '2026-05-31');
    await entry(book, 5, 'What follows a merge?', 'One edition.');
    await cp(join(out, '../elsewhere/1.0.1'), join(out, '1.0.1'), { recursive: true });
    await released(book, out, '1.3');
    expect(await readJson(out, '1.3/changes.json')).toMatchObject({ since: { version: '1.2' } });
    await holdFeed(join(out, '1.3'));
    const [merge] = (await readdir(join(book, 'releases/notices'))).filter((name) =>
      name.startsWith('merged-'),
    );
    await rm(join(book, `releases/notices/${merge}`));
    expect((await check(book)).stderr).toMatch(/ledger-valid {2}release 1\.3 follows notices\/merged-/);
  });

  test('that gave one number to two questions are told with both sides, and nothing is written', async () => {
    const place = await twoReleases();
    const { book, out } = place;
    const branch = await mended(place);
    await released(branch, join(out, '../elsewhere'), '1.0.1');
    await edition(book, '1.2', '2026-03-15');
    await entry(book, 4, 'Which knife cuts tomatoes?', 'One with teeth.');
    await released(book, out, '1.2');
    await cp(join(branch, 'releases'), join(book, 'releases'), { recursive: true });
    const before = await ledgerOf(book);
    const { code, stderr } = await command('ledger', 'merge', '--handbook', book);
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /the number 4 is two things:\n {2}1\.\d(?:\.1)?: 4, “.+”\n {2}1\.\d(?:\.1)?: 4, “.+”\n {2}Keep the line that is published/,
    );
    expect(stderr).toContain('Which knife cuts tomatoes?');
    expect(stderr).toContain('Who mends an old edition?');
    // Two editions of one instant are a conflict too.
    expect(stderr).toContain('the instant 2026-03-15T00:00:00Z is two things');
    expect(stderr).toContain('nothing was written');
    expect(await ledgerOf(book)).toEqual(before);
  });

  test('a cut file is told and nothing is written', async () => {
    const { book } = await forked();
    const file = join(book, 'releases/1.0.1.json');
    const text = await readFile(file, 'utf8');
    for (const [cut, says] of [
      [text.slice(0, 900), 'it is not JSON'],
      [text.replace('"1.0.1"', '"1.0.7"'), 'ledger-valid'],
    ] as const) {
      await writeFile(file, cut);
      const before = await ledgerOf(book);
      const { code, stderr } = await command('ledger', 'merge', '--handbook', book);
      expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining(says) });
      expect(await ledgerOf(book)).toEqual(before);
    }
  });

  test('what git could not merge is resolved where both sides are one record, and told where they are two', async () => {
    const { book } = await twoReleases();
    const record = await readFile(join(book, 'releases/1.1.json'), 'utf8');
    const other = JSON.stringify(JSON.parse(record), null, 4);
    const conflict = (ours: string, theirs: string) =>
      `<<<<<<< HEAD\n${ours.trimEnd()}\n=======\n${theirs.trimEnd()}\n>>>>>>> hotfix\n`;
    await writeFile(join(book, 'releases/1.1.json'), conflict(other, record));
    const words = await readFile(join(book, 'releases/1.1.text.jsonl'), 'utf8');
    await writeFile(join(book, 'releases/1.1.text.jsonl'), conflict('{"edited": true}', words));
    expect((await check(book)).stderr).toContain('merge-finished');
    expect((await command('ledger', 'merge', '--handbook', book)).code).toBe(0);
    expect(await readFile(join(book, 'releases/1.1.json'), 'utf8')).toBe(record);
    expect(await readFile(join(book, 'releases/1.1.text.jsonl'), 'utf8')).toBe(words);

    const forged = record.replace(/"hash": "\w{64}"\n\}/, `"hash": "${'0'.repeat(64)}"\n}`);
    await writeFile(join(book, 'releases/1.1.json'), conflict(record, forged));
    const { code, stderr } = await command('ledger', 'merge', '--handbook', book);
    expect({ code, stderr }).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(
        /the version 1\.1 is two things:[\s\S]*sealed as 000000000000[\s\S]*git checkout --ours/,
      ),
    });
  });
});

describe('a release withdrawn', () => {
  const reason = 'Its answer about dry places is wrong.';

  test('stays in the ledger, is told by the next edition, and latest leads to the one before', async () => {
    const { book, out } = await twoReleases();
    const args = ['retract', '1.1', book, '--out', out, '--reason', reason];
    const { code, stderr } = await command(...args);
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('latest leads to 1.0'),
    });
    expect(await readlink(join(out, 'latest'))).toBe('1.0');
    expect(existsSync(join(out, '1.1/small.jsonld'))).toBe(true);
    // Said again, it changes nothing; releasing 1.1 again does not bring it back to the front.
    const before = await ledgerOf(book);
    expect((await command('retract', '1.1', book, '--out', out)).stderr).toContain('was retracted already');
    expect(await ledgerOf(book)).toEqual(before);
    await released(book, out, '1.1');
    expect(await readlink(join(out, 'latest'))).toBe('1.0');
    expect((await command('diff', '1.1', '1.0', book)).stderr).toContain(
      `1.1 was retracted on 2026-11-25: ${reason}`,
    );

    await edition(book, '1.2', '2026-12-31');
    await entry(book, 3, 'How long does it keep?', 'Half a year, in a dry place.');
    expect((await check(book)).stderr).toMatch(
      /info {2}release-retracted {2}this edition follows 1\.1, which was retracted/,
    );
    await released(book, out, '1.2');
    expect(await readlink(join(out, 'latest'))).toBe('1.2');
    const { member } = await readJson(out, '1.2/feed/1.2/0001.jsonld');
    expect(member[0]).toMatchObject({
      '@type': 'Delete',
      isVersionOf: `${BOOK}release/1.1`,
      summary: { en: reason },
    });
    await holdFeed(join(out, '1.2'));
    expect(await readJson(out, '1.2/release.jsonld')).toMatchObject({
      'https://octavo.dev/ns#retracted': [{ '@id': `${BOOK}release/1.1`, description: { en: reason } }],
    });
    expect(await readJson(out, '1.2/manifest.json')).toMatchObject({ notices: [{ version: '1.1', reason }] });
    // The edition after that says it in its data, and not once more in the feed.
    await edition(book, '1.3', '2027-01-31');
    await entry(book, 3, 'How long does it keep?', 'Half a year, in a very dry place.');
    await released(book, out, '1.3');
    expect(await readFile(join(out, '1.3/feed/1.3/0001.jsonld'), 'utf8')).not.toContain(reason);
    expect(await readFile(join(out, '1.3/release.jsonld'), 'utf8')).toContain(reason);
    // It cannot vanish.
    await rm(join(book, 'releases/notices'), { recursive: true });
    expect((await check(book)).stderr).toMatch(
      /ledger-valid {2}release 1\.2 follows notices\/1\.1-retracted-/,
    );
  });

  test('with a notice in place of its files is not made again', async () => {
    const { book, out } = await twoReleases();
    const [web, late, aside] = ['web', 'late', 'aside'].map((name) => join(book, '..', name)) as [
      string,
      string,
      string,
    ];
    await listEditions(join(out, '1.0'), '1.0');
    await listEditions(join(out, '1.1'), '1.0', '1.1');
    await publish(join(out, '1.0'), web);
    await publish(join(out, '1.1'), web);
    await publish(join(out, '1.0'), late);
    await writeFile(join(web, 'small-1.1.zip.minisig'), 'signed');

    // First its files stay, and a site learns of it from any release that knows it.
    await rename(join(out, '1.0'), aside);
    const kept = await command('retract', '1.1', book, '--out', out, '--reason', reason);
    expect(kept).toMatchObject({ code: 0, stderr: expect.stringContaining('latest is not moved: 1.0') });
    await rename(aside, join(out, '1.0'));
    const moved = await command('retract', '1.1', book, '--out', out);
    expect(moved.stderr).toContain('latest leads to 1.0\n');
    await publish(join(out, '1.1'), web);
    expect((await editionsOf(web)).get('1.1')).toMatchObject({ kept: true, retracted: { reason } });
    const asOf = ['show', '3', book, '--as-of', '2026-03-01'];
    expect((await command(...asOf)).stdout).toContain(`1.1 was retracted on 2026-11-25: ${reason}`);
    expect(JSON.parse((await command(...asOf, '--format', 'json')).stdout)).toMatchObject({
      retracted: { reason },
    });
    expect((await released(book, out, '1.1')).stderr).toMatch(/latest stays with 1\.0$/m);

    const gone = await command('retract', '1.1', book, '--out', out, '--files', 'notice');
    expect(gone).toMatchObject({ code: 0, stderr: expect.stringContaining(`is retracted: ${reason}`) });
    const again = await command('retract', '1.1', book, '--out', out);
    expect(again.stderr).toContain('was retracted already');
    const page = retractionPage(
      await readJson(out, '1.0/handbook.json'),
      { version: '1.1', date: '2026-11-25', reason, files: 'notice' },
      '1.0',
    );
    expect(page).toContain(`<a href="${BOOK}edition/1.0/">`);

    // Published, the notice takes the files away, and not what the server needs.
    const serving = (await readdir(web)).filter((name) =>
      ['_headers', '_redirects', 'hosting'].includes(name),
    );
    await publish(join(out, '1.1'), web);
    expect(await readdir(web)).toEqual(expect.arrayContaining(serving));
    for (const name of ['small.jsonld', 'small-1.1.zip', 'small-1.1.zip.minisig', 'edition/1.1/small.jsonld'])
      expect(existsSync(join(web, name)), name).toBe(false);
    expect(existsSync(join(web, 'edition/1.0/small.jsonld'))).toBe(true);
    expect((await editionsOf(web)).get('1.1')).toMatchObject({ kept: false, retracted: { files: 'notice' } });
    // Where it was never published, the notice stands at its address.
    await publish(join(out, '1.1'), late);
    expect(await readJson(late, 'edition/1.1/manifest.json')).toMatchObject({ retracted: { reason } });
    expect(await readJson(late, 'manifest.json')).toMatchObject({ edition: { version: '1.0' } });
    const ledger = await ledgerOf(book);
    await rename(join(book, 'releases'), aside);
    const recovered = await command('ledger', 'recover', out, '--handbook', book);
    expect(recovered).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('not recovered: 1.1: a notice stands in place of its files'),
    });
    expect(await ledgerOf(book)).toContain('1.0.json');
    await rm(join(book, 'releases'), { recursive: true });
    await rename(aside, join(book, 'releases'));
    expect(await ledgerOf(book)).toEqual(ledger);
    expect(await readdir(join(out, '1.1'))).not.toContain('small.jsonld');
    expect(await readdir(join(out, '1.1/feed/1.1'))).toEqual(['0001.jsonld']);
    expect(await readJson(out, '1.1/manifest.json')).toMatchObject({
      retracted: { reason, files: 'notice' },
    });
    const { code, stderr } = await release(book, out, '1.1');
    expect({ code, stderr }).toMatchObject({ code: 4, stderr: expect.stringContaining('release-retracted') });
    await edition(book, '1.2', '2026-12-31');
    await entry(book, 3, 'How long does it keep?', 'Half a year, in a dry place.');
    await released(book, out, '1.2');
    await holdFeed(join(out, '1.2'));
    await listEditions(join(out, '1.2'), '1.0', '1.1', '1.2');
    await publish(join(out, '1.2'), web);
    expect((await editionsOf(web)).get('1.1')).toMatchObject({ kept: false, retracted: { reason } });
  });

  test.each([
    ['without a reason', ['1.1'], 'why is it retracted?'],
    ['with a reason of two lines', ['1.1', '--reason', 'Wrong.\nVery.'], 'several lines'],
    ['that nobody made', ['1.7', '--reason', 'Wrong.'], 'there is no release 1.7'],
    ['on no day', ['1.1', '--reason', 'Wrong.', '--date', '2026-02-30'], '--date cannot be'],
  ])(
    '%s is refused, and nothing is written',
    async (_, [version = '', ...options], says) => {
      const { book, out } = await twoReleases();
      const before = await ledgerOf(book);
      const { code, stderr } = await command('retract', version, book, '--out', out, ...options);
      expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
      expect(await ledgerOf(book)).toEqual(before);
      expect(await readlink(join(out, 'latest'))).toBe('1.1');
    },
    60_000,
  );
});

describe('a lost ledger', () => {
  /** Lines, a retraction, and a zip instead of a folder. */
  async function whole(): Promise<Place> {
    const place = await twoReleases();
    const { book, out } = place;
    const branch = await mended(place);
    await released(branch, out, '1.0.1');
    await cp(join(branch, 'releases'), join(book, 'releases'), { recursive: true });
    await command('retract', '1.0', book, '--out', out, '--reason', 'Too old.');
    await edition(book, '1.2', '2026-12-31');
    await entry(book, 4, 'Who mends an old edition?', 'Whoever still sells it.');
    await released(book, out, '1.2');
    // No release knows this one; the folder of all releases does.
    await command('retract', '1.2', book, '--out', out, '--reason', 'Too new.');
    return place;
  }

  const bytes = async (book: string) =>
    new Map(
      await Promise.all(
        (await ledgerOf(book))
          .filter((name) => name.includes('.json'))
          .map(async (name) => [name, await readFile(join(book, 'releases', name), 'utf8')] as const),
      ),
    );

  test('is made again byte for byte from folders and zips, and passes every check', async () => {
    const { book, out } = await whole();
    const before = await bytes(book);
    await rm(join(book, 'releases'), { recursive: true });
    await rename(join(out, '1.1/small-1.1.zip'), join(out, 'small-1.1.zip'));
    await rm(join(out, '1.1'), { recursive: true });
    const { code, stderr } = await command('ledger', 'recover', out, '--handbook', book);
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('recovered 4 releases: 1.0, 1.1, 1.0.1, 1.2'),
    });
    expect(await bytes(book)).toEqual(before);
    expect((await check(book)).code).toBe(0);
    await edition(book, '1.3', '2027-01-31');
    await entry(book, 5, 'What follows?', 'The next one.');
    await released(book, out, '1.3');
  });

  test('is made again as far as the folders go, and the rest is said', async () => {
    const { book, out } = await whole();
    const before = await bytes(book);
    await rm(join(book, 'releases'), { recursive: true });
    const { code, stderr } = await command(
      'ledger',
      'recover',
      join(out, '1.0'),
      join(out, '1.2'),
      '--handbook',
      book,
    );
    expect(code).toBe(4);
    expect(stderr).toContain('not recovered: 1.2: it follows 1.1, which is not recovered');
    expect(stderr).toContain('not recovered: 1.1: none of the folders holds it');
    for (const [name, text] of await bytes(book)) expect(text, name).toBe(before.get(name));
    expect(await ledgerOf(book)).toContain('1.0.json');
    expect(await ledgerOf(book)).not.toContain('1.2.json');
  });

  test('is not made from another book, from damaged files, from previews or over another ledger', async () => {
    const { book, out } = await twoReleases();
    const recover = (from: string) => command('ledger', 'recover', from, '--handbook', book);
    const before = await bytes(book);
    const yaml = await readFile(join(book, 'handbook.yaml'), 'utf8');
    await writeFile(join(book, 'handbook.yaml'), yaml.replace('id: small', 'id: tall'));
    expect(await recover(out)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is a release of "small"'),
    });
    await writeFile(join(book, 'handbook.yaml'), yaml);
    expect(await recover(join(book, 'basics'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no release in'),
    });
    expect((await recover(join(out, 'nowhere'))).stderr).toContain('there is no folder or zip');
    const record = await readFile(join(book, 'releases/1.1.json'), 'utf8');
    await writeFile(join(book, 'releases/1.1.json'), record.replace('"entry-3"', '"entry-7"'));
    expect(await recover(out)).toMatchObject({
      code: 4,
      stderr: expect.stringContaining('releases/1.1.json: there already'),
    });
    await writeFile(join(book, 'releases/1.1.json'), record);
    await writeFile(join(out, '1.0/handbook.json'), '{}');
    expect((await recover(out)).stderr).toContain('its handbook.json is not as it was released');
    expect(await bytes(book)).toEqual(before);
  });
});

test.skipIf(!HAS_GIT)(
  'a clone without its history is refused with the command that helps',
  async () => {
    const book = await copyOf('small');
    await edition(book, '1.0', '2026-01-31');
    await git(book, 'init', '--quiet', '--initial-branch', 'main');
    for (const words of ['First.', 'Second.']) {
      await entry(book, 3, 'How many commits has this?', words);
      await git(book, 'add', '--all');
      await git(book, 'commit', '--quiet', '--message', words);
    }
    const clone = join(book, '../clone');
    await git(book, 'clone', '--quiet', '--depth', '1', `file://${book}`, clone);
    const refused = await release(clone, join(clone, '../out'), '1.0');
    expect({ code: refused.code, stderr: refused.stderr }).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/error {2}history-complete .*\n {4}Run "git fetch --unshallow"/),
    });
    await git(clone, 'fetch', '--quiet', '--unshallow');
    await released(clone, join(clone, '../out'), '1.0');
  },
  60_000,
);

import { hash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printRecord, sealRecord } from '@octavo/core/ledger';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readJson, release, released, revise } from './editions.ts';
import { git, HAS_GIT } from './git.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

/** The Larder under version control, its first edition released and the ledger committed. */
let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'octavo-released-'));
  const book = join(place, 'larder');
  await cp(fixture('editions/1'), book, { recursive: true });
  if (HAS_GIT) {
    await git(place, 'init', '--quiet', 'larder');
    await git(book, 'add', '.');
    await git(book, 'commit', '--quiet', '--message', 'First edition');
  }
  await released(book, join(place, 'out'), '2026.1');
  if (HAS_GIT) {
    await git(book, 'add', '.');
    await git(book, 'commit', '--quiet', '--message', 'Ledger');
  }
}, 240_000);
afterAll(() => rm(place, { recursive: true, force: true }));

async function copy(): Promise<{ readonly book: string; readonly out: string }> {
  const folder = await temporaryFolder();
  await cp(place, folder, { recursive: true, verbatimSymlinks: true });
  return { book: join(folder, 'larder'), out: join(folder, 'out') };
}

async function edit(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(from);
  await writeFile(path, text.replace(from, to));
}

/** `path:line:column rule` of every error, and the whole of what was said. */
async function reasons(book: string, out: string, version: string, ...options: readonly string[]) {
  const { code, stdout } = await release(book, out, version, '--reporter', 'json', ...options);
  const all = JSON.parse(stdout) as {
    path: string;
    line: number;
    column: number;
    rule: string;
    severity: string;
    reason: string;
  }[];
  const errors = all.filter(({ severity }) => severity === 'error');
  return {
    code,
    at: errors.map(({ path, line, column, rule }) => `${path.split('larder/')[1]}:${line}:${column} ${rule}`),
    said: errors.map(({ reason }) => reason).join('\n'),
  };
}

describe('a release is refused with every reason at once, each with its place', () => {
  test('numbers, ids, versions, dates, approvals, the work tree', async () => {
    const { book, out } = await copy();
    const before = (await readdir(out)).sort();
    const set = (path: string, from: string | RegExp, to: string) => edit(join(book, path), from, to);
    await set('handbook.yaml', 'version: "2026.1", date: 2026-01-31', 'version: "2025.9", date: 2026-01-30');
    await set('handbook.yaml', /^chapters/m, 'review: { required: true }\nchapters');
    await rm(join(book, 'keeping/635-eggs.md'));
    await cp(join(book, 'keeping/634-rice.md'), join(book, 'keeping/634-grains.md'));
    await rm(join(book, 'keeping/634-rice.md'));
    await writeFile(
      join(book, 'using/641-old-rice.md'),
      '---\nnumber: 641\nquestion: Which knife cuts tomatoes?\n---\n\nOne with teeth. See [](#634).\n',
    );
    const { code, at, said } = await reasons(book, out, '2026.2');
    expect(code).toBe(4);
    const expected = [
      'handbook.yaml:6:21 release-version-matches',
      'handbook.yaml:6:21 release-later',
      'handbook.yaml:6:37 release-later',
      'keeping/633-flour.md:2:9 entry-approved',
      'keeping/634-grains.md:2:9 entry-approved',
      'releases/2026.1.json:25:7 anchor-kept',
      'releases/2026.1.json:36:7 number-kept',
      'using/640-stale-bread.md:2:9 entry-approved',
      'using/641-old-rice.md:2:9 entry-approved',
      'using/641-old-rice.md:2:9 number-keeps-its-question',
    ];
    const git = [
      'handbook.yaml:1:1 work-tree-clean',
      'keeping/634-grains.md:1:1 work-tree-clean',
      'keeping/634-rice.md:1:1 work-tree-clean',
      'keeping/635-eggs.md:1:1 work-tree-clean',
      'using/641-old-rice.md:1:1 work-tree-clean',
    ];
    const where = (line: string) => line.replace(/(releases\S*?):\d+:\d+/, '$1');
    expect(at.map(where).sort()).toEqual([...expected, ...(HAS_GIT ? git : [])].map(where).sort());
    expect(at.filter((line) => /releases\/.*:1:1/.test(line))).toEqual([]);
    expect(said).toContain('the number 641 meant "What is old rice good for?" in release 2026.1');
    expect(said).toContain('the version 2025.9 is not later than 2026.1');
    expect(said).toMatch(/635 \(eggs\) of release 2026\.1 is gone/);
    // Nothing was made, nothing was left but the report of the run.
    expect((await readdir(out)).sort()).toEqual([...before, '2025.9.run.json'].sort());
    expect((await readdir(book)).sort()).toEqual([
      ...(HAS_GIT ? ['.git'] : []),
      'handbook.yaml',
      'keeping',
      'releases',
      'using',
    ]);
  });

  test('an alias, a replacement, a withdrawal and a rewriting that is declared keep the promise', async () => {
    const { book, out } = await copy();
    await revise(book, 2);
    await edit(
      join(book, 'keeping/634-rice.md'),
      /question: .*\n---\n\n.*$/s,
      'question: Can grains be kept?\nchange: { significance: major }\n---\n\nYes, dry.\n',
    );
    const { at } = await reasons(book, out, '2026.3', '--allow-dirty');
    expect(at).toEqual(['handbook.yaml:6:21 release-version-matches']);
  });

  test('the version of a release that others have followed', async () => {
    const { book, out } = await copy();
    const record = await readJson(book, 'releases/2026.1.json');
    const head = (await readFile(join(book, 'releases/2026.1.text.jsonl'), 'utf8')).split('\n', 1)[0] ?? '';
    const text = `${head.replace('2026.1', '2026.5')}\n`;
    const { seal, hash: _, ...content } = record;
    const later = { ...content, version: '2026.5', date: '2026-05-01T00:00:00Z', pages: [] };
    const sealed = sealRecord(later, { ...seal, text: hash('sha256', text) }, record);
    await writeFile(join(book, 'releases/2026.5.json'), printRecord(sealed));
    await writeFile(join(book, 'releases/2026.5.text.jsonl'), text);
    const { code, said } = await reasons(book, out, '2026.1', '--allow-dirty');
    expect(code).toBe(4);
    expect(said).toContain('2026.1 is released already, and 2026.5 came after it');
  });

  test('wrong content is exit code 1, a damaged ledger too', async () => {
    const { book, out } = await copy();
    await edit(join(book, 'releases/2026.1.text.jsonl'), 'rancid', 'ranzig');
    const { code, at } = await reasons(book, out, '2026.1');
    expect({ code, at }).toEqual({ code: 1, at: ['releases/2026.1.text.jsonl:1:1 ledger-valid'] });
  });

  test('a second release at the same time', async () => {
    const { book, out } = await copy();
    await mkdir(join(book, '.octavo'));
    await writeFile(join(book, '.octavo/ledger.lock'), String(process.ppid));
    const { code, stderr } = await release(book, out, '2026.1');
    expect({ code, stderr }).toMatchObject({ code: 6, stderr: expect.stringContaining('another build') });
  });

  test('a key that is none, or is not there', async () => {
    const { book, out } = await copy();
    const missing = await release(book, out, '2026.1', '--sign', join(book, 'no.key'));
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be read') });
    const wrong = await release(book, out, '2026.1', '--sign', join(book, 'handbook.yaml'));
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('no secret key of minisign') });
  });
});

describe('the same version again', () => {
  test('with the same content it is already released; what is missing is put back, what is unfinished finished', async () => {
    const { book, out } = await copy();
    const sums = await readFile(join(out, '2026.1/SHA256SUMS'), 'utf8');
    const record = await readFile(join(book, 'releases/2026.1.json'), 'utf8');
    expect((await released(book, out, '2026.1')).stderr).toMatch(/is already released, identical: /);
    // Killed after the rename: the ledger does not know it yet, and `latest` leads to the old one.
    await rm(join(book, 'releases'), { recursive: true });
    await rm(join(out, 'latest'));
    const dirty = HAS_GIT ? ['--allow-dirty'] : [];
    expect((await released(book, out, '2026.1', ...dirty)).stderr).toMatch(/its release is finished now/);
    expect(await readFile(join(book, 'releases/2026.1.json'), 'utf8')).toBe(record);
    // A fresh clone has no dist.
    await rm(out, { recursive: true });
    expect((await released(book, out, '2026.1')).stderr).toMatch(/identical; put back in place/);
    expect(await readFile(join(out, 'latest/SHA256SUMS'), 'utf8')).toBe(sums);
  }, 240_000);

  test('with other content it is refused, by the ledger or by the folder', async () => {
    const { book, out } = await copy();
    await edit(join(book, 'keeping/633-flour.md'), 'a year', 'two years');
    const known = await reasons(book, out, '2026.1', '--allow-dirty');
    expect(known).toMatchObject({ code: 4, at: ['releases/2026.1.json:1:1 release-unchanged'] });
    expect(known.said).toBe('2026.1 is released already, with other content (633)');
    await rm(join(book, 'releases'), { recursive: true });
    const unknown = await reasons(book, out, '2026.1', '--allow-dirty');
    expect(unknown.code).toBe(4);
    expect(unknown.said).toMatch(
      /2026\.1 is in the output folder already, with other content: .*entry\/633\.md/,
    );
  }, 240_000);
});

test.skipIf(!HAS_GIT)('release.jsonld says of every entry its file, line, commit and hash', async () => {
  const { book, out } = await copy();
  const document = await readJson(out, 'latest/release.jsonld');
  const commit = await git(book, 'rev-parse', 'HEAD~1');
  const used = document.wasGeneratedBy.used as Record<string, unknown>[];
  expect(document.stage).toBe('release');
  expect(used[0]).toMatchObject({ identifier: commit });
  expect(used.filter((item) => 'https://octavo.dev/ns#entry' in item)).toHaveLength(5);
  expect(used.find(({ identifier }) => identifier === 'keeping/633-flour.md')).toEqual({
    '@type': 'Entity',
    '@id': 'https://larder.example/build/2026.1/source/keeping/633-flour.md',
    identifier: 'keeping/633-flour.md',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    'https://octavo.dev/ns#entry': { '@id': 'https://larder.example/entry/633' },
    'https://octavo.dev/ns#line': 2,
    'https://octavo.dev/ns#commit': commit,
  });
  expect(await readJson(out, 'latest/manifest.json')).toMatchObject({ source: { commit } });
});

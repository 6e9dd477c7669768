import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFault } from '@octavo/press/documents';
import { expect, test } from 'vitest';
import { runOctavo } from '../cli/run-octavo.ts';
import { copyOf } from '../cli/temporary-folder.ts';

const ENTRY = '---\nnumber: 3\nid: third\nquestion: Is there more?\n---\n\nOne more answer here.\n';

test('two runs: what was made, how long, the hash of the tree, and what changed since; the tree has none of it', async () => {
  const { book, place, out, build } = await smallBook();
  expect((await build('--drafts')).code).toBe(0);
  const first = await run(out);
  expect(first).toMatchObject({
    schemaVersion: 1,
    command: 'build',
    began: '2026-11-25T12:00:00.000Z',
    exitCode: 0,
    handbook: 'small',
    edition: '1.0',
    options: { drafts: true },
    built: ['jsonld'],
    failed: [],
    counts: { entries: 2 },
  });
  expect(first.generator).toMatch(/^octavo \d+\./);
  expect(first.last).toBeUndefined();
  expect(first.tree).toBe(await sha256(join(out, 'SHA256SUMS')));
  expect(first.phases.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['read', 'check', 'jsonld', 'jsonld/compile', 'documents', 'publish']),
  );
  const files = await filesIn(out);
  expect(sum(first.counts.files)).toBe(files.length);
  expect(sum(first.counts.bytes)).toBe(files.reduce((all, { length }) => all + length, 0));

  await build('--drafts');
  expect(await run(out)).toMatchObject({
    tree: first.tree,
    last: { tree: first.tree, counts: first.counts },
  });
  expect(changes(await run(out))).toEqual([]);

  await writeFile(join(book, 'basics/3-third.md'), ENTRY);
  await build();
  const third = await run(out);
  expect(third).toMatchObject({
    options: {},
    counts: { entries: 3, words: (first.counts.words ?? 0) + 7 },
    last: { began: first.began, edition: '1.0', change: { entries: 1, words: 7 } },
  });
  expect(third.tree).not.toBe(first.tree);
  expect(third.last?.change.bytes?.jsonld).toBe(
    (third.counts.bytes?.jsonld ?? 0) - (first.counts.bytes?.jsonld ?? 0),
  );
  expect((await readdir(place)).sort()).toEqual(['book', 'site', 'site.run.json']);
  expect(await readFile(`${out}.run.json`, 'utf8')).not.toMatch(/Is there more|One more answer/);
});

test('a failed run says what failed, and the next one compares with the last that went well', async () => {
  const { book, out, build } = await smallBook();
  await build();
  const first = await run(out);
  await writeFile(join(book, 'basics/3-third.md'), ENTRY.replace('number: 3', 'number: 1'));
  expect((await build()).code).toBe(1);
  const failed = await run(out);
  expect(failed).toMatchObject({ exitCode: 1, handbook: 'small', built: [], counts: { messages: {} } });
  expect(failed.failed).toEqual(['jsonld', 'number-unique']);
  expect(failed.counts.messages['number-unique']).toBeGreaterThan(0);
  expect(failed.last).toMatchObject({ tree: first.tree, counts: first.counts });
  expect({ tree: failed.tree, files: failed.counts.files, entries: failed.counts.entries }).toEqual({});
  await writeFile(join(book, 'basics/3-third.md'), ENTRY);
  await build();
  expect((await run(out)).last).toMatchObject({ tree: first.tree, change: { entries: 1, words: 7 } });
});

test('a run that another build or a wrong option ends writes no report', async () => {
  const { out, build } = await smallBook();
  await writeFile(`${out}.lock`, String(process.pid));
  expect((await build()).code).toBe(6);
  expect((await build('--redline', '0.9')).code).toBe(2);
  expect(existsSync(`${out}.run.json`)).toBe(false);
});

test('a report that cannot be written, or that is none, does not hold a build back', async () => {
  const { out, build } = await smallBook();
  await writeFile(`${out}.run.json`, '{ "schemaVersion": 1 }');
  expect((await build()).code).toBe(0);
  expect((await run(out)).last).toBeUndefined();
  const { place, out: other, build: again } = await smallBook();
  await mkdir(`${other}.run.json`);
  const { code, stderr } = await again();
  expect(code).toBe(0);
  expect(stderr).toContain('octavo: the report of this run could not be written: ');
  expect((await readdir(place)).sort()).toEqual(['book', 'site', 'site.run.json']);
  expect((await again('--quiet')).stderr).toBe('');
});

test('inside a handbook the report is no source, and clean removes those of previews', async () => {
  const { book, place } = await smallBook();
  const octavo = (...words: string[]) => runOctavo(words, place);
  await octavo('build', book, '--to', 'jsonld', '--out', join(book, 'public'));
  const { code, stderr } = await octavo('build', book, '--to', 'jsonld');
  expect({ code, warns: stderr.includes('run.json') }).toEqual({ code: 0, warns: false });
  const dist = join(place, 'dist/small');
  await writeFile(join(dist, '1.0.run.json'), '{}');
  expect((await octavo('clean', book)).stderr).toBe('the cache is removed\nremoved: 1 run report\n');
  expect((await readdir(dist)).sort()).toEqual(['1.0.run.json', 'preview']);
});

test.each([
  ['which holds none of the words, stays', [], ['preview.run.json']],
  ['which holds the words by chance, goes', ['--words', 'milliseconds'], []],
])('a redaction takes the tree, and its report, %s', async (_, words, left) => {
  const { book, place } = await smallBook();
  await runOctavo(['build', book, '--to', 'jsonld'], place);
  const { code } = await runOctavo(['redact', '2', book, '--reason', 'A complaint.', ...words], place);
  expect(code).toBe(0);
  expect(await readdir(join(place, 'dist/small'))).toEqual(left);
});

test('releases: the second is compared with the first, a refused one says by which rules', async () => {
  const { book, place } = await smallBook();
  const release = (version: string) =>
    runOctavo(['release', version, book, '--out', join(place, 'out'), '--allow-dirty'], place);
  expect((await release('1.0')).code).toBe(0);
  const first = await run(join(place, 'out/1.0'));
  expect(first).toMatchObject({
    command: 'release',
    exitCode: 0,
    failed: [],
    options: { 'allow-dirty': true },
  });
  expect(first.counts.pages).toBeGreaterThan(2);
  expect(first.tree).toBe(await sha256(join(place, 'out/1.0/SHA256SUMS')));
  const yaml = join(book, 'handbook.yaml');
  const text = (await readFile(yaml, 'utf8')).replace('version: "1.0"', 'version: "1.1"');
  await writeFile(yaml, text);
  expect((await release('1.1')).code).toBe(4);
  const refused = await run(join(place, 'out/1.1'));
  expect(refused).toMatchObject({ exitCode: 4, built: [], last: { edition: '1.0', tree: first.tree } });
  expect(refused.failed).toContain('release-later');
  await writeFile(yaml, text.replace('2026-01-31', '2026-02-28'));
  await writeFile(join(book, 'basics/3-third.md'), ENTRY);
  expect((await release('1.1')).code).toBe(0);
  const second = await run(join(place, 'out/1.1'));
  expect(second.last).toMatchObject({ edition: '1.0', tree: first.tree, change: { entries: 1, words: 7 } });
}, 120_000);

async function smallBook() {
  const book = await copyOf('small');
  const place = join(book, '..');
  const out = join(place, 'site');
  const build = (...more: string[]) =>
    runOctavo(['build', book, '--out', out, '--to', 'jsonld', ...more], place);
  return { book, place, out, build };
}

interface Run {
  readonly generator: string;
  readonly began: string;
  readonly tree?: string;
  readonly failed: readonly string[];
  readonly phases: readonly { readonly name: string }[];
  readonly counts: Counts;
  readonly last?: { readonly tree: string; readonly counts: Counts; readonly change: Counts };
}

interface Counts {
  readonly entries?: number;
  readonly words?: number;
  readonly pages?: number;
  readonly files?: Readonly<Record<string, number>>;
  readonly bytes?: Readonly<Record<string, number>>;
  readonly messages: Readonly<Record<string, number>>;
}

async function run(tree: string): Promise<Run> {
  const found = JSON.parse(await readFile(`${tree}.run.json`, 'utf8')) as Run;
  expect(schemaFault('run', found)).toBeUndefined();
  return found;
}

/** The counts that differ from those of the last run. */
function changes({ last }: Run): readonly unknown[] {
  return JSON.stringify(last?.change).match(/:-?[1-9]\d*/g) ?? [];
}

function sum(counts: Readonly<Record<string, number>> = {}): number {
  return Object.values(counts).reduce((all, one) => all + one, 0);
}

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** The bytes of every file of a tree but SHA256SUMS, which the run does not count. */
async function filesIn(folder: string): Promise<readonly Uint8Array[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(
    (one) => one.isFile() && one.name !== 'SHA256SUMS',
  );
  return Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
}

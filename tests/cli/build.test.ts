import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { copyOf, fixture, temporaryFolder } from './temporary-folder.ts';

async function sums(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
  return new Map(
    text
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  );
}

test('a build holds four formats, and SHA256SUMS and manifest.json tell the truth about every file', async () => {
  const out = join(await temporaryFolder(), 'site');
  const { code, stderr } = await runOctavo(['build', fixture('small'), '--out', out], process.cwd());
  expect(stderr).toMatch(/A Small Handbook 1\.0: 2 entries in 1 chapter\n/);
  expect(code).toBe(0);
  const listed = await sums(out);
  const files = (await readdir(out, { recursive: true, withFileTypes: true })).filter((item) =>
    item.isFile(),
  );
  const paths = files.map((item) => join(item.parentPath, item.name).slice(out.length + 1)).sort();
  expect(paths.filter((path) => path !== 'SHA256SUMS')).toEqual([...listed.keys()].sort());
  for (const [path, sum] of listed) {
    expect(
      createHash('sha256')
        .update(await readFile(join(out, path)))
        .digest('hex'),
      path,
    ).toBe(sum);
  }
  const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  expect(manifest.formats).toEqual(['html', 'pdf', 'epub', 'jsonld']);
  expect(manifest.counts).toEqual({ chapters: 1, entries: 2, crossReferences: 2 });
  for (const file of manifest.files) expect(listed.get(file.path), file.path).toBe(file.sha256);
  for (const path of [
    'index.html',
    'small.pdf',
    'small.epub',
    'small.jsonld',
    'entry/1/index.html',
    'entry/1.jsonld',
    'handbook.json',
  ]) {
    expect(paths).toContain(path);
  }
});

test('the same source gives the same bytes, in another folder and time zone', async () => {
  const one = join(await temporaryFolder(), 'one');
  const two = join(await temporaryFolder(), 'deeper', 'two');
  await runOctavo(['build', fixture('small'), '--out', one], process.cwd());
  const zone = process.env.TZ;
  process.env.TZ = 'Pacific/Kiritimati';
  try {
    await runOctavo(['build', '.', '--out', two], await copyOf('small'));
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
  expect(await sums(two)).toEqual(await sums(one));
});

test('a build that fails leaves the previous one, and only a run report beside it', async () => {
  const book = await copyOf('small');
  const place = await temporaryFolder();
  const out = join(place, 'site');
  await runOctavo(['build', book, '--out', out, '--to', 'jsonld'], process.cwd());
  const before = await sums(out);
  await writeFile(
    join(book, 'basics', '2-why-so-small.md'),
    '---\nnumber: 1\nquestion: Why?\n---\n\nBecause.\n',
  );
  const failed = await runOctavo(['build', book, '--out', out, '--to', 'jsonld'], process.cwd());
  expect(failed.code).toBe(1);
  expect(await sums(out)).toEqual(before);
  expect(await readdir(place)).toEqual(['site', 'site.run.json']);
});

test('a build that was killed is mended by the next one', async () => {
  const place = await temporaryFolder();
  const out = join(place, 'site');
  const build = () => runOctavo(['build', fixture('small'), '--out', out, '--to', 'jsonld'], process.cwd());
  await build();
  const before = await sums(out);
  await mkdir(`${out}.next`);
  await writeFile(join(`${out}.next`, 'half'), 'half');
  await writeFile(`${out}.lock`, '999999999');
  expect((await build()).code).toBe(0);
  const { rename } = await import('node:fs/promises');
  await rename(out, `${out}.previous`);
  expect((await build()).code).toBe(0);
  expect(await sums(out)).toEqual(before);
  expect(await readdir(place)).toEqual(['site', 'site.run.json']);
});

test('two builds of one folder never mix: the second is refused with exit 6', async () => {
  const place = await temporaryFolder();
  const out = join(place, 'site');
  await writeFile(`${out}.lock`, String(process.pid));
  const { code, stderr } = await runOctavo(['build', fixture('small'), '--out', out], process.cwd());
  expect(code).toBe(6);
  expect(stderr).toMatch(/another build \(process \d+\) is writing/);
});

test('a folder that is not ours is never overwritten', async () => {
  const place = await temporaryFolder();
  await writeFile(join(place, 'thesis.txt'), 'years of work');
  const refused = await runOctavo(['build', fixture('small'), '--out', place], process.cwd());
  expect(refused.code).toBe(2);
  expect(await readFile(join(place, 'thesis.txt'), 'utf8')).toBe('years of work');
  const book = await copyOf('small');
  expect((await runOctavo(['build', book, '--out', book], process.cwd())).code).toBe(2);
  expect((await runOctavo(['build', book, '--out', join(book, '..')], process.cwd())).code).toBe(2);
});

test('a format that was not asked for is not there, and what that costs is said', async () => {
  const out = join(await temporaryFolder(), 'site');
  const { code, stderr } = await runOctavo(
    ['build', fixture('small'), '--out', out, '--to', 'epub'],
    process.cwd(),
  );
  expect(code).toBe(0);
  expect(stderr).toMatch(/page-list/);
  expect((await readdir(out)).sort()).toEqual([
    'SHA256SUMS',
    'changes.json',
    'changes.md',
    'handbook.json',
    'inventory.json',
    'manifest.json',
    'small.epub',
  ]);
});

test('--profile says where the time went', async () => {
  const folder = await temporaryFolder();
  const out = join(folder, 'site');
  const argv = ['build', fixture('small'), '--to', 'html', '--out', out, '--no-cache'];
  const { code, stdout, stderr } = await runOctavo([...argv, '--profile', '--quiet'], folder);
  expect([code, stdout]).toEqual([0, '']);
  expect(stderr).toMatch(/^ {2}read .*\n {2}check .*\n {2}html .*\n {4}compile .*\n {4}write .*\n/);
  expect(stderr).toMatch(/\n {2}documents .*\n {2}publish .*\n {2}all .*\n$/);
});

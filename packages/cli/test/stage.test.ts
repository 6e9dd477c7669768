import { hash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStage, readJournal, writeJournal } from '../src/disk/stage.ts';
import type { TreeRecord } from '../src/disk/tree-record.ts';

type Files = Readonly<Record<string, string>>;

const FIRST: Files = { 'a/one.txt': 'one', 'a/two.txt': 'two', 'b/c/three.txt': 'three', 'top.txt': 'top' };

let place: string;
let tree: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'octavo-stage-'));
  tree = join(place, 'tree');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

test('a tree is patched: files that stay are left alone, the rest is as a new tree would be', async () => {
  const record = await publish(FIRST);
  const kept = statSync(join(tree, 'a/one.txt')).ino;
  const next = { 'a/one.txt': 'one', 'a/two.txt': 'TWO', 'd/e/four.txt': 'four', 'top.txt': 'top' };
  const second = await publish(next, record);
  expect(found()).toEqual(next);
  expect(existsSync(join(tree, 'b'))).toBe(false);
  expect(statSync(join(tree, 'a/one.txt')).ino).toBe(kept);
  expect(readdirSync(place)).toEqual(['tree']);
  const third = { ...next, 'top.txt': 'over' };
  expect(await publish(third, second).then(found)).toEqual(third);
});

test('a folder becomes a file, and a file a folder', async () => {
  const record = await publish(FIRST);
  const next = { 'a/one.txt': 'one', 'a/two.txt': 'two', b: 'a file', 'top.txt/in.txt': 'in' };
  await publish(next, record);
  expect(found()).toEqual(next);
});

test.each<[string, () => void]>([
  ['edited', () => writeFileSync(join(tree, 'a/one.txt'), 'ONE')],
  [
    'edited, with its old time',
    () => {
      const { atime, mtime } = statSync(join(tree, 'a/one.txt'));
      writeFileSync(join(tree, 'a/one.txt'), 'ONE');
      utimesSync(join(tree, 'a/one.txt'), atime, mtime);
    },
  ],
  ['removed', () => rmSync(join(tree, 'a/one.txt'))],
  ['added', () => writeFileSync(join(tree, 'a/more.txt'), 'more')],
  ['replaced by another folder', () => renameSync(join(tree, 'b'), join(tree, 'a/b'))],
])('what was %s in a published tree is not believed', async (_, change) => {
  const record = await publish(FIRST);
  await new Promise((done) => setTimeout(done, 20));
  change();
  await publish(FIRST, record);
  expect(found()).toEqual(FIRST);
});

test('with many changes a new tree takes the place, files that stay are linked', async () => {
  const many = (word: string) =>
    Object.fromEntries(Array.from({ length: 600 }, (_, at) => [`p/${at}.txt`, `${word} ${at}`]));
  const record = await publish({ ...many('old'), 'top.txt': 'top' });
  const { ino } = statSync(join(tree, 'top.txt'));
  const next = { ...many('new'), 'top.txt': 'top' };
  const second = await publish(next, record);
  expect(found()).toEqual(next);
  expect(statSync(join(tree, 'top.txt')).ino).toBe(ino);
  expect(statSync(join(tree, 'top.txt')).nlink).toBe(1);
  expect(await publish(next, second).then(found)).toEqual(next);
});

test.each([0, 1, 2])(
  'a patch that was cut off after %i files is finished by the next build',
  async (done) => {
    await publish(FIRST);
    // What a kill leaves: the tree out of its place, the journal and some of the files in the stage.
    const staged = `${tree}.next`;
    const stage = await openStage(tree);
    const write = ['a/two.txt', 'd/four.txt'];
    for (const path of write) await stage.write(path, Buffer.from('new'));
    writeJournal(staged, { write, remove: ['b/c/three.txt'], removeFolders: ['b/c', 'b'] });
    renameSync(tree, `${tree}.previous`);
    if (done > 0) renameSync(join(staged, 'a/two.txt'), join(`${tree}.previous`, 'a/two.txt'));
    if (done > 1) rmSync(join(`${tree}.previous`, 'b/c/three.txt'));
    await openStage(tree).then((next) => next.discard());
    expect(found()).toEqual({
      'a/one.txt': 'one',
      'a/two.txt': 'new',
      'd/four.txt': 'new',
      'top.txt': 'top',
    });
    expect(readdirSync(place)).toEqual(['tree']);
  },
);

test('a patch that did not begin leaves the tree as it was', async () => {
  await publish(FIRST);
  const stage = await openStage(tree);
  await stage.write('a/two.txt', Buffer.from('new'));
  writeJournal(`${tree}.next`, { write: ['a/two.txt'], remove: ['top.txt'], removeFolders: [] });
  expect(readJournal(`${tree}.next`)?.remove).toEqual(['top.txt']);
  await openStage(tree).then((next) => next.discard());
  expect(found()).toEqual(FIRST);
});

async function publish(files: Files, last?: TreeRecord): Promise<TreeRecord> {
  const stage = await openStage(tree, last);
  for (const [path, text] of Object.entries(files))
    await stage.write(path, Buffer.from(text), hash('sha256', text));
  await stage.publish();
  return stage.record();
}

function found(): Files {
  const items = readdirSync(tree, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const paths = items.map((item) => join(item.parentPath, item.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(tree.length + 1), readFileSync(path, 'utf8')]),
  );
}

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { copyOf, temporaryFolder } from './temporary-folder.ts';

/** Writes files into a folder, by path. */
async function put(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const checked = (book: string) => runOctavo(['check', '--fail-on', 'warning', '.'], book);
const SOUND = { code: 0, stdout: '', stderr: 'A Small Handbook: 2 entries, 2 cross-links, no error\n' };
/** Read as an entry, this would be an error. */
const NOT_OURS = '# Not an entry\n\n[nowhere](#999)\n';

test('what a repository, an editor or another tool leaves in a handbook is passed over', async () => {
  const book = await copyOf('small');
  const names = [
    ...['README.md', 'readme.md', 'README.de.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'CODE_OF_CONDUCT.md'],
    ...['SECURITY.md', 'Governance.markdown', 'LICENSE.md', 'AGENTS.md', 'basics/README.md'],
    ...['.github/ISSUE_TEMPLATE/bug.md', '.venv/lib/x.md', 'env/x.md', 'node_modules/x/y.md', '.git/x.md'],
    ...['basics/.#1-what-is-this.md', 'basics/._1-what-is-this.md', 'basics/~$1-what-is-this.md'],
    ...['basics/1-what-is-this.md~', 'basics/#1-what-is-this.md#', 'basics/.1-what-is-this.md.swp'],
    ...['package.json', 'package-lock.json', 'pnpm-lock.yaml', 'mkdocs.yml', 'renovate.json', 'Makefile'],
    ...['release.lock', 'assets/notes.txt'],
  ];
  await put(book, Object.fromEntries(names.map((name) => [name, NOT_OURS])));
  await put(book, { 'env/pyvenv.cfg': 'home = /usr/bin\n' });
  expect(await checked(book)).toEqual(SOUND);
});

test('a build inside the handbook, wherever --out puts it, is no source, and the next command goes on', async () => {
  const book = await copyOf('small');
  for (const out of ['public', 'dist2', 'out/site']) {
    const { code, stderr } = await runOctavo(['build', '--to', 'html,jsonld', '--out', out, '.'], book);
    expect(code, stderr).toBe(0);
  }
  await put(book, { 'half.next/entry/1.md': NOT_OURS });
  expect(await checked(book)).toEqual(SOUND);
});

test('a clone and a worktree beside the source are passed over, a submodule is content', async () => {
  const book = await copyOf('small');
  await put(book, { 'site/.git/HEAD': 'ref: refs/heads/gh-pages\n', 'site/entry/1.md': NOT_OURS });
  await put(book, { 'pages/.git': 'gitdir: /x/.git/worktrees/pages\n', 'pages/1.md': NOT_OURS });
  expect(await checked(book)).toEqual(SOUND);
  await put(book, { 'more/.git': 'gitdir: ../.git/modules/more\n', 'more/3-x.md': NOT_OURS });
  expect((await checked(book)).stderr).toMatch(/more\/3-x\.md/);
});

test('.gitignore files and ignore: are heeded; what Octavo wrote is read whatever they say', async () => {
  const book = await copyOf('small');
  execFileSync('git', ['init', '-q'], { cwd: dirname(book) });
  await put(dirname(book), { '.gitignore': '*.tmp.md\nreleases/\n' });
  await put(book, { 'basics/9-x.tmp.md': NOT_OURS, 'notes/9-x.md': NOT_OURS, 'notes/.gitignore': '*\n' });
  await put(book, { 'basics/old/9-x.md': NOT_OURS, 'basics/8-keep.draft.md': NOT_OURS });
  expect((await checked(book)).stderr).toMatch(/basics\/8-keep\.draft\.md.*\n[\s\S]*basics\/old\/9-x\.md/);
  const own = 'ignore: ["*.draft.md", basics/old/]\n';
  const text = execFileSync('cat', ['handbook.yaml'], { cwd: book, encoding: 'utf8' });
  await put(book, { 'handbook.yaml': text + own });
  expect(await checked(book)).toEqual(SOUND);
  await put(book, { 'handbook.yaml': `${text}ignore: ["*.draft.md", basics/old/, "!9-x.tmp.md"]\n` });
  expect((await checked(book)).stderr).toMatch(/basics\/9-x\.tmp\.md/);
  await put(book, { 'handbook.yaml': text + own, 'releases/1.0.json': '{}' });
  expect((await checked(book)).stderr).toMatch(/releases\/1\.0\.json:1:1 {2}error {2}ledger-valid/);
});

test('a folder that is itself ignored can still be a handbook', async () => {
  const book = await copyOf('small');
  execFileSync('git', ['init', '-q'], { cwd: dirname(book) });
  await put(dirname(book), { '.gitignore': '/*\n' });
  expect(await checked(book)).toEqual(SOUND);
});

test('an entry whose name ends in .MD or .markdown is an error: the book would lack it', async () => {
  const book = await copyOf('small');
  await put(book, { 'basics/3-x.MD': NOT_OURS, 'basics/4-x.markdown': NOT_OURS, 'assets/5.MD': NOT_OURS });
  const { code, stderr } = await checked(book);
  expect(code).toBe(1);
  expect(stderr).toMatch(/basics\/3-x\.MD:1:1 {2}error {2}file-known/);
  expect(stderr).toMatch(/basics\/4-x\.markdown:1:1 {2}error {2}file-known/);
  expect(stderr).toMatch(/assets\/5\.MD:1:1 {2}warning {2}file-known/);
});

test('without a handbook.yaml nothing else is read, and handbooks nearby are named', async () => {
  const book = await copyOf('small');
  const top = dirname(book);
  await put(top, { 'notes.md': NOT_OURS, 'content/deep.md': NOT_OURS });
  await rename(book, join(top, 'content', 'small'));
  // Of one in content/ there is no question; a folder that is named is the one that is meant.
  expect((await runOctavo(['check', '.'], top)).code).toBe(0);
  for (const path of [top, 'content']) {
    const { code, stderr } = await runOctavo(['check', path], top);
    expect(code).toBe(1);
    expect(stderr).toMatch(/handbook\.yaml:1:1 {2}error {2}handbook-present {2}there is no handbook\.yaml/);
    expect(stderr).toMatch(/from this folder "(content\/)?small"/);
    expect(stderr).not.toMatch(/notes\.md|deep\.md/);
  }
  const inside = await runOctavo(['check', '.'], join(top, 'content', 'small', 'basics'));
  expect(inside.stderr).toMatch(/from this folder "\.\."/);
  await rename(join(top, 'content/small/handbook.yaml'), join(top, 'content/small/Handbook.yml'));
  const alike = await runOctavo(['check', '.'], join(top, 'content', 'small'));
  expect(alike.stderr).toMatch(/Rename "Handbook\.yml" to "handbook\.yaml"/);
});

test('what is no file, or leads round in a circle, is a message at its path', async () => {
  const book = await copyOf('small');
  await mkdir(join(book, 'basics', '3-x.md'));
  await symlink('4-x.md', join(book, 'basics', '4-x.md'));
  const socket = createServer().listen(join(book, 'basics', '5-x.md'));
  await once(socket, 'listening');
  onTestFinished(() => void socket.close());
  const { code, stderr } = await checked(book);
  expect(code).toBe(1);
  expect(stderr).toMatch(/basics\/3-x\.md:1:1 {2}error {2}file-readable {2}it is a folder, not a file/);
  expect(stderr).toMatch(/basics\/4-x\.md:1:1 {2}error {2}file-inside-handbook {2}.*leads nowhere/);
  expect(stderr).toMatch(/basics\/5-x\.md:1:1 {2}error {2}file-readable {2}it is a pipe/);
  await rm(join(book, 'handbook.yaml'));
  await mkdir(join(book, 'handbook.yaml'));
  expect((await checked(book)).stderr).toMatch(/handbook-present {2}handbook\.yaml is a folder/);
});

test.skipIf(process.getuid?.() === 0)('what may not be read is a message at its path', async () => {
  const book = await copyOf('small');
  await chmod(join(book, 'basics', '1-what-is-this.md'), 0o000);
  expect((await checked(book)).stderr).toMatch(
    /1-what-is-this\.md:1:1 {2}error {2}file-readable .*permission/,
  );
});

test('a build is refused in a folder that the handbook keeps for itself', async () => {
  const book = await copyOf('small');
  for (const out of ['releases', 'approvals/x', 'assets']) {
    const { code, stderr } = await runOctavo(['build', '--to', 'html', '--out', out, '.'], book);
    expect(code).toBe(2);
    expect(stderr).toMatch(/is where the handbook keeps its (releases|approvals|assets)/);
  }
});

test('a folder that vanishes is no bug of ours', async () => {
  const folder = await temporaryFolder();
  await symlink('gone', join(folder, 'book'));
  const { code, stderr } = await runOctavo(['check', 'book'], folder);
  expect(code).toBe(2);
  expect(stderr).toMatch(/symbolic link that leads nowhere/);
});

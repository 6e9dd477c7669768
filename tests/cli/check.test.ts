import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { copyOf, fixture, temporaryFolder } from './temporary-folder.ts';

test('a good handbook: exit 0 and one line', async () => {
  const { code, stdout, stderr } = await runOctavo(['check', fixture('small')], process.cwd());
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toBe('A Small Handbook: 2 entries, 2 cross-links, no error\n');
});

test('an empty folder and a folder that is no handbook: exit 1, and what to do', async () => {
  const folder = await temporaryFolder();
  const empty = await runOctavo(['check', folder], process.cwd());
  expect(empty.code).toBe(1);
  expect(empty.stderr).toMatch(/handbook\.yaml:1:1 {2}error {2}handbook-present {2}the folder is empty/);
  await writeFile(join(folder, 'notes.txt'), 'notes');
  const other = await runOctavo(['check', '.'], folder);
  expect(other.stderr).toMatch(/^handbook\.yaml:1:1 .*there is no handbook\.yaml in this folder/);
});

test('a symlink out of the handbook is refused, one inside is followed', async () => {
  const book = await copyOf('small');
  await writeFile(join(book, '..', 'secret.md'), 'secret');
  await symlink('../../secret.md', join(book, 'basics', '3-secret.md'));
  const refused = await runOctavo(['check', book], process.cwd());
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/3-secret\.md.*file-inside-handbook.*leads out of the handbook/);
  const inside = await copyOf('small');
  await symlink('basics', join(inside, 'more'));
  const followed = await runOctavo(['check', inside], process.cwd());
  expect(followed.stderr).toMatch(/the folder "more" is no chapter/);
});

test('a symlink to its own folder ends', async () => {
  const book = await copyOf('small');
  await symlink('..', join(book, 'basics', 'up'));
  const { code, stderr } = await runOctavo(['check', book], process.cwd());
  expect(code).toBe(1);
  expect(stderr).toMatch(/leads back to a folder it is in/);
});

test('every reporter carries place, rule and reason', async () => {
  const book = await copyOf('small');
  await writeFile(
    join(book, 'basics', '1-what-is-this.md'),
    '---\nnumber: 1\nquestion: What?\n---\n\nSee [it](#22).\n',
  );
  const run = async (reporter: string) =>
    (await runOctavo(['check', '--reporter', reporter, '.'], book)).stdout;
  const [message] = JSON.parse(await run('json'));
  expect(message).toMatchObject({
    path: 'basics/1-what-is-this.md',
    line: 6,
    column: 5,
    severity: 'error',
    rule: 'reference-resolves',
  });
  const log = JSON.parse(await run('sarif'));
  expect(log.runs[0].results[0]).toMatchObject({ ruleId: 'reference-resolves', level: 'error' });
  expect(log.runs[0].results[0].locations[0].physicalLocation.region).toEqual({
    startLine: 6,
    startColumn: 5,
    endLine: 6,
    endColumn: 14,
  });
  expect(await run('github')).toMatch(
    /^::error file=basics\/1-what-is-this\.md,line=6,col=5,title=reference-resolves::no entry "#22"/m,
  );
});

test('warnings pass, and fail with exit 3 under --fail-on warning; --quiet hides them', async () => {
  const book = await copyOf('small');
  await writeFile(
    join(book, 'basics', '1-what-is-this.md'),
    '---\nnumber: 1\nquestion: A statement\n---\n\nSee [the other](#2).\n',
  );
  const passed = await runOctavo(['check', book], process.cwd());
  expect(passed.code).toBe(0);
  expect(passed.stderr).toMatch(/warning {2}question-asks/);
  expect((await runOctavo(['check', '--fail-on', 'warning', book], process.cwd())).code).toBe(3);
  expect((await runOctavo(['check', '--quiet', book], process.cwd())).stderr).toBe('');
});

test('files Octavo does not own are left alone', async () => {
  const book = await copyOf('small');
  await mkdir(join(book, 'node_modules', 'x'), { recursive: true });
  await writeFile(join(book, 'node_modules', 'x', 'README.md'), 'not an entry');
  await writeFile(join(book, 'README.md'), '# About');
  expect((await runOctavo(['check', '--fail-on', 'warning', book], process.cwd())).code).toBe(0);
});

import { execFileSync } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { copyOf } from './temporary-folder.ts';

test('trace names the last commit of an entry, as long as the file is as committed', async () => {
  const book = await copyOf('small');
  const git = (...args: readonly string[]) => {
    const person = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    return execFileSync('git', ['-C', book, ...person, ...args], { encoding: 'utf8' }).trim();
  };
  const commitOf = async (number: string) => {
    const { stdout } = await runOctavo(['trace', number, '--format', 'json'], book);
    return JSON.parse(stdout).source.commit;
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '-m', 'one');
  const first = git('rev-parse', 'HEAD');
  await appendFile(join(book, 'basics/2-why-so-small.md'), '\nMore.\n');
  expect([await commitOf('1'), await commitOf('2')]).toEqual([first, null]);
  git('commit', '--quiet', '-a', '-m', 'two');
  expect([await commitOf('1'), await commitOf('2')]).toEqual([first, git('rev-parse', 'HEAD')]);
});

test('goes through snippets, quoted entries and variables, each with its place', async () => {
  const { stdout } = await runOctavo(['trace', '16', 'tests/fixtures/one-source'], process.cwd());
  expect(stdout).toMatch(/through +tests\/fixtures\/one-source\/care\/10-open\.md:1\n/);
  expect(stdout).toContain('tests/fixtures/one-source/snippets/law.md:1\n');
  expect(stdout).toMatch(/\{\{product\}\} of tests\/fixtures\/one-source\/handbook\.yaml:\d+\n/);
});

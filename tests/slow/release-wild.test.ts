import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJson, released } from '../cli/editions.ts';
import { git, HAS_GIT } from '../cli/git.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { copyOf, fixture, temporaryFolder } from '../cli/temporary-folder.ts';

test('a book with addresses, pictures and formulas as people write them can be released', async () => {
  const place = await temporaryFolder();
  const [book, out] = [join(place, 'wild'), join(place, 'out')];
  await cp(fixture('wild'), book, { recursive: true });
  await released(book, out, '1.0');
  expect(await readJson(out, '1.0', 'parity.json')).toMatchObject({ agrees: true });
  const page = await readFile(join(out, '1.0/entry/2/index.html'), 'utf8');
  for (const address of [
    'https://storage.example/o/folder%2Ffile.pdf?alt=media',
    'https://login.example/?next=https%3A%2F%2Fapp.example%2Fa%3Fb%3D1',
    'http://[2001:db8::1]:8080/x',
  ])
    expect(page).toContain(`href="${address}"`);
}, 240_000);

test.runIf(HAS_GIT)(
  'a handbook that is a repository without a .gitignore is released; its lock is no source',
  async () => {
    const book = await copyOf('small');
    await git(book, 'init', '-q');
    await git(book, 'add', '-A');
    await git(book, 'commit', '-qm', 'The book');
    const { code, stderr } = await runOctavo(['release', '1.0', '.', '--no-color'], book);
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(await git(book, 'status', '--porcelain', 'releases')).toContain('releases/');
  },
  240_000,
);

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { release, released } from '../cli/editions.ts';
import { git, HAS_GIT } from '../cli/git.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { fixture, temporaryFolder } from '../cli/temporary-folder.ts';

/** A book of pictures, code and formulas under version control with LF, approved and released. */
async function releasedBook(): Promise<{ readonly place: string; readonly book: string }> {
  const place = await temporaryFolder();
  const book = join(place, 'larder');
  await cp(fixture('editions/1'), book, { recursive: true });
  const code =
    '```js\nlet a = 1;\n\nlet b = 2;\n```\n\n$$\na\n= b\n$$\n\n![A square](../assets/square.svg "A square")\n';
  const path = join(book, 'keeping/634-rice.md');
  await writeFile(path, `${await readFile(path, 'utf8')}\n${code}`);
  await mkdir(join(book, 'assets'));
  await writeFile(
    join(book, 'assets/square.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg"\n viewBox="0 0 9 9">\n<rect width="9" height="9"/>\n</svg>\n',
  );
  await git(place, 'init', '--quiet', 'larder');
  const approved = await runOctavo(['approve', '--all', book, '--by', 'Ada'], process.cwd());
  expect(approved.code, approved.stderr).toBe(0);
  await git(book, 'add', '.');
  await git(book, 'commit', '--quiet', '--message', 'First edition');
  await released(book, join(place, 'out'), '2026.1');
  await git(book, 'add', '.');
  await git(book, 'commit', '--quiet', '--message', 'Ledger');
  return { place, book };
}

describe.runIf(HAS_GIT)("a book under git for Windows' defaults", () => {
  test('is the same book: the same bytes, approvals, ledger, and nothing uncommitted', async () => {
    const { place, book } = await releasedBook();
    const clone = join(place, 'windows', 'larder');
    await git(place, '-c', 'core.autocrlf=true', 'clone', '--quiet', book, clone);
    await git(clone, 'config', 'core.autocrlf', 'true');
    for (const path of [
      'handbook.yaml',
      'releases/2026.1.json',
      'releases/2026.1.text.jsonl',
      'assets/square.svg',
    ])
      expect(await readFile(join(clone, path), 'utf8'), path).toContain('\r\n');

    const again = await release(clone, join(place, 'out-2'), '2026.1');
    expect(again.stderr).not.toMatch(/error|not as committed/);
    expect(again.code).toBe(0);
    const sums = (out: string) => readFile(join(place, out, '2026.1', 'SHA256SUMS'), 'utf8');
    expect(await sums('out-2')).toBe(await sums('out'));
    expect(await git(clone, 'status', '--porcelain')).toBe('');

    const left = await runOctavo(['list', '--unapproved', clone], process.cwd());
    expect(left.stdout.trim()).toBe('');
    const more = await runOctavo(['approve', '--all', clone, '--by', 'Grace'], process.cwd());
    expect(more.code, more.stderr).toBe(0);
    const one = await runOctavo(['approve', '634', clone, '--by', 'Grace'], process.cwd());
    expect(one.stderr).not.toContain('changed meanwhile');
    const checked = await runOctavo(['check', clone, '--quiet'], process.cwd());
    expect(checked.stderr).not.toContain('error');
  }, 240_000);

  test('and `init` keeps git from changing anything', async () => {
    const place = await temporaryFolder();
    expect((await runOctavo(['init', 'book'], place)).code).toBe(0);
    const book = join(place, 'book');
    await git(place, 'init', '--quiet', 'book');
    await git(book, 'add', '.');
    await git(book, 'commit', '--quiet', '--message', 'Begin');
    const clone = join(place, 'clone');
    await git(place, '-c', 'core.autocrlf=true', 'clone', '--quiet', book, clone);
    expect(await readFile(join(clone, 'handbook.yaml'), 'utf8')).not.toContain('\r');
    const checked = await runOctavo(['check', clone, '--fail-on', 'warning'], process.cwd());
    expect(checked.code, checked.stderr).toBe(0);
    // What a release wrote or built is not touched at all.
    for (const path of ['releases/1.0.json', 'releases/1.0.text.jsonl', 'dist/book/1.0/index.html'])
      expect(await git(clone, 'check-attr', 'text', '--', path)).toBe(`${path}: text: unset`);
  }, 60_000);

  test.each(['books/larder', '.'])(
    'a published tree that is kept in git keeps its bytes: %s',
    async (web) => {
      const { place } = await releasedBook();
      const [site, clone] = [join(place, 'site'), join(place, 'clone')];
      await git(place, 'init', '--quiet', 'site');
      const publish = fileURLToPath(new URL('../../docs/publishing/publish.mjs', import.meta.url));
      const run = () =>
        promisify(execFile)(process.execPath, [publish, join(place, 'out/latest'), join(site, web)]);
      await run();
      expect((await run()).stdout).toContain('0 files written');
      await git(site, 'add', '.');
      await git(site, 'commit', '--quiet', '--message', 'Publish');
      await git(place, '-c', 'core.autocrlf=true', 'clone', '--quiet', site, clone);
      const root = join(clone, web);
      const sums = (await readFile(join(root, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
      expect(sums.length).toBeGreaterThan(20);
      for (const line of sums) {
        const content = await readFile(join(root, line.slice(66)));
        expect(createHash('sha256').update(content).digest('hex'), line).toBe(line.slice(0, 64));
      }
      const read = await runOctavo(['verify', root], process.cwd());
      expect(read.code, read.stderr).toBe(0);
      // Where nothing is kept in git there is no such file, and one that is there stays.
      const own = join(site, 'own');
      await mkdir(own);
      await writeFile(join(own, '.gitattributes'), '*.pdf binary\n');
      await promisify(execFile)(process.execPath, [publish, join(place, 'out/latest'), own]);
      expect(await readFile(join(own, '.gitattributes'), 'utf8')).toBe('*.pdf binary\n');
      const outside = join(place, 'www');
      await promisify(execFile)(process.execPath, [publish, join(place, 'out/latest'), outside]);
      expect(await readdir(outside)).not.toContain('.gitattributes');
    },
    240_000,
  );
});

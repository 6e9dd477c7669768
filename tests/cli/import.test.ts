import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

async function withSource(name = 'md-headings-contents', file = 'FAQ.md'): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(fixture('import'), name, 'input'), folder, { recursive: true });
  expect(existsSync(join(folder, file))).toBe(true);
  return folder;
}

test('octavo import writes entries and a report, and the same again; octavo check finds no error', async () => {
  const cwd = await withSource();
  const first = await runOctavo(['import', 'FAQ.md'], cwd);
  expect(first).toMatchObject({ code: 0, stdout: 'garden-tool-library-faq\n' });
  expect(first.stderr).toContain('3 entries in 2 chapters');
  const folder = join(cwd, 'garden-tool-library-faq');
  const report = await readFile(join(folder, 'import-report.md'), 'utf8');
  expect(report).toContain('| line 13 | entry | 1. Who may borrow a tool? |');
  expect((await runOctavo(['import', 'FAQ.md'], cwd)).code).toBe(0);
  expect(await readFile(join(folder, 'import-report.md'), 'utf8')).toBe(report);
  const checked = await runOctavo(['check', folder], cwd);
  expect(checked.code, checked.stderr).toBe(0);
});

test('what was edited since is never overwritten, nor is another folder', async () => {
  const cwd = await withSource();
  await runOctavo(['import', 'FAQ.md', '--out', 'book'], cwd);
  const entry = join(cwd, 'book/care/3-what-if-something-breaks.md');
  await appendFile(entry, '\nAn edit.\n');
  const edited = await runOctavo(['import', 'FAQ.md', '--out', 'book'], cwd);
  expect(edited.code).toBe(2);
  expect(edited.stderr).toContain('care/3-what-if-something-breaks.md');
  expect(await readFile(entry, 'utf8')).toContain('An edit.');
  await mkdir(join(cwd, 'other'));
  await writeFile(join(cwd, 'other/thesis.txt'), 'mine');
  expect(await runOctavo(['import', 'FAQ.md', '--out', 'other'], cwd)).toMatchObject({ code: 2 });
  expect(await readdir(join(cwd, 'other'))).toEqual(['thesis.txt']);
  await cp(join(cwd, 'FAQ.md'), join(cwd, 'second.md'));
  expect((await runOctavo(['import', 'second.md', '--out', 'book'], cwd)).stderr).toContain(
    'an import of "FAQ.md"',
  );
});

test('the options are checked, and the report is JSON when asked for', async () => {
  const cwd = await withSource();
  for (const wrong of [
    ['--questions', 'h9'],
    ['--chapters', 'x'],
    ['--encoding', 'ebcdic'],
    ['--language', '12'],
    ['--base', 'here'],
  ])
    expect((await runOctavo(['import', 'FAQ.md', ...wrong], cwd)).code, wrong.join(' ')).toBe(2);
  expect((await runOctavo(['import', 'missing.md'], cwd)).stderr).toContain(
    'there is no file or folder "missing.md"',
  );
  const { stdout } = await runOctavo(
    ['import', 'FAQ.md', '--reporter', 'json', '--chapters', '1-1=One', '--chapters', '2-3=Two'],
    cwd,
  );
  const report = JSON.parse(stdout);
  expect(report.counts).toMatchObject({ entries: 3, chapters: 2, brokenLinks: 1 });
  expect(report.entries.map(({ chapter }: { chapter: string }) => chapter)).toEqual(['one', 'two', 'two']);
});

test('octavo build makes the formats of a document in memory, its numbers provisional', async () => {
  const cwd = await withSource('md-raw-html-headings');
  const built = await runOctavo(['build', 'FAQ.md', '--out', 'out'], cwd);
  expect(built.code, built.stderr).toBe(0);
  const names = await readdir(join(cwd, 'out'));
  expect(names).toEqual(expect.arrayContaining(['index.html', 'faq.pdf', 'faq.epub', 'faq.jsonld']));
  expect(await readFile(join(cwd, 'out/index.html'), 'utf8')).toContain('Provisional numbers');
  const book = JSON.parse(await readFile(join(cwd, 'out/handbook.json'), 'utf8'));
  expect(book).toMatchObject({
    subtitle: 'Provisional numbers',
    iri: 'https://example.invalid/faq/',
    edition: { version: '0-undated' },
  });
  expect((await runOctavo(['build', 'empty.md'], cwd)).code).toBe(2);
  await writeFile(join(cwd, 'empty.md'), 'nothing here');
  expect((await runOctavo(['build', 'empty.md'], cwd)).code).toBe(1);
});

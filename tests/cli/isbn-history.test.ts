import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readJson, release, released } from './editions.ts';
import { runOctavo } from './run-octavo.ts';
import { fixture, temporaryFolder } from './temporary-folder.ts';

/** The Larder, its first edition released with two ISBNs. */
let source: string;
beforeAll(async () => {
  source = await mkdtemp(join(tmpdir(), 'octavo-isbn-'));
  const book = join(source, 'larder');
  await cp(fixture('editions/1'), book, { recursive: true });
  await put(book, '2026.1', '2026-01-10', 'pdf: 978-0-306-40615-7, epub: 978-3-16-148410-0');
  await released(book, join(source, 'out'), '2026.1');
}, 240_000);
afterAll(() => rm(source, { recursive: true, force: true }));

async function put(book: string, version: string, date: string, isbns: string): Promise<void> {
  const path = join(book, 'handbook.yaml');
  const rest = (await readFile(path, 'utf8')).replace(/^(edition|identifiers):(.*\n(?: .*\n)*)/gm, '');
  const edition = `edition: { version: "${version}", date: "${date}" }\n`;
  await writeFile(path, `${rest}${edition}${isbns === '' ? '' : `identifiers: { isbn: { ${isbns} } }\n`}`);
}

const CORRECTION = 'change: { significance: editorial }\n';
const FORMAT = 'error isbn-keeps-its-format';
const EDITION = 'warning isbn-new-edition';

const CASES: readonly [what: string, isbns: string, change: 'none' | 'correction' | 'more', string[]][] = [
  ['another edition with the ISBN of the last one', 'pdf: 978-0-306-40615-7', 'more', [EDITION]],
  ['the same with ten digits', 'pdf: 0-306-40615-2', 'more', [EDITION]],
  ['two formats', 'pdf: 9780306406157, epub: 978 3 16 148410 0', 'more', [EDITION, EDITION]],
  ['a corrected reprint', 'pdf: 978-0-306-40615-7', 'correction', []],
  ['a reprint', 'pdf: 978-0-306-40615-7', 'none', []],
  ['an ISBN of its own', 'pdf: 978-1-86197-876-9', 'more', []],
  ['none', '', 'more', []],
  ['the ISBN of another format', 'html: 978-0-306-40615-7', 'correction', [FORMAT]],
  ['two formats that changed places', 'pdf: 9783161484100, epub: 0306406152', 'none', [FORMAT, FORMAT]],
];

async function nextEdition(isbns: string, change: 'none' | 'correction' | 'more'): Promise<string> {
  const book = join(await temporaryFolder(), 'larder');
  await cp(join(source, 'larder'), book, { recursive: true });
  await put(book, '2026.2', '2026-02-10', isbns);
  const path = join(book, 'keeping/635-eggs.md');
  const text = await readFile(path, 'utf8');
  const marked = change === 'correction' ? text.replace(/^question:/m, `${CORRECTION}question:`) : text;
  if (change !== 'none') await writeFile(path, `${marked}\nAn egg floats when it is old.\n`);
  return book;
}

async function told(book: string): Promise<readonly { rule: string; severity: string; line: number }[]> {
  const { stdout } = await runOctavo(['check', book, '--reporter', 'json'], process.cwd());
  return JSON.parse(stdout).filter(({ rule }: { rule: string }) => rule.startsWith('isbn-'));
}

test.each(CASES)('check of an edition after a release with ISBNs: %s', async (_, isbns, change, wanted) => {
  const book = await nextEdition(isbns, change);
  const found = await told(book);
  expect(found.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(wanted);
  const lines = (await readFile(join(book, 'handbook.yaml'), 'utf8')).split('\n');
  for (const { line } of found) expect(lines[line - 1]).toContain('isbn:');
});

test('the remedies that the messages name work', async () => {
  const book = await nextEdition('pdf: 978-0-306-40615-7', 'more');
  const handbook = join(book, 'handbook.yaml');
  const text = await readFile(handbook, 'utf8');
  await writeFile(handbook, `${text}rules: { isbn-new-edition: error }\n`);
  const refused = await release(book, join(book, '../out'), '2026.2');
  expect(refused).toMatchObject({ code: 4, stderr: expect.stringContaining('isbn-new-edition') });
  await writeFile(handbook, `${text}rules: { isbn-new-edition: "off" }\n`);
  expect(await told(book)).toEqual([]);
  const page = await runOctavo(['help', 'isbn-new-edition'], process.cwd());
  expect(page.stdout).toContain('A new edition needs an ISBN of its own');
});

test('the record has the ISBNs; another format is refused by build and release, and a released edition is at peace', async () => {
  const kept = await readJson(source, 'larder/releases/2026.1.json');
  expect(kept.isbn).toEqual({ pdf: '978-0-306-40615-7', epub: '978-3-16-148410-0' });
  expect(await told(join(source, 'larder'))).toEqual([]);
  const book = await nextEdition('html: 978-0-306-40615-7', 'more');
  const out = join(book, '../out');
  const built = await runOctavo(['build', book, '--to', 'html', '--out', out], process.cwd());
  expect(built).toMatchObject({ code: 1, stderr: expect.stringContaining('isbn-keeps-its-format') });
  expect(await release(book, out, '2026.2')).toMatchObject({
    code: 4,
    stderr: expect.stringContaining('it was that of pdf in release 2026.1'),
  });
});

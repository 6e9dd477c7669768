import { cp, readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { verify } from '@octavo/verify';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from 'vitest';
import { released } from '../cli/editions.ts';
import { runOctavo } from '../cli/run-octavo.ts';
import { copyOf, fixture, temporaryFolder } from '../cli/temporary-folder.ts';

const MARK = 'Preview, not released';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Where the mark stands, of everything that has a page or a head for it. */
async function marksIn(folder: string): Promise<Readonly<Record<string, boolean>>> {
  const marks: Record<string, boolean> = {};
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    if (!/\.(html|md|txt|pdf|epub|xml|json|jsonld)$/.test(path)) continue;
    const bytes = new Uint8Array(await readFile(join(folder, path)));
    if (path.endsWith('.pdf')) {
      const pdf = await getDocument({ data: bytes, verbosity: 0, useSystemFonts: false }).promise;
      for (let number = 1; number <= pdf.numPages; number++) {
        const { items } = await (await pdf.getPage(number)).getTextContent();
        const said = items.map((item) => ('str' in item ? item.str : '')).join('');
        // A page that is left blank, so that a chapter begins on the right, stays blank.
        if (said !== '') marks[`pdf page ${number}`] = said.includes(MARK);
      }
    } else if (path.endsWith('.epub')) {
      for (const [name, content] of Object.entries(unzipSync(bytes)))
        if (/\.xhtml$/.test(name)) marks[`epub ${name}`] = text(content).includes(MARK);
    } else if (/\.html$/.test(path)) {
      marks[path] = text(bytes).includes(MARK) && /name="?robots"? content="?noindex/.test(text(bytes));
    } else if (/^(entry\/[^/]+\.md|changes\.md|llms\.txt|feed\.(xml|json)|release\.jsonld)$/.test(path)) {
      marks[path] = text(bytes).includes(MARK);
    } else if (path === 'handbook.json') {
      marks[path] = JSON.parse(text(bytes)).stage === 'preview';
    }
  }
  return marks;
}

const wrong = (marks: Readonly<Record<string, boolean>>, wanted: boolean) =>
  Object.keys(marks).filter((where) => marks[where] !== wanted);

test('a build says in every format, on every page, that it is no release; verify knows it', async () => {
  const book = await copyOf('editions/1');
  for (const drafts of [[], ['--drafts']]) {
    const { code, stderr } = await runOctavo(['build', ...drafts, '--out', '../out', '.'], book);
    expect(code, stderr).toBe(0);
    const marks = await marksIn(join(book, '..', 'out'));
    expect(Object.keys(marks).filter((where) => where.startsWith('pdf page')).length).toBeGreaterThan(5);
    expect(Object.keys(marks).filter((where) => where.startsWith('epub ')).length).toBeGreaterThan(3);
    expect(wrong(marks, true)).toEqual([]);
    expect(await readFile(join(book, '..', 'out', 'robots.txt'), 'utf8')).toMatch(/^Disallow: \/$/m);
    for (const source of [[], drafts.length === 0 ? ['--source', '.'] : []]) {
      const read = await runOctavo(['verify', '../out', ...source], book);
      expect(read.code, read.stderr).toBe(0);
    }
  }
}, 240_000);

/** What verify says of a folder's pages when its handbook is given another stage: format and place. */
async function readAs(folder: string, stage: 'preview' | undefined): Promise<ReadonlySet<string>> {
  const files = new Map<string, Uint8Array>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path), new Uint8Array(await readFile(path)));
  }
  const { stage: _, ...handbook } = JSON.parse(text(files.get('handbook.json') ?? new Uint8Array()));
  const read = stage === undefined ? handbook : { ...handbook, stage };
  const { differences } = await verify({ files, handbook: read, formats: ['html', 'pdf', 'epub'] });
  const about = /says “preview,? not released|does not say “Preview, not released”/i;
  return new Set(
    differences.filter(({ message }) => about.test(message)).map(({ format, part }) => `${format} ${part}`),
  );
}

test('verify reports a mark that a preview lacks, and one that a release has, page by page', async () => {
  const book = await copyOf('editions/1');
  const out = join(book, '..', 'out');
  expect((await runOctavo(['build', '--out', '../out', '.'], book)).code).toBe(0);
  await released(book, join(book, '..', 'releases'), '2026.1');
  const release = join(book, '..', 'releases', '2026.1');
  expect(await readAs(out, 'preview')).toEqual(new Set());
  expect(await readAs(release, undefined)).toEqual(new Set());
  for (const found of [await readAs(release, 'preview'), await readAs(out, undefined)]) {
    for (const format of ['html', 'pdf', 'epub'])
      expect([...found].filter((one) => one.startsWith(format)).length, format).toBeGreaterThan(3);
    expect([...found].some((one) => /^epub .*toc\.xhtml/.test(one))).toBe(true);
  }
}, 240_000);

test('a release has the mark nowhere, and cached pages of a preview never come into it', async () => {
  const place = await temporaryFolder();
  const book = join(place, 'book');
  await cp(fixture('editions/1'), book, { recursive: true });
  await runOctavo(['build', '--out', '../out', '.'], book);
  await released(book, join(place, 'releases'), '2026.1');
  const marks = await marksIn(join(place, 'releases', '2026.1'));
  expect(Object.keys(marks).length).toBeGreaterThan(20);
  expect(
    wrong({ ...marks, 'handbook.json': marks['handbook.json'] === true }, false).filter(
      (path) => path !== '404.html',
    ),
  ).toEqual([]);
}, 240_000);

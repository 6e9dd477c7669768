import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asPrinted, bookPath, type Entry, type Handbook, toText } from '@octavo/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { type Book, loadBook } from '../contract/load-book.ts';

const venv = process.env.OCTAVO_VENV;
const python = venv === undefined ? 'python3' : join(venv, 'bin', 'python');
const script = fileURLToPath(new URL('./jsonld-extruct.py', import.meta.url));
const missing =
  spawnSync(python, ['-c', 'import extruct']).status === 0 ? undefined : `Python with extruct (${python})`;
const skip = missing !== undefined && process.env.OCTAVO_REQUIRE_ALL !== '1';
if (skip) console.warn(`Skipped: ${missing} is missing`);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-extruct-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** For each page its FAQPages, each a list of [name, text, whether the text is visible]. */
type Found = Readonly<Record<string, readonly (readonly (readonly [string, string, boolean])[])[]>>;

async function extract(book: Book): Promise<Found> {
  const { compiled } = await compileBook('jsonld', book);
  const { files } = await compileBook('html', book, { structuredData: compiled.structuredData ?? new Map() });
  for (const [path, bytes] of files) {
    if (!path.endsWith('.html')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const run = spawnSync(python, [script, folder], { encoding: 'utf8', maxBuffer: 1e9 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

function entriesOf(handbook: Handbook): readonly Entry[] {
  return handbook.chapters.flatMap((chapter) => chapter.entries);
}

describe.skipIf(skip)('extruct', () => {
  test('finds one FAQPage on every entry page and chapter page, with exactly the visible text', async () => {
    expect(missing).toBeUndefined();
    const book = await loadBook('content/coremodels-faq');
    const found = await extract(book);
    const printed = asPrinted(book.handbook);
    for (const entry of entriesOf(printed)) {
      const expected = [toText(entry.question), toText(entry.answer), true];
      expect(found[`entry/${entry.number}/index.html`], entry.number).toEqual([[expected]]);
    }
    for (const chapter of printed.chapters) {
      const [blocks, ...more] = found[bookPath(book.handbook, `${chapter.id}/index.html`)] ?? [];
      expect(more).toEqual([]);
      expect(blocks?.map(([name]) => name)).toEqual(chapter.entries.map((entry) => toText(entry.question)));
      expect(blocks?.every(([, , visible]) => visible)).toBe(true);
    }
    expect(Object.values(found).flat().length).toBe(
      entriesOf(book.handbook).length + book.handbook.chapters.length,
    );
  });

  test('reads hostile text as it was written', async () => {
    expect(missing).toBeUndefined();
    const { handbook, assets } = await loadBook('content/coremodels-faq');
    const { typography: _, ...settings } = handbook.settings;
    const hostile = '</script><script>alert("1")</script> <!-- & &amp; \u2028\u2029 "quoted" \\ back ]]> 😀';
    const [chapter, ...others] = handbook.chapters;
    const [entry, ...rest] = chapter?.entries ?? [];
    if (!chapter || !entry) throw new Error('no entry');
    const changed: Entry = {
      ...entry,
      answer: [{ type: 'paragraph', children: [{ type: 'text', value: hostile }] }],
    };
    const found = await extract({
      assets,
      handbook: { ...handbook, settings, chapters: [{ ...chapter, entries: [changed, ...rest] }, ...others] },
    });
    expect(found[`entry/${entry.number}/index.html`]?.[0]?.[0]?.[1]).toBe(hostile);
  });
});

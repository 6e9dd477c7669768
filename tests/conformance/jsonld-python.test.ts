import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bookPath } from '@octavo/core';
import { afterAll, describe, expect, test } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';
import { GRAPH_BOOKS } from './graph-books.ts';

const venv = process.env.OCTAVO_VENV;
const python = venv === undefined ? 'python3' : join(venv, 'bin', 'python');
const script = fileURLToPath(new URL('./jsonld-graphs.py', import.meta.url));
const probe = spawnSync(python, ['-c', 'import pyld, rdflib'], { encoding: 'utf8' });
const missing = probe.status === 0 ? undefined : `Python with PyLD and rdflib (${python})`;
const skip = missing !== undefined && process.env.OCTAVO_REQUIRE_ALL !== '1';
if (skip) console.warn(`Skipped: ${missing} is missing`);

const folder = mkdtempSync(join(tmpdir(), 'octavo-jsonld-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(skip)('PyLD and rdflib', () => {
  test.each(GRAPH_BOOKS)('read every document of %s as the same graph as its N-Quads', async (name) => {
    expect(missing).toBeUndefined();
    const book = await loadBook(name);
    const { files } = await compileBook('jsonld', book);
    const root = join(folder, book.handbook.id);
    const snapshot = bookPath(book.handbook, book.handbook.id);
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), bytes);
    }
    const run = spawnSync(python, [script, root, snapshot], { encoding: 'utf8' });
    expect(run.stderr).toBe('');
    const result = JSON.parse(run.stdout) as {
      documents: number;
      statements: number;
      differences: string[];
    };
    expect(result.differences).toEqual([]);
    expect(result.documents).toBe([...files.keys()].filter((path) => path.endsWith('.jsonld')).length - 1);
    const lines = new TextDecoder().decode(files.get(`${snapshot}.nq`)).split('\n').length - 1;
    expect(result.statements).toBe(lines);
  });
});

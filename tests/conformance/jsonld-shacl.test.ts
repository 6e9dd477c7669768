import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { bookPath } from '@octavo/core';

import { afterAll, describe, expect, test } from 'vitest';
import { compileBook } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';
import { CLIENTS } from './clients-folder.ts';
import { GRAPH_BOOKS } from './graph-books.ts';

const clients = CLIENTS;
const missing = !existsSync(join(clients, 'node_modules', 'shacl-engine'));
const skip = missing && process.env.OCTAVO_REQUIRE_ALL !== '1';
if (skip) console.warn(`Skipped: shacl-engine is not installed in ${clients}`);

const script = readFileSync(new URL('./jsonld-shacl.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'octavo-shacl-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(skip)('shacl-engine', () => {
  test.each(GRAPH_BOOKS)('finds that %s keeps the published shapes, and sees what does not', async (name) => {
    expect(missing).toBe(false);
    const { handbook } = await loadBook(name);
    const { files } = await compileBook('jsonld', { handbook, assets: new Map() });
    const snapshot = new TextDecoder().decode(files.get(bookPath(handbook, `${handbook.id}.nq`)));
    const entry = handbook.chapters[0]?.entries[0]?.number;
    const broken = snapshot
      .split('\n')
      .filter(
        (line) => !line.startsWith(`<${handbook.iri}entry/${entry}> <http://schema.org/acceptedAnswer>`),
      )
      .join('\n');
    const write = (file: string, content: string | Uint8Array): string => {
      writeFileSync(join(folder, file), content);
      return join(folder, file);
    };
    const env = {
      ...process.env,
      SHAPES: write('shapes.ttl', files.get('context/shapes.ttl') ?? ''),
      DATA: [write('good.nq', snapshot), write('broken.nq', broken)].join(delimiter),
    };
    const run = spawnSync(process.execPath, ['--input-type=module'], {
      cwd: clients,
      env,
      input: script,
      encoding: 'utf8',
    });
    const result = /^RESULT (.+)$/m.exec(run.stdout)?.[1];
    if (result === undefined) throw new Error(run.stderr);
    expect(JSON.parse(result)).toEqual([
      [],
      [`${handbook.iri}entry/${entry} http://schema.org/acceptedAnswer`],
    ]);
  });
});

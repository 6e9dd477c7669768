import { fileURLToPath } from 'node:url';
import { asPrinted, type Compile } from '@octavo/core';
import { fontsNeeded } from '@octavo/pdf';
import { afterAll, expect, it } from 'vitest';
import { openWorkerPool } from '../../packages/cli/src/jobs/worker-pool.ts';
import { compileBook, fontsFor } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';

// A worker thread runs what is compiled: Node itself knows no TypeScript.
const COMPILED = new URL('../../packages/pdf/dist/index.js', import.meta.url);
const WORKER = fileURLToPath(new URL('../../packages/cli/dist/worker.js', import.meta.url));
const pools = [2, 4].map((width) => openWorkerPool(width, WORKER));
// The books are so short that the pools would do without.
for (const pool of pools) pool.prepare(COMPILED.href);
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

it.each(['content/coremodels-faq', 'tests/fixtures/gradients'])(
  'makes the same bytes of %s in one process and by any number of worker threads',
  {
    timeout: 240_000,
  },
  async (folder) => {
    const book = await loadBook(folder);
    const { files } = await compileBook('pdf', book);
    const [expected] = files.values();
    const { compile } = (await import(fileURLToPath(COMPILED))) as { compile: Compile };
    const fonts = await fontsFor('pdf', fontsNeeded(book.handbook));
    for (const executor of pools) {
      const compiled = await compile(asPrinted(book.handbook), {
        assets: book.assets,
        fonts,
        executor,
        source: book.handbook,
      });
      const chunks: Uint8Array[] = [];
      for (const file of compiled.files)
        for await (const chunk of file.content as AsyncIterable<Uint8Array>) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(expected ?? new Uint8Array())).toBe(true);
    }
  },
);

import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Compile, Executor, Task } from '@octavo/core';
import { fontsNeeded } from '@octavo/pdf';
import { afterAll, expect, it } from 'vitest';
import { compileBook, fontsFor } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';

const WORKER = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', async ({ id, module, name, input }) => {
  try {
    const own = await import(module);
    parentPort.postMessage({ id, output: await own[name](input) });
  } catch (error) {
    parentPort.postMessage({ id, error: String(error && error.stack) });
  }
});
`;

/** A small pool of worker threads: what the CLI's executor does, without its care for failures. */
function pool(width: number): Executor & { readonly end: () => Promise<void> } {
  const waiting = new Map<number, { done: (output: unknown) => void; failed: (error: Error) => void }>();
  let next = 0;
  const workers = Array.from({ length: width }, () => {
    // Without the flags of the test's own process, which point to sources.
    const worker = new Worker(WORKER, { eval: true, execArgv: [] });
    worker.on('message', ({ id, output, error }: { id: number; output: unknown; error?: string }) => {
      if (error === undefined) waiting.get(id)?.done(output);
      else waiting.get(id)?.failed(new Error(error));
      waiting.delete(id);
    });
    return worker;
  });
  return {
    width,
    run<Input, Output>({ module, name }: Task<Input, Output>, input: Input): Promise<Output> {
      return new Promise((done, failed) => {
        const id = next++;
        waiting.set(id, { done: done as (output: unknown) => void, failed });
        workers[id % width]?.postMessage({ id, module, name, input });
      });
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

// A worker thread runs what is compiled: Node itself knows no TypeScript.
const COMPILED = new URL('../../packages/pdf/dist/index.js', import.meta.url);
const pools = [pool(1), pool(3)];
afterAll(() => Promise.all(pools.map((own) => own.end())));

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
      const compiled = await compile(book.handbook, { assets: book.assets, fonts, executor });
      const chunks: Uint8Array[] = [];
      for (const file of compiled.files)
        for await (const chunk of file.content as AsyncIterable<Uint8Array>) chunks.push(chunk);
      expect(Buffer.concat(chunks).equals(expected ?? new Uint8Array())).toBe(true);
    }
  },
);

import { createHash } from 'node:crypto';
import dns from 'node:dns';
import net from 'node:net';
import type { Format } from '@octavo/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { compileBook, type Made } from '../contract/compile-book.ts';
import { loadBook } from '../contract/load-book.ts';

const FORMATS: readonly Format[] = ['html', 'pdf', 'epub', 'jsonld'];
const BOOKS = ['content/coremodels-faq', 'tests/fixtures/kitchen-sink'];

function digest(made: Made): string[] {
  return [...made.files].map(
    ([path, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}`,
  );
}

beforeEach(() => {
  const refuse = () => {
    throw new Error('a compiler reached for the network');
  };
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse);
  vi.spyOn(dns, 'lookup').mockImplementation(refuse as never);
  // A data: address is no network: yoga carries its WebAssembly in one.
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (address: string) => (/^data:/.test(address) ? fetch(address) : refuse()));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe.each(BOOKS)('%s', (folder) => {
  test.each(FORMATS)(
    '%s: unique tidy paths, no error, the same bytes twice with the clock moved, the handbook untouched',
    async (format) => {
      const book = await loadBook(folder);
      const one = await compileBook(format, book);
      expect(one.compiled.messages.filter((message) => message.fatal === true).map(String)).toEqual([]);
      const paths = one.compiled.files.map((file) => file.path);
      expect(new Set(paths).size).toBe(paths.length);
      for (const { path, mediaType } of one.compiled.files) {
        expect(path).toMatch(/^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[^\\]+$/);
        expect(mediaType, path).toMatch(/^[\w.+-]+\/[\w.+-]+/);
      }
      vi.useFakeTimers({ now: new Date('2041-05-06T07:08:09Z'), toFake: ['Date'] });
      vi.spyOn(Math, 'random').mockReturnValue(0.123);
      const two = await compileBook(format, book);
      expect(digest(two)).toEqual(digest(one));
    },
  );
});

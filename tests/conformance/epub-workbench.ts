import { accessSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bookPath, type Handbook, type PageMap } from '@octavo/core';
import { unzipSync } from 'fflate';
import { compileBook } from '../contract/compile-book.ts';
import { FIELD_BOOKS } from '../contract/field-books.ts';
import { loadBook } from '../contract/load-book.ts';
import { redlinedArabic } from '../contract/redlined-arabic.ts';
import { redlinedBook } from '../contract/redlined-book.ts';
import { previewBook } from './preview-book.ts';

/** A finished EPUB and the handbook it was made from. */
export interface MadeEpub {
  readonly name: string;
  readonly handbook: Handbook;
  readonly epub: Uint8Array;
}

/** The EPUBs that foreign tools look at, each with a page list. */
export async function epubsToTry(): Promise<readonly MadeEpub[]> {
  const sink = await loadBook('tests/fixtures/kitchen-sink');
  const folders = {
    'kitchen-sink': 'tests/fixtures/kitchen-sink',
    'coremodels-faq': 'content/coremodels-faq',
    wild: 'tests/fixtures/wild',
    numbered: 'tests/fixtures/numbered',
    clauses: 'tests/fixtures/clauses',
    statute: 'tests/fixtures/numbers/statute/first',
    rulebook: 'tests/fixtures/numbers/rulebook/first',
    ...FIELD_BOOKS,
    preview: previewBook(),
    redlined: { ...sink, handbook: redlinedBook(sink.handbook) },
    'redlined-arabic': redlinedArabic(),
  };
  return Promise.all(
    Object.entries(folders).map(async ([name, folder]) => {
      const book = typeof folder === 'string' ? await loadBook(folder) : folder;
      const { files } = await compileBook('epub', book, { pageMap: pagesOf(book.handbook) });
      const epub = files.get(bookPath(book.handbook, `${book.handbook.id}.epub`));
      if (!epub) throw new Error(`${name} has no EPUB`);
      return { name, handbook: book.handbook, epub };
    }),
  );
}

/** A page for every entry, beginning by turns at its question and within its answer. */
function pagesOf(handbook: Handbook): PageMap {
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  return entries.map((entry, index) => ({
    label: String(index + 1),
    at: {
      kind: 'entry',
      id: entry.number,
      path: index % 2 === 0 ? [] : [0],
      offset: index % 2 === 0 ? 0 : 9,
    },
  }));
}

/** The first of some programs that is there. */
export function program(...paths: readonly string[]): string | undefined {
  return paths.find((path) => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  });
}

export const CHROMIUM: string | undefined = program(
  ...[process.env.CHROMIUM_PATH, process.env.PUPPETEER_EXECUTABLE_PATH].filter((path) => path !== undefined),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
);

/** Whether a test has to be skipped for want of a tool: said aloud, and a failure where everything is required. */
export function lacks(tool: string | undefined, name: string): boolean {
  if (tool !== undefined) return false;
  if (process.env.OCTAVO_REQUIRE_ALL === '1') throw new Error(`${name} is required and not there`);
  console.warn(`skipped: ${name} is not there`);
  return true;
}

const TYPES: Readonly<Record<string, string>> = {
  xhtml: 'application/xhtml+xml',
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  epub: 'application/epub+zip',
};

/** Serves files from memory on the loopback; `find` gives the bytes of a path or nothing. */
export async function serve(
  find: (path: string) => Uint8Array | string | undefined,
): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    const body = find(path);
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': TYPES[path.replace(/^.*\./, '')] ?? 'application/octet-stream',
    });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** The files of an EPUB by their path in it. */
export function unpacked(epub: Uint8Array): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(epub)));
}

import type { FormatResult, Handbook } from '@octavo/core';
import { compileBook, type Made } from './compile-book.ts';
import { type Book, loadBook } from './load-book.ts';

export interface Tree {
  readonly handbook: Handbook;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Compiles a book into every format, each with what the ones before it made, as the command line does. */
export async function compileTree(book: Book): Promise<Tree> {
  const jsonld = await compileBook('jsonld', book);
  const { stateHash } = jsonld.compiled as FormatResult;
  const state = stateHash === undefined ? {} : { stateHash };
  const pdf = await compileBook('pdf', book, state);
  // Pages of a redlined PDF are no pages of the book.
  const pageMap = book.handbook.redline ? undefined : pdf.compiled.pageMap;
  const { structuredData } = jsonld.compiled;
  const epub = await compileBook('epub', book, { ...state, ...(pageMap ? { pageMap } : {}) });
  const html = await compileBook('html', book, {
    ...state,
    ...(structuredData ? { structuredData } : {}),
  });
  const all: readonly Made[] = [pdf, jsonld, epub, html];
  return { handbook: book.handbook, files: new Map(all.flatMap((made) => [...made.files])) };
}

const known = new Map<string, Promise<Tree>>();

/** A book of the repository in every format, compiled once for all tests of a worker. */
export function treeOf(folder: string): Promise<Tree> {
  const tree = known.get(folder) ?? loadBook(folder).then(compileTree);
  known.set(folder, tree);
  return tree;
}

import type { Book } from '../assign/book.ts';
import type { FindAsset } from '../assign/images.ts';
import { grammarOfAll } from '../assign/own-grammar.ts';
import type { SourceFile } from '../model/source.ts';
import { bookOfTable } from './book-of-table.ts';
import { readOwnDocument } from './read-own-document.ts';

/** A document of ours that holds a whole book; one to which an editor added an entry without a number does not. */
export async function ownExport(
  [file, ...others]: readonly SourceFile[],
  options: { readonly encoding?: string; readonly asset?: FindAsset },
): Promise<{ readonly book: Book; readonly remarks: readonly string[] } | undefined> {
  const own = file && others.length === 0 ? await readOwnDocument(file, options) : undefined;
  if (!file || !own || own.texts.some(({ number }) => number === '')) return undefined;
  const isTable = own.book === undefined;
  const { book, remarks } = isTable
    ? bookOfTable(file.path, own, options.asset ?? (() => undefined))
    : { book: own.book, remarks: own.remarks };
  const known = book && withGrammar(book);
  return known && { book: known, remarks };
}

/** The book with the grammar that its numbers are of; undefined when that is none that is known. */
function withGrammar(book: Book): Book | undefined {
  if (book.numbers) return book;
  const grammar = grammarOfAll(book.entries.map(({ number }) => number));
  return grammar && { ...book, ...(grammar.declared ? { numbers: grammar.declared } : {}) };
}

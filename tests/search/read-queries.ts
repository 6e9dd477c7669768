import { readFile } from 'node:fs/promises';

/** What a reader asks, of which kind that is, and the entries of which any is a right answer. */
export interface Query {
  readonly kind: string;
  readonly query: string;
  readonly wanted: readonly string[];
}

/** Reads the queries to a book from `<book>.tsv`. */
export async function readQueries(book: string): Promise<readonly Query[]> {
  const lines = (await readFile(new URL(`${book}.tsv`, import.meta.url), 'utf8')).split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#\u0020'))
    .map((line) => {
      const [kind = '', query = '', wanted = ''] = line.split('\t');
      return { kind, query, wanted: wanted.split('|') };
    });
}

import type { FindAsset } from '../assign/images.ts';
import { decode } from '../detect/decode.ts';
import { kindOf } from '../detect/kind.ts';
import type { SourceFile } from '../model/source.ts';
import { readRows } from '../readers/csv.ts';
import { bookOfExport } from './book-of-export.ts';
import { bookOfWord } from './book-of-word.ts';
import { documentOfTable } from './document-of-table.ts';
import type { OwnDocument } from './own-book.ts';

/**
 * Reads a document that `octavo export` wrote, whoever has changed it since: Markdown, Word, or a table.
 * Undefined for any other document.
 */
export async function readOwnDocument(
  { path, bytes }: SourceFile,
  options: { readonly encoding?: string; readonly asset?: FindAsset } = {},
): Promise<OwnDocument | undefined> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) return kindOf(path, '', bytes) === 'docx' ? bookOfWord(path, bytes) : undefined;
  const { text } = decode(path, bytes, options.encoding);
  const kind = kindOf(path, text, bytes);
  if (kind === 'csv') return documentOfTable(readRows(path, text));
  return kind === 'markdown' ? bookOfExport(path, text, options.asset ?? (() => undefined)) : undefined;
}

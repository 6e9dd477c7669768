import type { FindAsset } from '../assign/images.ts';
import { decode } from '../detect/decode.ts';
import { isJson, kindOf } from '../detect/kind.ts';
import { isZip } from '../detect/zip.ts';
import type { SourceFile, SourceKind } from '../model/source.ts';
import { readRows } from '../readers/csv.ts';
import { sheetRows } from '../readers/xlsx.ts';
import { bookOfEpub, bookOfPage } from './book-of-built.ts';
import { bookOfExport } from './book-of-export.ts';
import { bookOfGraph } from './book-of-graph.ts';
import { bookOfWord } from './book-of-word.ts';
import { documentOfTable } from './document-of-table.ts';
import type { OwnDocument } from './own-book.ts';

/**
 * Reads a document that `octavo export` wrote, whoever has changed it since (Markdown, Word, a table), or one that a
 * build of ours made and that lies alone (an EPUB, a page of the website, linked data).
 * Undefined for any other document.
 */
export async function readOwnDocument(
  { path, bytes }: SourceFile,
  options: { readonly encoding?: string; readonly asset?: FindAsset } = {},
): Promise<OwnDocument | undefined> {
  const { text } = isZip(bytes) ? { text: '' } : decode(path, bytes, options.encoding);
  const find = options.asset ?? (() => undefined);
  try {
    return await readAs(kindOf(path, text, bytes), path, text, bytes, find);
  } catch {
    // Whoever reads it as a document of others says what is wrong with it.
    return undefined;
  }
}

function readAs(
  kind: SourceKind,
  path: string,
  text: string,
  bytes: Uint8Array,
  find: FindAsset,
): OwnDocument | undefined | Promise<OwnDocument | undefined> {
  switch (kind) {
    case 'docx':
      return bookOfWord(path, bytes);
    case 'epub':
      return bookOfEpub(path, bytes);
    case 'html':
      return bookOfPage(path, text, find);
    case 'json':
      return isJson(text) ? bookOfGraph(path, JSON.parse(text)) : undefined;
    case 'xlsx':
      return sheetRows(bytes).then(documentOfTable);
    case 'csv':
      return documentOfTable(readRows(path, text));
    case 'markdown':
      return bookOfExport(path, text, find);
    default:
      return undefined;
  }
}

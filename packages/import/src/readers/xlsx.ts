import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { type Row, readTable } from './csv.ts';
import { boundedPackage } from './docx-package.ts';

/** Reads the first sheet of an Excel workbook as a table of questions and answers. */
export async function readXlsx({ path, bytes, columns }: SourceText): Promise<ReadDocument> {
  return readTable(await sheetRows(bytes), path, columns, []);
}

/** The rows of the first sheet, as text; throws for what is no workbook. */
export async function sheetRows(bytes: Uint8Array): Promise<readonly Row[]> {
  const packed = zipSync(withCharacters(unzipSync(boundedPackage(bytes))), { level: 0 });
  const rows = await readSheet(
    packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length) as ArrayBuffer,
    { trim: false },
  );
  return rows.map((row, at) => ({
    cells: row.map((cell) =>
      cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell),
    ),
    line: at + 1,
  }));
}

/** The parser halves the references to characters beyond U+FFFF, which openpyxl writes. */
function withCharacters(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const plain = (xml: string) =>
    xml.replace(/&#(x[\da-f]{5,6}|\d{5,7});/gi, (all, code: string) => {
      const point = Number(code.replace(/^x/i, '0x'));
      return point > 0xffff && point <= 0x10ffff ? String.fromCodePoint(point) : all;
    });
  return Object.fromEntries(
    Object.entries(parts).map(([path, part]) => [
      path,
      path.endsWith('.xml') ? strToU8(plain(strFromU8(part))) : part,
    ]),
  );
}

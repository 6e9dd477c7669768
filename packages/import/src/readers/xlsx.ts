import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readExcelFile from 'read-excel-file/universal';
import { droppedPart } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { columnsOf } from '../recognise/columns.ts';
import { type Row, readTable } from './csv.ts';
import { boundedPackage } from './docx-package.ts';

interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/**
 * Reads the sheets of an Excel workbook whose columns are called questions and answers, each as a chapter where there
 * are several; where none is, the first sheet. Other sheets are listed as left out.
 */
export async function readXlsx({ path, bytes, columns }: SourceText): Promise<ReadDocument> {
  const sheets = await sheetsOf(bytes);
  const isNamed = ({ rows }: Sheet) =>
    columnsOf(
      rows.map(({ cells }) => cells),
      columns,
    ).named !== undefined;
  const named = sheets.filter(isNamed);
  const read = named.length > 0 ? named : sheets.slice(0, 1);
  const documents = read.map(({ name, rows }) => {
    const document = readTable(rows, path, columns, []);
    return read.length > 1 ? inChapter(document, name) : document;
  });
  const others = sheets.filter((sheet) => !read.includes(sheet) && sheet.rows.length > 0);
  return {
    content: {
      kind: 'parts',
      parts: documents.flatMap(({ content }) => (content.kind === 'parts' ? content.parts : [])),
    },
    footnotes: new Map(),
    dropped: [
      ...documents.flatMap(({ dropped }) => dropped),
      ...others.map(({ name }) => droppedPart('data field', `the sheet "${name}"`, { path, line: 1 })),
    ],
    words: documents.flatMap(({ words }) => words),
    findings: documents.flatMap(({ findings }) => findings),
  };
}

/** Questions that name no chapter are in that of their sheet. */
function inChapter(document: ReadDocument, chapter: string): ReadDocument {
  const { content } = document;
  if (content.kind !== 'parts') return document;
  const parts = content.parts.map((part) =>
    part.kind === 'question' ? { ...part, chapter: part.chapter ?? chapter } : part,
  );
  return { ...document, content: { kind: 'parts', parts } };
}

/** The rows of the first sheet, as text; throws for what is no workbook. */
export async function sheetRows(bytes: Uint8Array): Promise<readonly Row[]> {
  return (await sheetsOf(bytes))[0]?.rows ?? [];
}

async function sheetsOf(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const packed = zipSync(withCharacters(unzipSync(boundedPackage(bytes))), { level: 0 });
  const sheets = await readExcelFile(
    packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.length) as ArrayBuffer,
    { trim: false },
  );
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row, at) => ({
      cells: row.map((cell) =>
        cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell),
      ),
      line: at + 1,
    })),
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

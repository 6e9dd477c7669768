import writeExcelFile from 'write-excel-file/node';
import { reproducible } from './reproducible.ts';

/** The widths of the columns in letters: those of questions and answers are wide. */
const WIDTHS: Readonly<Record<string, number>> = {
  question: 40,
  answer: 90,
  chapter: 16,
  topics: 16,
  digest: 14,
};

/** Rows as an Excel workbook whose cells are all text, the names of the columns first. */
export async function workbookOf(rows: readonly (readonly string[])[], date: string): Promise<Uint8Array> {
  const [head = []] = rows;
  const cells = rows.map((row, at) =>
    row.map((value) => ({
      value,
      type: String,
      wrap: true,
      alignVertical: 'top' as const,
      ...(at === 0 ? { fontWeight: 'bold' as const } : {}),
    })),
  );
  const columns = head.map((name) => ({ width: WIDTHS[name] ?? 10 }));
  const bytes = await writeExcelFile(cells, { columns, stickyRowsCount: 1 }).toBuffer();
  return reproducible(bytes, date);
}

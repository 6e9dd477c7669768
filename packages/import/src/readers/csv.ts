import { parse } from 'csv-parse/sync';
import type { Fields } from '../model/fields.ts';
import { type Finding, finding } from '../model/finding.ts';
import { droppedPart, type FoundDropped, type FoundPart } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText } from '../model/source.ts';
import { wordsAt } from '../model/words.ts';
import { columnsOf } from '../recognise/columns.ts';
import { isDraft, recordedQuestion, topicsIn } from './json/recorded.ts';
import { withoutMarkup } from './markup.ts';

/** A row of a table, with the line on which it begins. */
export interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads a table of questions and answers: comma, semicolon, tab or bar between cells (RFC 4180 quotes),
 * with or without a header row, columns called in many languages. Columns without a use are listed.
 */
export function readCsv({ path, text, columns }: SourceText): ReadDocument {
  const findings: Finding[] = [];
  return readTable(readRows(path, text, findings), path, columns, findings);
}

/** Reads the rows of a table as questions and answers. */
export function readTable(
  rows: readonly Row[],
  path: string,
  given: Fields | undefined,
  findings: Finding[],
): ReadDocument {
  const { columns, named } = columnsOf(
    rows.map(({ cells }) => cells),
    given,
  );
  const dropped: FoundDropped[] = [];
  const drop = ({ line }: Row, said: string) => dropped.push(droppedPart('data field', said, { path, line }));
  const [head] = rows;
  if (head && named) {
    drop(head, head.cells.join(' '));
    findings.push(columnsUnderstood(named, head.cells, path));
  }
  const { address: _, ...shown } = columns;
  const used = new Set<number | undefined>(Object.values(shown));
  const parts = rows.slice(named ? 1 : 0).flatMap((row): FoundPart[] => {
    const { cells, line } = row;
    const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim());
    const part = recordedQuestion(
      {
        question: cell(columns.question),
        answer: cell(columns.answer),
        number: cell(columns.number),
        id: cell(columns.id),
        chapter: cell(columns.chapter),
        topics: topicsIn(cell(columns.topics)),
        address: cell(columns.address),
        draft: head !== undefined && named !== undefined && isDraft(head.cells, row.cells),
      },
      path,
      line,
    );
    const rest = cells.filter((value, at) => !used.has(at) && value.trim() !== '');
    if (rest.length > 0) drop(row, rest.join(' · '));
    return part ? [part] : [];
  });
  return {
    content: { kind: 'parts', parts },
    footnotes: new Map(),
    dropped,
    words: rows.flatMap(({ cells, line }) => cells.flatMap((value) => wordsAt(withoutMarkup(value), line))),
    findings,
  };
}

/** What the columns were taken for. */
function columnsUnderstood(fields: Fields, names: readonly string[], path: string): Finding {
  const taken = Object.entries(fields).map(([field, name]) => `"${name}" is the ${field}`);
  const unused = names.filter((name) => name.trim() !== '' && !Object.values(fields).includes(name));
  return finding(
    'columns',
    'info',
    { path, line: 1 },
    `of the columns, ${taken.join(', ')}${unused.length > 0 ? `; without a use: ${unused.slice(0, 20).join(', ')}` : ''}`,
    'Give --columns question=…,answer=… if it is otherwise.',
  );
}

/** The rows of a table, the names of its columns among them. */
export function readRows(path: string, text: string, findings: Finding[] = []): readonly Row[] {
  return rowsOf(text, delimiterOf(path, text), path, findings);
}

function delimiterOf(path: string, text: string): string {
  if (/\.(?:tsv|tab)$/i.test(path)) return '\t';
  const head = text.slice(0, 5000).replace(/"(?:[^"]|"")*"/g, '');
  const count = (mark: string) => head.split(mark).length;
  return [',', ';', '\t', '|'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

function rowsOf(text: string, delimiter: string, path: string, findings: Finding[]): readonly Row[] {
  const read = (quote: '"' | false): readonly Row[] =>
    (
      parse(text, {
        delimiter,
        quote,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        info: true,
        bom: true,
      }) as unknown as { record: string[]; info: { lines: number } }[]
    ).map(({ record, info }) => ({
      cells: record,
      line: Math.max(1, info.lines - record.join('').split('\n').length + 1),
    }));
  try {
    return read('"');
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    findings.push(
      finding(
        'unreadable',
        'warning',
        { path, line: 1 },
        `a quote is never closed, so quotes are read as text (${why})`,
        'Close every cell that begins with a quote.',
      ),
    );
    try {
      return read(false);
    } catch {
      return text.split('\n').map((line, at) => ({ cells: line.split(delimiter), line: at + 1 }));
    }
  }
}

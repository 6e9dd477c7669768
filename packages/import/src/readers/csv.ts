import { parse } from 'csv-parse/sync';
import type { Finding } from '../model/finding.ts';
import type { FoundDropped, FoundPart } from '../model/found.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { SourceText, SourceWord } from '../model/source.ts';
import { wordsAt } from '../model/words.ts';
import { asks } from '../recognise/asks.ts';
import { type Fields, fieldsOf } from '../recognise/fields.ts';
import { recordedQuestion } from './json/recorded.ts';
import { withoutMarkup } from './markup.ts';

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads a table of questions and answers: comma, semicolon, tab or bar between cells (RFC 4180 quotes),
 * with or without a header row, columns called in many languages. Columns without a use are listed.
 */
export function readCsv({ path, text, columns: given }: SourceText): ReadDocument {
  const findings: Finding[] = [];
  const rows = rowsOf(text, delimiterOf(path, text), path, findings);
  const [head, ...body] = rows;
  const fields = head ? fieldsOf(head.cells, given) : {};
  const headed =
    head !== undefined &&
    fields.question !== undefined &&
    (fields.answer !== undefined || head.cells.length === 1);
  const columns = headed ? columnsOf(fields, head.cells) : guess(rows);
  const dropped: FoundDropped[] = [];
  if (headed) {
    dropped.push(drop(path, head.line, head.cells.join(' ')));
    findings.push(columnsUnderstood(fields, head.cells, path));
  }
  const parts = (headed ? body : rows).flatMap(({ cells, line }): FoundPart[] => {
    const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim());
    const part = recordedQuestion(
      {
        question: cell(columns.question),
        answer: cell(columns.answer),
        ...(cell(columns.number) ? { number: cell(columns.number) } : {}),
        ...(cell(columns.id) ? { id: cell(columns.id) } : {}),
        ...(cell(columns.chapter) ? { chapter: cell(columns.chapter) } : {}),
        ...(cell(columns.topics)
          ? {
              topics: cell(columns.topics)
                .split(/[,;|]/)
                .map((topic) => topic.trim())
                .filter(Boolean),
            }
          : {}),
      },
      path,
      line,
    );
    const used: ReadonlySet<number | undefined> = new Set(Object.values(columns));
    const rest = cells.filter((value, at) => !used.has(at) && value.trim() !== '');
    if (rest.length > 0) dropped.push(drop(path, line, rest.join(' · ')));
    return part ? [part] : [];
  });
  return {
    content: { kind: 'parts', parts },
    footnotes: new Map(),
    dropped,
    words: rows.flatMap(({ cells, line }): readonly SourceWord[] =>
      cells.flatMap((value) => wordsAt(withoutMarkup(value), line)),
    ),
    findings,
  };
}

/** What the columns were taken for. */
function columnsUnderstood(fields: Fields, names: readonly string[], path: string): Finding {
  const taken = Object.entries(fields).map(([field, name]) => `"${name}" is the ${field}`);
  const unused = names.filter((name) => name.trim() !== '' && !Object.values(fields).includes(name));
  return {
    kind: 'columns',
    severity: 'info',
    place: { path, line: 1 },
    reason: `of the columns, ${taken.join(', ')}${unused.length > 0 ? `; without a use: ${unused.slice(0, 20).join(', ')}` : ''}`,
    note: 'Give --columns question=…,answer=… if it is otherwise.',
  };
}

function drop(path: string, line: number, text: string): FoundDropped {
  return { kind: 'dropped', what: 'data field', text, anchors: [], place: { path, line } };
}

type Columns = { readonly [Name in keyof Fields]: number };

function columnsOf(fields: Fields, names: readonly string[]): Columns {
  return Object.fromEntries(Object.entries(fields).map(([field, name]) => [field, names.indexOf(name)]));
}

/** Without a header: the column that asks is the question, the wordiest other one the answer. */
function guess(rows: readonly Row[]): Columns {
  const width = Math.max(0, ...rows.slice(0, 200).map(({ cells }) => cells.length));
  const sample = rows.slice(0, 200);
  const share = (at: number, is: (cell: string) => boolean) =>
    sample.filter(({ cells }) => is(cells[at] ?? '')).length;
  const all = Array.from({ length: width }, (_, at) => at);
  const best = (score: (at: number) => number, not: readonly number[]) =>
    all.filter((at) => !not.includes(at)).sort((a, b) => score(b) - score(a))[0];
  const question = best((at) => share(at, (cell) => asks(cell) > 0.5), []) ?? 0;
  const answer = best(
    (at) => sample.reduce((sum, { cells }) => sum + (cells[at] ?? '').length, 0),
    [question],
  );
  const number = all.find(
    (at) =>
      at !== question &&
      at !== answer &&
      sample.length > 0 &&
      share(at, (cell) => /^\s*[1-9]\d*(\.\d+)*[A-Z]?\s*$/.test(cell)) === sample.length,
  );
  const chapter = all.find(
    (at) =>
      at !== question &&
      at !== answer &&
      at !== number &&
      new Set(sample.map(({ cells }) => cells[at])).size < Math.max(2, sample.length / 2),
  );
  return {
    question,
    ...(answer === undefined ? {} : { answer }),
    ...(number === undefined ? {} : { number }),
    ...(chapter === undefined ? {} : { chapter }),
  };
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
    findings.push({
      kind: 'unreadable',
      severity: 'warning',
      place: { path, line: 1 },
      reason: `a quote is never closed, so quotes are read as text (${error instanceof Error ? error.message : 'unknown'})`,
      note: 'Close every cell that begins with a quote.',
    });
    try {
      return read(false);
    } catch {
      return text.split('\n').map((line, at) => ({ cells: line.split(delimiter), line: at + 1 }));
    }
  }
}

import type { RootContent, Table, TableCell } from 'mdast';
import { columnNames, term } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { asks } from './asks.ts';
import { type Columns, columnsOf } from './columns.ts';

/** A table wider than this is of data, whatever one of its columns asks. */
const MOST_COLUMNS = 5;

/** A row of a table of questions and answers: its cells as blocks, by their columns. */
export interface QuestionRow {
  readonly texts: readonly string[];
  readonly inline: (column: number) => TableCell['children'];
  readonly blocks: (column: number) => RootContent[];
  readonly position: Table['position'];
}

/** A table of questions and answers becomes terms, under the names of their chapters; any other block stays. */
export function splitQuestionTables(blocks: readonly RootContent[]): RootContent[] {
  return blocks.flatMap((block) => (block.type === 'table' ? (questionTable(block) ?? [block]) : [block]));
}

function questionTable(table: Table): RootContent[] | undefined {
  return questionRows(
    table.children.map((row): QuestionRow => {
      const inline = (at: number) => row.children[at]?.children ?? [];
      return {
        texts: row.children.map((cell) => textOf(cell)),
        inline,
        blocks: (at) => [{ type: 'paragraph', children: inline(at) }],
        position: row.position ?? table.position,
      };
    }),
  );
}

/** The terms of the rows of a table of questions and answers; undefined when it is none. */
export function questionRows(all: readonly QuestionRow[]): RootContent[] | undefined {
  // A table without names of its columns may come with an empty row for them.
  const filled = all.filter(({ texts }) => texts.join('').trim() !== '');
  const width = filled[0]?.texts.length ?? 0;
  if (filled.length < 2 || width > MOST_COLUMNS) return undefined;
  const { columns, named } = columnsOf(filled.map(({ texts }) => texts));
  const { question, answer } = columns;
  if (question === undefined || answer === undefined) return undefined;
  const rows = named ? filled.slice(1) : filled;
  const asking = rows.filter(({ texts }) => asks(texts[question] ?? '') >= 0.6).length;
  if (asking < rows.length * (named ? 0.5 : 0.7)) return undefined;
  let chapter = '';
  const terms = rows.flatMap((row) => {
    const own = named && columns.chapter !== undefined ? (row.texts[columns.chapter] ?? '').trim() : '';
    const heads = own === '' ? [] : own === chapter ? [columnNames([own], row.position)] : [headOf(own, row)];
    if (own !== '') chapter = own;
    return [...heads, termOf(row, { ...columns, question, answer }, named !== undefined)];
  });
  const [head] = filled;
  return named && head ? [columnNames(head.texts, head.position), ...terms] : terms;
}

function headOf(value: string, { position }: QuestionRow): RootContent {
  return { type: 'heading', depth: 2, children: [{ type: 'text', value }], position };
}

function termOf(
  row: QuestionRow,
  { question, answer, number, chapter }: Columns['columns'] & { question: number; answer: number },
  isNamed: boolean,
): RootContent {
  const others = row.texts.flatMap((text, at) =>
    at === question || at === answer || at === number || (isNamed && at === chapter) || text.trim() === ''
      ? []
      : [at],
  );
  const given = number === undefined ? '' : (row.texts[number] ?? '').trim().replace(/\.$/, '');
  const before = given === '' ? [] : [{ type: 'text' as const, value: `${given}. ` }];
  return {
    ...term(
      [...before, ...row.inline(question)],
      [answer, ...others].flatMap((at) => row.blocks(at)),
    ),
    position: row.position,
  };
}

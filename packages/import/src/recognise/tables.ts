import type { RootContent, Table, TableCell } from 'mdast';
import { term } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { asks } from './asks.ts';
import { columnsOf } from './columns.ts';

/** A table of questions and answers becomes terms; any other block stays. */
export function splitQuestionTables(blocks: readonly RootContent[]): RootContent[] {
  return blocks.flatMap((block) => (block.type === 'table' ? (questionTable(block) ?? [block]) : [block]));
}

function questionTable(table: Table): RootContent[] | undefined {
  // A table without names of its columns may come with an empty row for them.
  const filled = table.children
    .map((row) => ({ row, texts: row.children.map((cell) => textOf(cell)) }))
    .filter(({ texts }) => texts.join('').trim() !== '');
  const width = filled[0]?.texts.length ?? 0;
  if (filled.length < 2 || width > 4) return undefined;
  const { columns, named } = columnsOf(filled.map(({ texts }) => texts));
  const { question, answer, number } = columns;
  if (question === undefined || answer === undefined) return undefined;
  const rows = named ? filled.slice(1) : filled;
  const asking = rows.filter(({ texts }) => asks(texts[question] ?? '') >= 0.6).length;
  if (asking < rows.length * (named ? 0.5 : 0.7)) return undefined;
  return rows.map(({ row, texts }) => {
    const cell = (at: number): TableCell['children'] => row.children[at]?.children ?? [];
    const others = texts.flatMap((text, at) =>
      at === question || at === answer || at === number || text.trim() === '' ? [] : [at],
    );
    const given = number === undefined ? '' : (texts[number] ?? '').trim().replace(/\.$/, '');
    const before = given === '' ? [] : [{ type: 'text' as const, value: `${given}. ` }];
    const answers = [answer, ...others].map((at) => ({ type: 'paragraph' as const, children: cell(at) }));
    return {
      ...term([...before, ...cell(question)], answers),
      position: row.position ?? table.position,
    };
  });
}

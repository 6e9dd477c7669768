import type { RootContent, Table } from 'mdast';
import { term } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { asks } from './asks.ts';
import { fieldsOf } from './fields.ts';

/** A table of questions and answers becomes terms; any other block stays. */
export function splitQuestionTables(blocks: readonly RootContent[]): RootContent[] {
  return blocks.flatMap((block) => (block.type === 'table' ? (questionTable(block) ?? [block]) : [block]));
}

function questionTable(table: Table): RootContent[] | undefined {
  const [head, ...rows] = table.children;
  if (!head || rows.length === 0) return undefined;
  const names = head.children.map((cell) => textOf(cell));
  const { question, answer } = fieldsOf(names);
  const at = question === undefined ? -1 : names.indexOf(question);
  const to = answer === undefined ? -1 : names.indexOf(answer);
  const asking = rows.filter((row) => asks(textOf(row.children[at === -1 ? 0 : at])) >= 0.6).length;
  if (at < 0 || to < 0 || names.length > 3 || asking < rows.length * 0.5) return undefined;
  return rows.map((row) => {
    const position = row.position ?? table.position;
    const others = row.children.filter(
      (_, index) => index !== at && index !== to && textOf(row.children[index]).trim() !== '',
    );
    const answerCells = [row.children[to], ...others].filter((cell) => cell !== undefined);
    const made = term(
      row.children[at]?.children ?? [],
      answerCells.map((cell) => ({ type: 'paragraph', children: cell.children })),
    );
    return position ? { ...made, position } : made;
  });
}

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
  // A table without names of its columns may come with an empty row for them.
  const [head, ...rows] = table.children.filter((row) => textOf(row).trim() !== '');
  if (!head || rows.length === 0) return undefined;
  const names = head.children.map((cell) => textOf(cell));
  const { question, answer, number } = fieldsOf(names);
  const headed = question !== undefined && answer !== undefined;
  const all = headed ? rows : [head, ...rows];
  const asking = (at: number) => all.filter((row) => asks(textOf(row.children[at])) >= 0.6).length;
  const columns = names.map((_, at) => at);
  const at = headed ? names.indexOf(question) : (columns.toSorted((a, b) => asking(b) - asking(a))[0] ?? -1);
  const wordiness = (column: number) =>
    all.reduce((sum, row) => sum + textOf(row.children[column]).length, 0);
  const to = headed
    ? names.indexOf(answer)
    : (columns.filter((column) => column !== at).sort((a, b) => wordiness(b) - wordiness(a))[0] ?? -1);
  // A question at the head of a table is no name of a column.
  const share = asking(at) / all.length;
  if (at < 0 || to < 0 || names.length > 4 || share < (headed ? 0.5 : 0.7) || (!headed && all.length < 2))
    return undefined;
  const counts = headed
    ? names.indexOf(number ?? '')
    : (columns.find((column) =>
        all.every((row) => /^\s*\d+(?:\.\d+)*\.?\s*$/.test(textOf(row.children[column]))),
      ) ?? -1);
  return all.map((row) => {
    const position = row.position ?? table.position;
    const cell = (column: number) => row.children[column]?.children ?? [];
    const others = columns.filter(
      (column) =>
        column !== at && column !== to && column !== counts && textOf(row.children[column]).trim() !== '',
    );
    const given = textOf(row.children[counts]).trim().replace(/\.$/, '');
    const title = given === '' ? cell(at) : [{ type: 'text' as const, value: `${given}. ` }, ...cell(at)];
    const made = term(
      title,
      [to, ...others].map((column) => ({ type: 'paragraph', children: cell(column) })),
    );
    return position ? { ...made, position } : made;
  });
}

import type { Element } from 'hast';
import type { State } from 'hast-util-to-mdast';
import type { RootContent } from 'mdast';
import { oneLine } from '../model/text-of.ts';
import { type QuestionRow, questionRows } from '../recognise/tables.ts';
import { flow } from './flow.ts';
import { phrasingOf } from './inline-content.ts';
import { cellsOf, rowsOf } from './table-parts.ts';
import { wordsOf } from './words-of.ts';

/** A table of questions whose answers hold blocks: each cell once, in all rows that it spans. */
export function questionsOf(state: State, node: Element): RootContent[] | undefined {
  const spans: { cell: Element; left: number }[] = [];
  const rows = rowsOf(node).map((row): QuestionRow => {
    const own = [...cellsOf(row)];
    const cells: Element[] = [];
    for (let at = 0; own.length > 0 || spans[at] !== undefined; at++) {
      const span = spans[at];
      const cell = span && span.left > 0 ? span.cell : own.shift();
      if (span) span.left--;
      if (!cell) break;
      if (cell !== span?.cell) spans[at] = { cell, left: Number(cell.properties.rowSpan ?? 1) - 1 };
      cells.push(cell);
    }
    const blocks = (at: number) => flow(state, cells[at]?.children ?? []);
    return {
      texts: cells.map((cell) => oneLine(wordsOf(cell))),
      inline: (at) => phrasingOf(state.all(cells[at] ?? node)),
      blocks: (at) => blocks(at) as RootContent[],
      position: row.position,
    };
  });
  return questionRows(rows);
}

import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Nodes, RootContent, TableCell } from 'mdast';
import { oneLine, textOf } from '../model/text-of.ts';
import { trimmed } from '../recognise/phrasing.ts';
import { type QuestionRow, questionRows } from '../recognise/tables.ts';
import { flow } from './flow.ts';
import { phrasingOf } from './inline-content.ts';
import { holds } from './left-out.ts';
import { wordsOf } from './words-of.ts';

/** A table whose cells hold blocks, or that has one column, is layout: its cells follow one another. */
export function tableOf(state: State, node: Element): Nodes | Nodes[] {
  const cells = cellsOf(node);
  const columns = Math.max(0, ...rowsOf(node).map((row) => cellsOf(row).length));
  const layout = columns < 2 || cells.some((cell) => holds(cell, LAYOUT));
  if (!layout) {
    const table = (defaultHandlers.table as Handle)(state, node, undefined) as Nodes;
    const [caption] = within(node, (name) => name === 'caption');
    const said = caption ? phrasingOf(state.all(caption)) : [];
    if (textOf(said).trim() === '') return table;
    // A caption stands before its table, behind this word.
    return [{ type: 'paragraph', children: [{ type: 'text', value: 'Table: ' }, ...trimmed(said)] }, table];
  }
  return questionsOf(state, node) ?? cells.flatMap((cell) => flow(state, cell.children));
}

/** A table of questions whose answers hold blocks: each cell once, in all rows that it spans. */
function questionsOf(state: State, node: Element): RootContent[] | undefined {
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

const LAYOUT = /^(?:table|h[1-6]|ul|ol|dl|pre|blockquote|details|hr)$/;

/** A cell holds inline content alone. */
export function cellOf(name: 'td' | 'th'): Handle {
  return (state, node, parent) => {
    const cell = (defaultHandlers[name] as Handle)(state, node, parent) as TableCell;
    return { ...cell, children: phrasingOf(cell.children) };
  };
}

function rowsOf(node: Element): readonly Element[] {
  return within(node, (name) => name === 'tr');
}

function cellsOf(node: Element): readonly Element[] {
  return within(node, (name) => name === 'td' || name === 'th' || name === 'caption');
}

/** Finds the outermost elements of a kind inside a node. Those of nested tables are not among them. */
function within(node: Element, is: (name: string) => boolean): readonly Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (is(child.tagName)) return [child];
    return child.tagName === 'table' ? [] : within(child, is);
  });
}

import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Nodes, TableCell } from 'mdast';
import { tableCaption } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { trimmed } from '../recognise/phrasing.ts';
import { flow } from './flow.ts';
import { phrasingOf } from './inline-content.ts';
import { holds } from './left-out.ts';
import { questionsOf } from './question-rows.ts';
import { cellsOf, rowsOf, within } from './table-parts.ts';

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
    return [tableCaption(trimmed(said)), table];
  }
  return questionsOf(state, node) ?? cells.flatMap((cell) => flow(state, cell.children));
}

const LAYOUT = /^(?:table|h[1-6]|ul|ol|dl|pre|blockquote|details|hr)$/;

/** A cell holds inline content alone. */
export function cellOf(name: 'td' | 'th'): Handle {
  return (state, node, parent) => {
    const cell = (defaultHandlers[name] as Handle)(state, node, parent) as TableCell;
    return { ...cell, children: phrasingOf(cell.children) };
  };
}

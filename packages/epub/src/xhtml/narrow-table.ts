import type { Element } from 'hast';
import { textOf } from './text-of.ts';

/** How many letters, spaces between columns included, fit side by side on a phone and on a large page. */
const TELEPHONE = 42;
const PAGE = 105;

const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  th: 'columnheader',
  td: 'cell',
};

/**
 * Marks a table whose longest words do not fit side by side on a narrow page: there, its cells stand below
 * each other (`stack` in the style sheet), each with its column's head before it. Its roles are written out,
 * so that it stays a table for screen readers. Any other table is returned as it is.
 */
export function narrowTable(table: Element): Element {
  const rows = rowsOf(table);
  const heads = (rows[0]?.children ?? []).map(textOf);
  const least = heads.reduce(
    (sum, _, column) =>
      sum + 2 + Math.max(...rows.map(({ children }) => longestWord(textOf(children[column])))),
    0,
  );
  return least <= TELEPHONE ? table : stacked(table, heads, least > PAGE ? ['stack', 'always'] : ['stack']);
}

function stacked(element: Element, heads: readonly string[], className?: string[]): Element {
  const role = ROLES[element.tagName];
  if (role === undefined) return element;
  const children = element.children.map((child, column) => {
    if (child.type !== 'element') return child;
    const done = stacked(child, heads);
    const head = heads[column];
    return child.tagName === 'td' && head
      ? { ...done, properties: { ...done.properties, dataHead: head } }
      : done;
  });
  return {
    ...element,
    properties: { ...element.properties, role, ...(className ? { className } : {}) },
    children,
  };
}

function rowsOf(element: Element): readonly Element[] {
  const inner = element.children.filter((child) => child.type === 'element');
  return inner.flatMap((child) => (child.tagName === 'tr' ? [child] : rowsOf(child)));
}

function longestWord(text: string): number {
  return Math.max(
    0,
    ...text
      .split(/[\s\u00ad\u200b\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?<=[-/])/u)
      .map((word) => word.length),
  );
}

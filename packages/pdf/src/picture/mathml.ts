import { escapeMarkup } from '@octavo/core';
import type { mathToHast } from '@octavo/core/hast';

type MathElement = ReturnType<typeof mathToHast>;
type MathNode = MathElement['children'][number];

/** Writes core's MathML as markup for MathJax, which knows attributes and `menclose` where browsers want a class. */
export function mathml(node: MathElement | MathNode): string {
  if (node.type === 'text') return escapeMarkup(node.value);
  if (node.type !== 'element') return '';
  const { className: _, ...properties } = node.properties;
  const attributes = { ...properties, ...aligned(node), ...(node.tagName === 'mtable' ? lines(node) : {}) };
  const markup = element(node.tagName, attributes, node.children.map(mathml).join(''));
  const frame = node.tagName === 'mtable' ? edges(node) : classes(node).includes('tml-fbox') ? ['box'] : [];
  return frame.length > 0 ? element('menclose', { notation: frame.join(' ') }, markup) : markup;
}

function element(name: string, attributes: Readonly<Record<string, unknown>>, content: string): string {
  const all = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeMarkup(String(value))}"`)
    .join('');
  return `<${name}${all}>${content}</${name}>`;
}

function aligned(node: MathElement): { columnalign?: string } {
  const align = ['left', 'right', 'center'].find((side) => classes(node).includes(`tml-${side}`));
  return align ? { columnalign: align } : {};
}

/**
 * Returns the attributes for the rules and the spaces between a table's rows and columns (MathML 3, 3.5.1), as the
 * classes of its first row and column have them.
 */
function lines(table: MathElement): Readonly<Record<string, string>> {
  const rows = cellsOf(table);
  const [first = []] = rows;
  const between = <Item>(items: readonly Item[], say: (item: Item, index: number) => string): string =>
    items.slice(0, -1).map(say).join(' ');
  const spacing = between(first, (cell, at) => `${(room(cell, 'r') + room(first[at + 1], 'l')) / 10}em`);
  const columns = between(first, (cell) => line(cell, 'right'));
  const rules = between(rows, ([cell]) => line(cell, 'bottom'));
  return {
    ...(spacing ? { columnspacing: spacing } : {}),
    ...(columns ? { columnlines: columns } : {}),
    ...(rules ? { rowlines: rules } : {}),
  };
}

/** Returns the sides of a table that have a rule. */
function edges(table: MathElement): readonly string[] {
  const rows = cellsOf(table);
  const sides = { left: rows[0]?.[0], top: rows[0]?.[0], right: rows[0]?.at(-1), bottom: rows.at(-1)?.[0] };
  return Object.entries(sides).flatMap(([side, cell]) => (line(cell, side) === 'none' ? [] : [side]));
}

function cellsOf(table: MathElement): readonly (readonly MathElement[])[] {
  const isElement = (node: MathNode): node is MathElement => node.type === 'element';
  return table.children.filter(isElement).map((row) => row.children.filter(isElement));
}

function line(cell: MathElement | undefined, side: string): 'none' | 'solid' | 'dashed' {
  const own = classes(cell);
  if (own.includes(`tml-dash-${side}`)) return 'dashed';
  return own.includes(`tml-rule-${side}`) || own.includes(`tml-double-${side}`) ? 'solid' : 'none';
}

/** Returns the space beside a cell in tenths of an em. MathML Core gives four of them to a cell without a class. */
function room(cell: MathElement | undefined, side: 'l' | 'r'): number {
  const own = classes(cell).find((name) => name.startsWith(`tml-p${side}-`));
  return own ? Number(own.slice('tml-pl-'.length)) : 4;
}

function classes(node: MathElement | undefined): readonly string[] {
  const names = node?.properties.className;
  return Array.isArray(names) ? names.map(String) : [];
}

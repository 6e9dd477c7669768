import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { textOf } from './text-of.ts';

/**
 * A display formula wider than this, in em, is broken. Faces differ by a third, and type may shrink to 0.6 em: then it
 * still fits the page of a telephone.
 */
const MEASURE = 26;
/** Signs before which a display may break, best first: relations, then sums. */
const BREAKS = [/^[=<>≤≥≠≈≡∼≃≅∝∈⊂⊆→⇒⇔↦≔∣⟹⟺]$/u, /^[+\-−±∓]$/u] as const;

/**
 * Makes a formula fit its page, because nothing scrolls in paginated reading systems. A wide display is
 * broken into rows before relations, then before sums; if it is still wider than the page, it is set smaller
 * by its estimated width, down to the size that the style sheet permits.
 */
export function fitFormula(math: Element, display: boolean): Element {
  const broken = display ? inRows(math) : math;
  const width = Math.ceil(1.3 * widthOf(broken));
  const unit = display ? '100cqi' : '80vw';
  return {
    ...broken,
    properties: {
      ...broken.properties,
      style: `font-size:clamp(${display ? '.4em' : '.6em'},${unit}/${width},1em)`,
    },
  };
}

/** The width of a formula in em, estimated from its signs closely enough to know whether it fits. */
export function widthOf(node: ElementContent): number {
  if (node.type !== 'element') return 0;
  const inner = node.children.map(widthOf);
  switch (node.tagName) {
    case 'mi':
    case 'mn':
    case 'mtext':
      return [...textOf(node)].reduce(
        (sum, sign) => sum + signWidth(sign),
        node.tagName === 'mtext' ? 0.3 : 0,
      );
    case 'mo':
      return BREAKS.some((signs) => signs.test(textOf(node))) ? 1.3 : 0.45 * [...textOf(node)].length;
    case 'mspace':
      return Number.parseFloat(String(node.properties.width ?? 0)) || 0;
    case 'mfrac':
    case 'munder':
    case 'mover':
    case 'munderover':
      return Math.max(...inner);
    case 'msub':
    case 'msup':
      return (inner[0] ?? 0) + 0.7 * (inner[1] ?? 0);
    case 'msubsup':
      return (inner[0] ?? 0) + 0.7 * Math.max(inner[1] ?? 0, inner[2] ?? 0);
    case 'mtable':
      return columnsOf(node).reduce((sum, column) => sum + column + 0.8, 0);
    case 'msqrt':
    case 'mroot':
      return 0.9 + (inner[0] ?? 0);
    default:
      return inner.reduce((sum, width) => sum + width, 0);
  }
}

function signWidth(sign: string): number {
  return /[mwMW]/.test(sign) ? 0.95 : /\p{Lu}/u.test(sign) ? 0.75 : 0.55;
}

function columnsOf(table: Element): number[] {
  const columns: number[] = [];
  for (const row of table.children)
    if (row.type === 'element')
      for (const [at, cell] of row.children.entries())
        columns[at] = Math.max(columns[at] ?? 0, widthOf(cell));
  return columns;
}

/** Returns the formula with its row broken, if it has one row that is too wide. */
function inRows(math: Element): Element {
  const [only] = math.children;
  const row = math.children.length === 1 && only?.type === 'element' && only.tagName === 'mrow' ? only : math;
  if (widthOf(row) <= MEASURE) return math;
  let rows: ElementContent[][] = [row.children];
  for (const signs of BREAKS) rows = rows.flatMap((one) => packed(pieces(one, signs)));
  if (rows.length < 2) return math;
  const cells = rows.map((cell, at) =>
    h('mtr', [h('mtd', { className: ['tml-left', ...(at > 0 ? ['tml-pl-20'] : [])] }, cell)]),
  );
  return { ...math, children: [h('mtable', { displaystyle: 'true' }, cells)] };
}

/** Cuts a row before each of the signs that is not within parentheses. */
function pieces(row: readonly ElementContent[], signs: RegExp): ElementContent[][] {
  if (row.reduce((sum, node) => sum + widthOf(node), 0) <= MEASURE) return [[...row]];
  const cut: ElementContent[][] = [[]];
  let depth = 0;
  for (const node of row) {
    const text = node.type === 'element' && node.tagName === 'mo' ? textOf(node) : '';
    const here = cut.at(-1) ?? [];
    if (/^[([{⟨]$/u.test(text)) depth += 1;
    if (/^[)\]}⟩]$/u.test(text)) depth -= 1;
    // At the head of a row, a sign would lose the space that it has between two others.
    if (depth === 0 && here.length > 0 && signs.test(text) && node.type === 'element')
      cut.push([{ ...node, properties: { ...node.properties, form: 'infix' } }]);
    else here.push(node);
  }
  return cut;
}

/** Joins as many pieces as fit into each row. */
function packed(cut: readonly ElementContent[][]): ElementContent[][] {
  const rows: ElementContent[][] = [];
  const width = (nodes: readonly ElementContent[]): number =>
    nodes.reduce((sum, node) => sum + widthOf(node), 0);
  for (const piece of cut) {
    const last = rows.at(-1);
    if (last && width(last) + width(piece) <= MEASURE) last.push(...piece);
    else rows.push([...piece]);
  }
  return rows;
}

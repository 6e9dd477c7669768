import type { Element, ElementContent, Properties } from 'hast';
import { styled } from './math-style.ts';

/** Elements of MathML that hold text and nothing else (MathML 3, 3.2). */
const TOKENS: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext']);
/** The message for \ref: no format looks numbers up. */
export const NO_NUMBER = '\\ref and \\eqref find no number: write it';

/** Attributes that only `mstyle` and a few other elements may have (MathML 3, 3.3.4). */
const SCRIPT_STYLE = ['scriptlevel', 'displaystyle'];

/**
 * Converts Temml's tree to MathML that EPUB's schema accepts and that means the same without Temml's style
 * sheet: tokens contain only text, styles are attributes and classes, and rows have no number except a
 * `\tag`.
 */
export function mendMath(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child) => (child.type === 'element' ? mendElement(child) : [child]));
}

function mendElement(element: Element): ElementContent[] {
  const { tagName } = element;
  const children = mendMath(element.children);
  const properties = styled(element.properties);
  if (tagName === 'a') throw new Error(NO_NUMBER);
  if (classesOf(element).includes('menclose')) return [struckTo(properties, element, children)];
  // A `span` is Temml's counter of equations, or the place of a \label.
  if (tagName === 'span') return children;
  if (TOKENS.has(tagName)) {
    const { scriptlevel, displaystyle, ...own } = properties;
    const inner = token({ ...element, properties: own, children });
    return scriptlevel === undefined && displaystyle === undefined
      ? inner
      : [{ ...element, tagName: 'mstyle', properties: { scriptlevel, displaystyle }, children: inner }];
  }
  if (tagName === 'mtable') return [table({ ...element, properties, children })];
  if (tagName === 'mrow' && SCRIPT_STYLE.some((name) => name in properties))
    return [{ ...element, tagName: 'mstyle', properties, children }];
  return [{ ...element, properties, children }];
}

/** A token that contains more than text becomes a row with the token's space on both sides. */
function token(element: Element): ElementContent[] {
  if (element.children.every((child) => child.type === 'text')) return [element];
  const { lspace, rspace, ...properties } = element.properties;
  const words = plainWords(element.children);
  if (words !== undefined) return [{ ...element, children: [{ type: 'text', value: words }] }];
  const { className, mathcolor, mathbackground } = properties;
  const kept = Object.entries({ className, mathcolor, mathbackground }).filter(
    ([, value]) => value !== undefined,
  );
  return [
    {
      type: 'element',
      tagName: 'mrow',
      properties: Object.fromEntries(kept) as Properties,
      children: [...space(lspace), ...element.children.map(inRow), ...space(rspace)],
    },
  ];
}

function space(width: Properties[string]): Element[] {
  return typeof width === 'string' && Number.parseFloat(width) !== 0
    ? [{ type: 'element', tagName: 'mspace', properties: { width }, children: [] }]
    : [];
}

function inRow(child: ElementContent): ElementContent {
  return child.type === 'text'
    ? { type: 'element', tagName: 'mtext', properties: {}, children: [child] }
    : child;
}

/** The words of nodes that are upright letters and no more: `rank`, of `\mathop{\mathrm{rank}}`. */
function plainWords(children: readonly ElementContent[]): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'element') return undefined;
  if (only.tagName === 'mrow' || only.tagName === 'mpadded') return plainWords(only.children);
  const [text] = only.children;
  const isWord =
    only.tagName === 'mtext' || (only.tagName === 'mi' && text?.type === 'text' && text.value.length > 1);
  return isWord && text?.type === 'text' ? text.value : undefined;
}

/** \cancelto: its arrow is a picture in Temml's style sheet; a stroke says the same. */
function struckTo(properties: Properties, element: Element, children: readonly ElementContent[]): Element {
  const strike: Element = {
    type: 'element',
    tagName: 'mrow',
    properties: { className: ['tml-cancel', 'upstrike'] },
    children: [],
  };
  const isArrow = (index: number) => classesOf(element.children[index]).includes('tml-cancelto');
  return {
    type: 'element',
    tagName: 'menclose',
    properties: { ...properties, notation: 'updiagonalstrike' },
    children: [...children.filter((_, index) => !isArrow(index)), strike],
  };
}

function classesOf(node: ElementContent | undefined): readonly unknown[] {
  const names = node?.type === 'element' ? node.properties.className : undefined;
  return Array.isArray(names) ? names : [];
}

/** A table whose outer columns would hold the numbers of equations loses them when no row has one. */
function table(element: Element): Element {
  const rows = element.children.filter((row): row is Element => row.type === 'element');
  const isNumbered = rows.some((row) => edges(row).some((cell) => charactersOf(cell) !== ''));
  const hasEdges =
    rows.length > 0 && rows.every((row) => edges(row).length === 2 && edges(row).every(isGlue));
  if (!hasEdges || isNumbered) return element;
  const { className: _, ...properties } = element.properties;
  const classes = classesOf(element).filter((name) => name !== 'tml-wide') as string[];
  return {
    ...element,
    properties: { ...properties, ...(classes.length > 0 ? { className: classes } : {}) },
    children: rows.map((row) => ({ ...row, children: row.children.slice(1, -1) })),
  };
}

function edges(row: Element): readonly Element[] {
  const [first, last] = [row.children[0], row.children.at(-1)];
  return first?.type === 'element' && last?.type === 'element' && first !== last ? [first, last] : [];
}

function isGlue(cell: Element): boolean {
  return classesOf(cell).includes('tml-glue');
}

function charactersOf(node: ElementContent): string {
  if (node.type === 'element') return node.children.map(charactersOf).join('');
  return node.type === 'text' ? node.value : '';
}

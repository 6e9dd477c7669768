import type { Element, ElementContent, Properties } from 'hast';

/** Names for what a screen reader can jump to. Those of notes must differ within a page. */
export interface Words {
  readonly table: string;
  readonly notes: string;
}

/**
 * Adds what an answer needs on a web page beyond core's markup: a table that is wider than the column scrolls
 * by itself and can be reached from the keyboard; images load when they are near; links carry their number
 * for print.
 */
export function finish(nodes: readonly ElementContent[], words: Words): ElementContent[] {
  return nodes.map((node) => (node.type === 'element' ? finishElement(node, words) : node));
}

function finishElement(element: Element, words: Words): ElementContent {
  const children = finish(element.children, words);
  const done: Element = { ...element, children };
  switch (element.tagName) {
    case 'table':
      return scroller(done, nameOf(done) ?? words.table);
    case 'a':
      return { ...done, properties: { ...done.properties, ...target(done) } };
    case 'div':
      return isLong(done.children[0]) ? { ...done, properties: { ...done.properties, tabIndex: 0 } } : done;
    case 'math':
      return done.properties.display !== 'block' && isLong(done)
        ? {
            type: 'element',
            tagName: 'span',
            properties: { className: ['wide'], tabIndex: 0 },
            children: [done],
          }
        : done;
    case 'img':
      return { ...done, properties: { ...done.properties, loading: 'lazy', decoding: 'async' } };
    case 'section':
      return { ...done, properties: { ...done.properties, ariaLabel: words.notes } };
    default:
      return done;
  }
}

/**
 * More TeX than this may be wider than a phone's column: what scrolls must be reachable from the keyboard.
 */
const LONG_FORMULA = 24;

function isLong(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element' || node.tagName !== 'math') return false;
  const { alttext } = node.properties;
  return typeof alttext === 'string' && alttext.length > LONG_FORMULA;
}

/** What a table is called: its number, where it has one. */
function nameOf({ children }: Element): string | undefined {
  const [caption] = children;
  const [label] = caption?.type === 'element' && caption.tagName === 'caption' ? caption.children : [];
  return label?.type === 'element' && label.tagName === 'span' ? toText(label) : undefined;
}

function scroller(child: Element, ariaLabel: string): Element {
  const properties = { className: ['scroller'], role: 'group', ariaLabel, tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [child] };
}

/**
 * Returns an address fit for HTML, and, for print, where a link cannot be followed, the number, clause or figure
 * that it leads to, unless its words already say it.
 */
function target(link: Element): Properties {
  const href = String(link.properties.href ?? '');
  const { number, clause = '', numbered } = link.data?.leadsTo ?? {};
  if (number === undefined) return { href };
  const cited = numbered ?? number + clause;
  return { href, ...(toText(link).includes(cited) ? {} : { dataNumber: cited }) };
}

function toText(node: ElementContent): string {
  if (node.type === 'element') return node.children.map(toText).join('');
  return node.type === 'text' ? node.value : '';
}

import { type Content, said } from '../content/content.ts';
import { type Element, findElement, hasClass, names, rawText } from './element.ts';
import { STYLES } from './styles.ts';

export interface MarkupContext {
  /** The level of the heading that the question is: 1 on an entry's own page, 2 in a chapter. */
  readonly level: number;
  /** Where an address leads, in the common form: `#618`, an absolute address, or `nowhere (…)`. */
  readonly target: (href: string) => string;
}

/** What elements of an answer say, in the common form (HTML, and XHTML as EPUB has it). */
export function markupContent(nodes: readonly (Element | string)[], context: MarkupContext): Content[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node] : one(node, context)));
}

function one(element: Element, context: MarkupContext): Content[] {
  const { lang } = element.attributes;
  const content = own(element, context);
  // A language of its own is one of the run or of the paragraph's text.
  if (lang === undefined || element.name === 'pre') return content;
  return [said('language', lang, content)];
}

function own(element: Element, context: MarkupContext): Content[] {
  const { name, attributes, children } = element;
  const inner = (): Content[] => markupContent(children, context);
  const style = STYLES[name];
  if (names(element, 'role', 'doc-pagebreak') || names(element, 'role', 'doc-backlink')) return [];
  if (hasClass(element, 'footnote-mark')) return [said('mark', markOf(element))];
  if (names(element, 'role', 'doc-endnotes')) return notes(element, context);
  if (style !== undefined) return [said('style', style, inner())];
  if (/^h[1-6]$/.test(name)) return [said('heading', `${Number(name.slice(1)) - context.level}`, inner())];
  switch (name) {
    case 'a':
      return attributes.href === undefined
        ? inner()
        : [said('link', context.target(attributes.href), inner())];
    case 'abbr':
      return [
        said('style', attributes.title ? `abbreviation (${attributes.title})` : 'abbreviation', inner()),
      ];
    case 'ul':
      return [said('list', 'bullet', inner())];
    case 'ol':
      return [said('list', `ordered ${attributes.start ?? 1}`, inner())];
    case 'li':
      return [said('item', tick(element), inner())];
    case 'input':
    case 'button':
      return [];
    case 'blockquote':
      return [said('quote', '', inner())];
    case 'pre':
      return [said('code', '', [rawText(element)])];
    case 'code':
      return [said('inlineCode', '', inner())];
    case 'table':
      return [said('table', '', inner())];
    case 'tr':
      return [said('row', '', inner())];
    case 'th':
    case 'td':
      return [said('cell', name === 'th' ? 'head' : '', inner())];
    case 'math':
      return [said('formula', attributes.alttext ?? '')];
    case 'img':
      return [said('image', attributes.alt ?? 'no alternative text')];
    case 'figcaption':
      return [said('caption', '', inner())];
    case 'details':
      return [said('box', 'details', inner())];
    case 'br':
      return [said('break', '')];
    case 'hr':
      return [said('rule', '')];
    case 'span':
    case 'label':
    case 'time':
    case 'bdi':
      return hasClass(element, 'tick') ? [] : inner();
    case 'script':
    case 'style':
    case 'template':
      return [];
    default:
      return hasClass(element, 'admonition')
        ? [said('box', boxKind(element), inner())]
        : [said('block', '', inner())];
  }
}

/** A note's number, and where its link leads when that is another note. */
function markOf(mark: Element): string {
  const text = rawText(mark).trim();
  const link = findElement(mark, (one) => one.name === 'a');
  const leads = /(\d+)$/.exec(link?.attributes.href ?? '')?.[1] ?? 'nowhere';
  return leads === text ? text : `${text}, which leads to ${leads}`;
}

function boxKind(element: Element): string {
  return ['note', 'tip', 'warning'].find((kind) => hasClass(element, kind)) ?? 'box';
}

/** A task's state: a checkbox, or a sign with a text alternative. */
function tick(item: Element): string {
  for (const child of item.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'input') return child.attributes.checked === undefined ? 'open' : 'done';
    if (hasClass(child, 'tick')) return rawText(child).includes('☑') ? 'done' : 'open';
    if (child.name === 'label' || child.name === 'p') return tick(child);
    return '';
  }
  return '';
}

function notes(section: Element, context: MarkupContext): Content[] {
  const list = section.children.find((child) => typeof child !== 'string' && child.name === 'ol');
  const items = typeof list === 'object' ? list.children.filter((child) => typeof child !== 'string') : [];
  return items.map((item, index) => said('note', `${index + 1}`, markupContent(item.children, context)));
}

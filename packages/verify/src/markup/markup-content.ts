import { clauseSign } from '../content/clause-sign.ts';
import { type Content, type Kind, said } from '../content/content.ts';
import {
  allElements,
  childElements,
  type Element,
  findElement,
  matches,
  outwards,
  rawText,
} from './element.ts';

export interface MarkupContext {
  /** The level of the heading that the question is: 1 on an entry's own page, 2 in a chapter. */
  readonly level: number;
  /** Where an address leads, in the common form: `#618`, an absolute address, or `nowhere (…)`. */
  readonly target: (href: string) => string;
}

/** Elements that are no part of the text: controls, our own signs, data for machines. */
const NOTHING =
  'input, button, script, style, template, .tick, .to-here, .clauses > li > .label, [role~=doc-pagebreak], [role~=doc-backlink]';
/** Elements that add nothing to their content. */
const PLAIN = 'span:not(.label), label, time, bdi, a:not([href]), a.term';
/** Elements whose content is in an attribute, and empty elements. */
const VOID = 'math, img, br, hr';

type Detail = (element: Element, context: MarkupContext) => string;
const word =
  (text: string): Detail =>
  () =>
    text;

/** Kinds of things by the selector of their elements, the first that fits. */
const KINDS: readonly (readonly [selector: string, kind: Kind, detail?: Detail])[] = [
  ['h1, h2, h3, h4, h5, h6', 'heading', ({ name }, { level }) => `${Number(name.slice(1)) - level}`],
  ['a', 'link', ({ attributes }, { target }) => target(attributes.href ?? '')],
  ['em, i', 'style', word('emphasis')],
  ['strong, b', 'style', word('strong')],
  ['ins.edit', 'style', word('inserted')],
  ['del.edit', 'style', word('deleted')],
  ['del, s', 'style', word('delete')],
  ['sub', 'style', word('subscript')],
  ['sup', 'style', word('superscript')],
  ['kbd', 'style', word('keyboard')],
  ['abbr[title]', 'style', ({ attributes }) => `abbreviation (${attributes.title})`],
  ['abbr', 'style', word('abbreviation')],
  ['ul', 'list', word('bullet')],
  ['ol', 'list', word('ordered')],
  ['.clauses > li', 'item', clauseOf],
  ['li', 'item', (item) => [numberOf(item), tick(item)].filter(Boolean).join(' ')],
  ['blockquote[cite]', 'quote', ({ attributes }, { target }) => target(attributes.cite ?? '')],
  ['blockquote', 'quote'],
  ['code', 'inlineCode'],
  ['table', 'table'],
  ['tr', 'row'],
  ['th', 'cell', word('head')],
  ['td', 'cell'],
  ['math', 'formula', ({ attributes }) => attributes.alttext ?? ''],
  ['img', 'image', ({ attributes }) => attributes.alt ?? 'no alternative text'],
  ['figcaption, caption', 'caption'],
  ['.label', 'label', anchorOf],
  ['details', 'box', word('details')],
  ['.admonition.note', 'box', word('note')],
  ['.admonition.tip', 'box', word('tip')],
  ['.admonition.warning', 'box', word('warning')],
  ['.admonition', 'box', word('box')],
  ['br', 'break'],
  ['hr', 'rule'],
];

/** What elements of an answer say, in the common form (HTML, and XHTML as EPUB has it). */
export function markupContent(nodes: readonly (Element | string)[], context: MarkupContext): Content[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node];
    const { lang } = node.attributes;
    const content = own(node, context);
    // A language on a run or on the text of a paragraph is kept.
    return lang === undefined || node.name === 'pre' ? content : [said('language', lang, content)];
  });
}

function own(element: Element, context: MarkupContext): Content[] {
  if (matches(element, NOTHING)) return [];
  if (matches(element, '.footnote-mark')) return [said('mark', markOf(element))];
  if (matches(element, '[role~=doc-endnotes]')) return notes(element, context);
  // The end of the last line is no part of the code (CommonMark 0.31, 4.5).
  if (element.name === 'pre') return [said('code', '', [rawText(element).replace(/\n$/, '')])];
  const inner = matches(element, VOID) ? [] : markupContent(element.children, context);
  if (matches(element, PLAIN)) return inner;
  const [, kind = 'block', detail] = KINDS.find(([selector]) => matches(element, selector)) ?? [];
  return [said(kind, detail?.(element, context) ?? '', inner)];
}

/** The anchor of what a label numbers: of the innermost element around it that has one. */
function anchorOf(label: Element): string {
  const named = [...outwards(label)].find(({ attributes }) => attributes.id !== undefined);
  return `#${named?.attributes.id ?? ''}`;
}

/** A note's number, and where its link leads when that is another note. */
function markOf(mark: Element): string {
  const text = rawText(mark).trim();
  const leads = /(\d+)$/.exec(findElement(mark, 'a')?.attributes.href ?? '')?.[1] ?? 'nowhere';
  return leads === text ? text : `${text}, which leads to ${leads}`;
}

/** The label of a clause, and the anchors that are there for it, former ones last. */
function clauseOf(item: Element): string {
  const label = childElements(item).find((one) => matches(one, '.label'));
  const id = `#${item.attributes.id ?? ''}`;
  const { href = id, 'data-copy': copied = id } = label?.attributes ?? {};
  const leads = [href, copied].map((one) => `#${decodeURIComponent(one.split('#')[1] ?? '')}`);
  const sign = clauseSign(label ? rawText(label).trim() : '');
  const former = label
    ? childElements(label).flatMap(({ attributes }) => (attributes.id ? `#${attributes.id}` : []))
    : [];
  return [sign, ...[...new Set([id, ...leads])].filter((one) => one !== '#'), ...former].join(' ');
}

/** The number that a browser shows before an item (HTML Living Standard, 4.4.5 and 4.4.8); a bullet where there is none. */
function numberOf(item: Element): string {
  const list = item.parent;
  if (list?.name !== 'ol') return '•';
  const items = childElements(list).filter(({ name }) => name === 'li');
  const step = list.attributes.reversed === undefined ? 1 : -1;
  const first = Number(list.attributes.start ?? (step > 0 ? 1 : items.length));
  return items
    .slice(0, items.indexOf(item) + 1)
    .reduce((before, { attributes }) => Number(attributes.value ?? before + step), first - step)
    .toString();
}

/** A task's state: a checkbox, or a sign with a text alternative, before anything else in the item. */
function tick(item: Element): string {
  const [first] = childElements(item);
  if (!first) return '';
  if (matches(first, 'input[type=checkbox]')) return matches(first, '[checked]') ? 'done' : 'open';
  if (matches(first, '.tick'))
    return /[☑☒]/.exec(rawText(first)) ? 'done' : /☐/.test(rawText(first)) ? 'open' : '';
  return matches(first, 'label, p, .edit') ? tick(first) : '';
}

function notes(section: Element, context: MarkupContext): Content[] {
  return allElements(section, 'ol > li')
    .filter((item) => item.parent?.parent === section)
    .map((item, index) => said('note', `${index + 1}`, markupContent(item.children, context)));
}

import { oneLine } from '../model/text-of.ts';
import type { Element, Nodes, Root } from 'hast';
import { calloutKind } from '../model/callout-kind.ts';
import type { DroppedKind } from '../model/found.ts';
import { wordsIn } from '../model/words.ts';
import { pageChrome, SKIPPED } from './left-out.ts';

/** Something of an HTML page that becomes no part of a handbook. */
export interface LeftOut {
  readonly what: DroppedKind;
  readonly text: string;
  readonly line: number;
}

/** Elements that hold other elements only: an anchor inside would make an item or a row of its own. */
const STRICT: ReadonlySet<string> = new Set([
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'ul',
  'ol',
  'dl',
  'select',
  'pre',
  'colgroup',
]);
const EMPTY: ReadonlySet<string> = new Set(['img', 'br', 'hr', 'input', 'source', 'wbr', 'area', 'col']);

const QUESTION_CLASS =
  /(?:^|[-_ ])(?:question|pregunta|frage|vraag|domanda)(?:[-_ ]|$)|accordion[-_]?(?:button|header|heading|title|toggle|trigger)|(?:faq|toggle|collapse)[-_]?(?:q|title|header|heading|trigger)(?:[-_ ]|$)/i;

/**
 * Makes a parsed HTML tree ready for mdast: ids become `octavo-anchor` elements, what the page marks as a
 * question by class or microdata gets `data-asked`, scripts and page furniture go and are listed.
 */
export function prepare(tree: Root, page: boolean): readonly LeftOut[] {
  const leftOut: LeftOut[] = [];
  walk(tree, page, leftOut);
  return leftOut;
}

function walk(parent: Root | Element, page: boolean, leftOut: LeftOut[]): void {
  const kept: Element['children'] = [];
  for (const node of parent.children as Element['children']) {
    if (node.type === 'comment') {
      leftOut.push({ what: 'comment', text: node.value, line: node.position?.start.line ?? 1 });
      continue;
    }
    if (node.type !== 'element') {
      kept.push(node);
      continue;
    }
    const what = SKIPPED[node.tagName] ?? (page ? pageChrome(node) : undefined);
    if (what) {
      leftOut.push({ what, text: wordsOf(node), line: node.position?.start.line ?? 1 });
      continue;
    }
    markAsked(node);
    const label = markBox(node);
    if (label !== '')
      leftOut.push({ what: 'numbers and marks', text: label, line: node.position?.start.line ?? 1 });
    if (node.tagName === 'p' && [node.properties.className].flat().includes('title')) node.tagName = 'h1';
    walk(node, page, leftOut);
    kept.push(...withAnchor(node, parent));
  }
  parent.children = kept as typeof parent.children;
}

function markAsked(node: Element): void {
  const classes = [node.properties.className].flat().join(' ');
  const named = node.properties.itemProp;
  const isName = [named].flat().includes('name') || node.properties.dataQuestion !== undefined;
  const short = node.tagName !== 'section' && node.tagName !== 'article' && node.tagName !== 'ul';
  if (short && (isName || QUESTION_CLASS.test(classes)) && isShort(node)) node.properties.dataAsked = 'true';
}

const BOX =
  /(?:^|[-_ ])(?:admonition|admonitionblock|alert|callout|custom-block|theme-admonition|markdown-alert|infobox|hint)(?:[-_ ]|$)/i;

/** A box whose classes call it a note, a tip or a warning; its title apart. Returns what only names its kind. */
function markBox(node: Element): string {
  if (!/^(?:div|aside|section|blockquote)$/.test(node.tagName)) return '';
  const classes = [node.properties.className].flat().join(' ');
  const kind = BOX.test(classes)
    ? classes
        .split(/[\s_-]+/)
        .map(calloutKind)
        .find((found) => found)
    : undefined;
  if (!kind || wordsOf(node).trim() === '') return '';
  const all = wordsOf(node);
  const content =
    elementIn(node, (one) =>
      /(?:^| )(?:content|admonition-content|admonitionContent\S*|callout-body|callout-content)(?: |$)/.test(
        [one.properties.className].flat().join(' '),
      ),
    ) ?? node;
  const heading = elementIn(content, isBoxTitle) ?? elementIn(node, isBoxTitle);
  const title = heading ? oneLine(wordsOf(heading)) : '';
  const children = content.children.filter(
    (child) =>
      child !== heading &&
      !(
        child.type === 'element' &&
        heading !== undefined &&
        child.children.length === 1 &&
        child.children[0] === heading
      ),
  );
  const own = title !== '' && !calloutKind(title.replace(/[:!]$/, ''));
  const { id } = node.properties;
  Object.assign(node, {
    tagName: 'octavo-box',
    properties: { kind, ...(own ? { title } : {}), ...(id ? { id } : {}) },
    children,
  });
  const inside = new Set(wordsIn(`${own ? title : ''} ${wordsOf(node)}`));
  return wordsIn(all)
    .filter((word) => !inside.has(word))
    .join(' ');
}

function isBoxTitle(node: Element): boolean {
  return /(?:^|[-_ ])(?:title|heading|header|admonitionHeading\S*)(?: |$)/i.test(
    [node.properties.className].flat().join(' '),
  );
}

/** The first element of a kind inside a node. */
function elementIn(node: Element, is: (one: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = is(child) ? child : elementIn(child, is);
    if (found) return found;
  }
  return undefined;
}

/** A wrapper around question and answer has a class with "question" as well: the question itself is short and has no blocks. */
function isShort(node: Element): boolean {
  if (wordsOf(node).length > 400) return false;
  let blocks = 0;
  const count = (item: Nodes): void => {
    if (item.type !== 'element') return;
    if (/^(?:p|div|ul|ol|table|section|h[1-6]|pre|dl|blockquote)$/.test(item.tagName)) blocks++;
    item.children.forEach(count);
  };
  node.children.forEach(count);
  return blocks <= 1;
}

function withAnchor(node: Element, parent: Root | Element): Element['children'] {
  const ids = [
    node.properties.id,
    /^(?:a|h[1-6]|p|div|span)$/.test(node.tagName) ? node.properties.name : undefined,
  ].filter((id): id is string => typeof id === 'string' && id !== '');
  if (ids.length === 0) return [node];
  const anchors = [...new Set(ids)].map(
    (id): Element => ({ type: 'element', tagName: 'octavo-anchor', properties: { id }, children: [] }),
  );
  if (!STRICT.has(node.tagName) && !EMPTY.has(node.tagName)) {
    node.children.unshift(...anchors);
    return [node];
  }
  const inStrict = parent.type === 'element' && STRICT.has(parent.tagName);
  if (!inStrict) return [...anchors, node];
  firstCell(node)?.children.unshift(...anchors);
  return [node];
}

function firstCell(node: Element): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'td' || child.tagName === 'th' || child.tagName === 'li') return child;
    const found = firstCell(child);
    if (found) return found;
  }
  return undefined;
}

/** The text of an element, blocks apart by spaces. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  return node.children.map((child) => wordsOf(child as Nodes)).join(' ');
}

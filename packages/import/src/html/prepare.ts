import type { Element, Nodes, Root } from 'hast';
import { calloutKind } from '../model/callout-kind.ts';
import type { DroppedKind } from '../model/found.ts';
import { oneLine } from '../model/text-of.ts';
import { wordsIn } from '../model/words.ts';
import { classesOf, hasClass, isQuestionClass } from './classes.ts';
import { isHolder, pageChrome, SKIPPED } from './left-out.ts';
import { plainMarkup } from './program-markup.ts';
import { firstIn, shownBy, wordsOf } from './words-of.ts';

/** Something of an HTML page that becomes no part of a handbook. */
export interface LeftOut {
  readonly what: DroppedKind;
  readonly text: string;
  readonly line: number;
}

/** Elements that hold other elements only: an anchor inside would make an item or a row of its own. */
const STRICT: ReadonlySet<string> = new Set(
  'table thead tbody tfoot tr ul ol dl select pre colgroup'.split(' '),
);
const EMPTY: ReadonlySet<string> = new Set('img br hr input source wbr area col'.split(' '));

/**
 * Makes a parsed HTML tree ready for mdast: ids become `octavo-anchor` elements, what the page marks as a
 * question by class or microdata gets `data-asked`, scripts and page furniture go and are listed.
 */
export function prepare(tree: Root, page: boolean): readonly LeftOut[] {
  const leftOut: LeftOut[] = [];
  walk(tree, page, leftOut);
  return leftOut;
}

function walk(parent: Root | Element, page: boolean, leftOut: LeftOut[], within = ''): void {
  const kept: Element['children'] = [];
  let line = parent.position?.start.line ?? 1;
  const leave = (what: DroppedKind, text: string) => leftOut.push({ what, text, line });
  plainMarkup(parent, leave);
  for (const node of parent.children as Element['children']) {
    line = node.position?.start.line ?? line;
    if (node.type === 'comment') leave('comment', node.value);
    else if (node.type !== 'element') kept.push(node);
    else {
      const what = SKIPPED[node.tagName] ?? (page ? pageChrome(node, within) : undefined);
      if (what) leave(what, shownBy(node));
      else {
        if (/(?:^| )line-through(?: |$)/.test(classesOf(node))) node.tagName = 'del';
        if (node.tagName === 'td' || node.tagName === 'th') alignCell(node);
        markAsked(node);
        const label = markBox(node);
        if (label !== '') leave('numbers and marks', label);
        if (node.tagName === 'p' && hasClass(node, 'title')) node.tagName = 'h1';
        const before = leftOut.length;
        walk(node, page, leftOut, isHolder(node) ? node.tagName : within);
        // The name of what was left out names nothing.
        kept.push(...(leftOut.length > before && isBlank(node) ? [node] : withAnchor(node, parent)));
      }
    }
  }
  parent.children = kept as typeof parent.children;
}

function isBlank({ children }: Element): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** The alignment of a cell that a style or a class tells. To the left is what a table does by itself. */
function alignCell(cell: Element): void {
  const { properties } = cell;
  const said = `${properties.style ?? ''} ${classesOf(cell)}`;
  const side =
    /\b(?:text-align:\s*|(?:text|halign|align|has-text)-(?:align-|xs-|sm-)?)(center|right|end)\b/.exec(
      said,
    )?.[1];
  if (side !== undefined) properties.align ??= side === 'center' ? 'center' : 'right';
}

function markAsked(node: Element): void {
  const { itemProp, dataQuestion } = node.properties;
  const isName = [itemProp].flat().includes('name') || dataQuestion !== undefined;
  const holdsMore = /^(?:section|article|ul)$/.test(node.tagName);
  if (!holdsMore && (isName || isQuestionClass(classesOf(node))) && isShort(node))
    node.properties.dataAsked = 'true';
}

const BOX =
  /(?:^|[-_ ])(?:admonition|admonitionblock|alert|callout|custom-block|theme-admonition|markdown-alert|infobox|hint|confluence-information-macro)(?:[-_ ]|$)/i;

const BOX_CONTENT =
  /(?:^| )(?:content|admonition-content|admonitionContent\S*|callout-body|callout-content|confluence-information-macro-body)(?: |$)/;
const BOX_TITLE = /(?:^|[-_ ])(?:title|heading|header|admonitionHeading\S*)(?: |$)/i;

/** A box whose classes call it a note, a tip or a warning; its title apart. Returns what only names its kind. */
function markBox(node: Element): string {
  if (!/^(?:div|aside|section|blockquote)$/.test(node.tagName)) return '';
  const classes = classesOf(node);
  const names = BOX.test(classes) ? classes.split(/[\s_-]+/) : [];
  // "admonition" says the kind of box, and the class beside it the kind of call-out.
  const own = names.filter((name) => !/^(?:admonition|information)$/.test(name));
  const kind = [...own, ...names].map(calloutKind).find((found) => found);
  if (!kind || wordsOf(node).trim() === '') return '';
  const all = wordsOf(node);
  const content = byClass(node, BOX_CONTENT) ?? node;
  const heading = byClass(content, BOX_TITLE) ?? byClass(node, BOX_TITLE);
  const title = heading ? oneLine(wordsOf(heading)) : '';
  const isHeading = (child: Element['children'][number]): boolean =>
    child === heading ||
    (child.type === 'element' && child.children.length === 1 && child.children[0] === heading);
  const children = content.children.filter((child) => heading === undefined || !isHeading(child));
  const titled = title !== '' && !calloutKind(title.replace(/[:!]$/, ''));
  const { id } = node.properties;
  const properties = { kind, ...(titled ? { title } : {}), ...(id ? { id } : {}) };
  Object.assign(node, { tagName: 'octavo-box', properties, children });
  const inside = new Set(wordsIn(`${titled ? title : ''} ${wordsOf(node)}`));
  return wordsIn(all)
    .filter((word) => !inside.has(word))
    .join(' ');
}

/** The first element inside a node that has such a class. */
function byClass(node: Element, form: RegExp): Element | undefined {
  return firstIn(node, (child) => form.test(classesOf(child)));
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

/** Ids of what holds all the text of a page are no names of what is first in it. */
const HOLDER = /^(?:div|main|article|section)$/;
const OF_PAGES =
  /^(?:content|main(?:-content)?|(?:article|page)(?:-(?:body|content|container|wrapper|main))?|wrapper|container|root|app|primary|expander-.*)$/i;

function withAnchor(node: Element, parent: Root | Element): Element['children'] {
  const ids = [
    HOLDER.test(node.tagName) && OF_PAGES.test(String(node.properties.id)) ? undefined : node.properties.id,
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
  firstIn(node, ({ tagName }) => /^(?:td|th|li)$/.test(tagName))?.children.unshift(...anchors);
  return [node];
}

import { numbered } from '@octavo/core/say';
import { slug } from '@octavo/core/slug';
import type { Element, ElementContent, Root as Page } from 'hast';
import type { Nodes } from 'mdast';
import { imageShelf } from '../assign/images.ts';
import { hasClass } from '../html/classes.ts';
import { takeNotes } from '../html/notes.ts';
import { prepare } from '../html/prepare.ts';
import { eachHtml, htmlToMdast } from '../html/to-mdast.ts';
import { wordsOf } from '../html/words-of.ts';
import { oneLine } from '../model/text-of.ts';
import { answerAsWritten, NO_WORDS, withMeaning } from './word-meaning.ts';

/** The elements inside a node for which a test holds, in their order. */
export function elementsIn(node: Page | Element, is: (element: Element) => boolean): readonly Element[] {
  const found: Element[] = [];
  eachHtml(node, (each) => {
    if (each.type === 'element' && is(each)) found.push(each);
  });
  return found;
}

/** What the places of pages of ours are called. */
export interface BuiltPlaces {
  /** Numbers by their keys in addresses. */
  readonly numbers: ReadonlyMap<string, string>;
  /** What a link to an entry prints that has no words of its own, by the entry's key. */
  readonly names: ReadonlyMap<string, string>;
  /** What a link to a place prints that has no words of its own, and how it is spelt, by the anchor. */
  readonly parts: ReadonlyMap<string, { readonly name: string; readonly spelling: string }>;
  /** The address of the handbook, for links to what is not on these pages. */
  readonly iri: string;
  readonly shelf: ReturnType<typeof imageShelf>;
  /** Pictures that are not there: their alternative texts stay. */
  readonly missing: Set<string>;
}

/** The places of pages of ours: entries, and the figures, tables, formulas, headings and clauses in them. */
export function placesOf(
  pages: readonly Page[],
  iri: string,
  find: (path: string) => Uint8Array | undefined,
): BuiltPlaces {
  const numbers = new Map<string, string>();
  const names = new Map<string, string>();
  const parts = new Map<string, { name: string; spelling: string }>();
  for (const page of pages)
    for (const entry of elementsIn(page, (node) => hasClass(node, 'entry'))) {
      const key = String(entry.properties.id).slice(1);
      const [number] = elementsIn(entry, (node) => hasClass(node, 'number'));
      const own = number ? wordsOf(number).trim() : key;
      numbers.set(key, own);
      const [head] = elementsIn(entry, (node) => hasClass(node, 'question'));
      const question = head ? oneLine(wordsOf(head)).replace(own, '').trim() : '';
      names.set(key, numbered(own, question));
      for (const part of elementsIn(entry, ({ properties: { id } }) =>
        String(id ?? '').startsWith(`q${key}-`),
      )) {
        const id = String(part.properties.id);
        const fragment = id.slice(key.length + 2);
        const label = elementsIn(part, (node) => hasClass(node, 'label'))[0];
        const clause = `(${fragment.split('-').join(')(')})`;
        const isClause = part.tagName === 'li' && label !== undefined;
        const name = isClause ? `${numbers.get(key)}${clause}` : label ? wordsOf(label).trim() : '';
        parts.set(id, { name, spelling: isClause ? clause : `/${fragment}` });
      }
    }
  return { numbers, names, parts, iri, shelf: imageShelf(find), missing: new Set() };
}

/** What a document does not say of its handbook. */
export function remarksOn({ missing, iri }: BuiltPlaces, what: string, without: string): readonly string[] {
  return [
    `${what} does not hold ${without}: the handbook.json of the same build does, at ${iri}`,
    ...[...missing].map((url) => `the picture ${url} is not there: its alternative text stays`),
  ];
}

/** Elements that pages of ours have around and beside an answer. */
const BESIDE = [
  ...['badges', 'fields', 'fact', 'notice', 'related', 'actions'],
  ...['to-here', 'anchor', 'admonition-kind', 'footnote-back'],
];

/** An answer on a page of ours as the file of its entry says it: its blocks, and its notes. `down` is the level below which its headings are. */
export function builtAnswer(
  children: readonly ElementContent[],
  places: BuiltPlaces,
  from: string,
  down: number,
): ReturnType<typeof answerAsWritten> {
  const page: Page = { type: 'root', children: structuredClone([...children]) };
  const embedded: Nodes[] = [];
  asSource(page, places, embedded);
  withMeaning(page);
  const notes = takeNotes(page);
  prepare(page, false);
  const { shelf, missing } = places;
  const rest = { numbers: new Map(), isName: () => false, shelf, missing, from, down };
  return answerAsWritten(htmlToMdast(page, embedded), rest, notes);
}

/** Gives the elements of a page of ours the form that an imported page has. */
function asSource(parent: Page | Element, places: BuiltPlaces, embedded: Nodes[]): void {
  const isClause = parent.type === 'element' && parent.tagName === 'li';
  const kept = (parent.children as ElementContent[]).filter(
    (node) =>
      !BESIDE.some((name) => hasClass(node, name)) &&
      !(node.type === 'element' && /^(?:footer|button)$/.test(node.tagName)) &&
      (isClause || !hasClass(node, 'label')),
  );
  const children = kept.flatMap((node) => [...captionOf(node), node]);
  parent.children = children;
  if (isClause) labelOf(parent, embedded);
  for (const node of children) {
    if (node.type !== 'element') continue;
    if (hasClass(node, 'cross-reference') || hasClass(node, 'entry-link')) linkOf(node, places);
    asSource(node, places, embedded);
    const { id, lang, dir, alttext, display, role, checked } = node.properties;
    const align = /align-(\w+)/.exec(String(node.properties.className))?.[1];
    if (align !== undefined) node.properties.align = align;
    if (role === 'doc-noteref') node.properties.href = `#${noteId(String(node.properties.href))}`;
    if (hasClass(node, 'clauses')) node.tagName = 'ul';
    if (node.tagName === 'input')
      Object.assign(node, { tagName: 'span', children: [{ type: 'text', value: checked ? '☑' : '☐' }] });
    else if (node.tagName === 'math') formulaOf(node, String(alttext), display === 'block');
    else if (node.tagName === 'span' && lang) spanOf(node, { lang, dir }, embedded);
    if (typeof id === 'string') idOf(node, id, places, embedded);
  }
}

/** The id of a note, or of the place that cites it, as pages of others have it. */
function noteId(id: string): string | undefined {
  return /[-_](fn(?:ref)?-\d+)$/.exec(id)?.[1];
}

/** The label of a clause begins its first paragraph, letter for letter. */
function labelOf(item: Element, embedded: Nodes[]): void {
  const at = item.children.findIndex((child) => hasClass(child, 'label'));
  const [label] = at < 0 ? [] : item.children.splice(at, 1);
  if (label?.type !== 'element') return;
  const index = embedded.push({ type: 'html', value: `${wordsOf(label).trim()} ` }) - 1;
  const node: Element = { type: 'element', tagName: 'octavo-node', properties: { index }, children: [] };
  const end = item.children.findIndex((child) => child.type === 'element' && BLOCK.test(child.tagName));
  const inline = item.children.splice(0, end < 0 ? item.children.length : end);
  const [first] = item.children;
  const isEmpty = inline.every((child) => child.type === 'text' && child.value.trim() === '');
  if (isEmpty && first?.type === 'element' && first.tagName === 'p') first.children.unshift(node);
  else {
    const [text] = inline;
    if (text?.type === 'text') text.value = text.value.trimStart();
    item.children.unshift({ type: 'element', tagName: 'p', properties: {}, children: [node, ...inline] });
  }
}

const BLOCK = /^(?:p|ol|ul|table|pre|div|blockquote|dl|figure|details|aside)$/;

function linkOf(node: Element, { numbers, names, parts, iri }: BuiltPlaces): void {
  const href = String(node.properties.href);
  const fragment = /#(q.+)$/.exec(href)?.[1];
  const part = parts.get(fragment ?? '');
  const keys = [...numbers.keys()].filter(
    (key) => fragment === `q${key}` || fragment?.startsWith(`q${key}-`),
  );
  const key = keys.sort((a, b) => b.length - a.length)[0] ?? /\bentry\/([^/#]+)/.exec(href)?.[1] ?? '';
  const number = numbers.get(key);
  const printed = oneLine(wordsOf(node));
  const isAutomatic =
    elementsIn(node, (each) => hasClass(each, 'number')).length > 0 ||
    printed === (part?.name ?? names.get(key));
  node.properties = {
    href: number === undefined ? `${iri}entry/${key}` : `#${encodeURI(number)}${part?.spelling ?? ''}`,
  };
  if (isAutomatic && number !== undefined) node.children = [{ type: 'text', value: NO_WORDS }];
}

function formulaOf(node: Element, value: string, isBlock: boolean): void {
  Object.assign(node, {
    tagName: isBlock ? 'pre' : 'code',
    properties: { className: ['formula'] },
    children: [{ type: 'text', value }],
  });
}

function spanOf(node: Element, attributes: object, embedded: Nodes[]): void {
  const [only] = htmlToMdast({ type: 'root', children: [{ ...node, tagName: 'p', properties: {} }] });
  const children = only?.type === 'paragraph' ? only.children : [];
  const index =
    embedded.push({ type: 'textDirective', name: 'span', attributes: { ...attributes }, children } as Nodes) -
    1;
  Object.assign(node, { tagName: 'octavo-node', properties: { index }, children: [] });
}

/** The caption of a table stands before it, as a paragraph. */
function captionOf(node: ElementContent): Element[] {
  if (node.type !== 'element' || node.tagName !== 'table') return [];
  const at = node.children.findIndex((child) => child.type === 'element' && child.tagName === 'caption');
  const [caption] = at < 0 ? [] : node.children.splice(at, 1);
  if (caption?.type !== 'element') return [];
  const { id } = node.properties;
  node.properties = {};
  return [{ ...caption, tagName: 'p', properties: { className: ['table-caption'], ...(id ? { id } : {}) } }];
}

/** An id that a figure, table, formula or heading has not from its words stands behind it, as in a file. */
function idOf(node: Element, id: string, { parts }: BuiltPlaces, embedded: Nodes[]): void {
  const note = noteId(id);
  if (note !== undefined) node.properties.id = note;
  else delete node.properties.id;
  const own = parts.get(id)?.spelling.slice(1);
  if (own === undefined || note !== undefined || node.tagName === 'li') return;
  const [formula] = elementsIn(node, (each) => hasClass(each, 'formula') && each.tagName === 'pre');
  if (formula) formula.children.unshift({ type: 'text', value: `{#${own}}` });
  else if (own !== slug(wordsOf(node).trim().split(/\s+/).slice(0, 8).join(' '))) {
    const index = embedded.push({ type: 'html', value: ` {#${own}}` }) - 1;
    node.children.push({ type: 'element', tagName: 'octavo-node', properties: { index }, children: [] });
  }
}

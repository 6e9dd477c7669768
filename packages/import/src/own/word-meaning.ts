import { linkSpelling } from '@octavo/core';
import type { Element, Root as Page } from 'hast';
import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { imageShelf } from '../assign/images.ts';
import { hasClass } from '../html/classes.ts';
import { eachHtml } from '../html/to-mdast.ts';
import { wordsOf } from '../html/words-of.ts';
import { textOf } from '../model/text-of.ts';

/** Marks code that is a formula on its way through the mapping of HTML. */
const FORMULA = '\uE003';

/** Stands for the words of a link that has none of its own. */
export const NO_WORDS = '\uE004';

/** Gives the page that mammoth makes of our own styles the meaning that HTML has no element for. */
export function withMeaning(page: Page): void {
  eachHtml(page, (node) => {
    if (node.type !== 'root' && node.type !== 'element') return;
    node.children = (node.children as Element[]).filter((child) => !hasClass(child, 'shown')) as never;
    if (node.type === 'root') return;
    if (hasClass(node, 'table-caption')) node.children.unshift({ type: 'text', value: 'Table: ' });
    if (hasClass(node, 'formula')) node.children.unshift({ type: 'text', value: FORMULA });
    if (node.tagName !== 'figure') return;
    const caption = node.children.find((child) => child.type === 'element' && child.tagName === 'figcaption');
    const image = node.children.find((child) => child.type === 'element' && child.tagName === 'img');
    if (caption && image?.type === 'element') image.properties.title = wordsOf(caption).trim();
    if (caption) node.children = node.children.filter((child) => child !== caption);
    node.tagName = 'p';
  });
}

/** What the links and pictures of a document lead to. */
export interface WordPlaces {
  /** Numbers of entries, by their bookmarks. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Whether a text is what a link to an entry prints that has no words of its own. */
  readonly isName: (number: string, text: string) => boolean;
  readonly shelf: ReturnType<typeof imageShelf>;
  /** Is told the pictures that are not there. */
  readonly missing?: Set<string>;
  /** The document that pictures are named in. */
  readonly from?: string;
  /** How many levels further down headings are than in a file. */
  readonly down?: number;
}

/** An answer as the file of an entry has it, with the notes that it cites, and those that they cite. */
export function answerAsWritten(
  children: readonly RootContent[],
  places: WordPlaces,
  notes: ReadonlyMap<string, FootnoteDefinition>,
): { readonly answer: RootContent[]; readonly footnotes: ReadonlyMap<string, FootnoteDefinition> } {
  const body: Root = { type: 'root', children: [...children] };
  const cited = new Map<string, string>();
  asWritten(body, places, cited);
  const footnotes = new Map<string, FootnoteDefinition>();
  for (const [old, name] of cited) {
    const note = notes.get(old);
    if (!note) continue;
    asWritten({ type: 'root', children: [note] }, places, cited);
    footnotes.set(name, note);
  }
  return { answer: body.children, footnotes };
}

/** Turns what was read into what the file of an entry says. */
function asWritten(
  body: Root,
  { numbers, isName, shelf, missing, from = '', down = 1 }: WordPlaces,
  cited: Map<string, string>,
): void {
  visit(body, (node: Nodes, index, parent) => {
    if (node.type === 'heading') node.depth = Math.max(2, node.depth - down) as 2;
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
      const name = cited.get(node.identifier) ?? String(cited.size + 1);
      cited.set(node.identifier, name);
      Object.assign(node, { identifier: name, label: name });
    }
    if (node.type === 'link' && textOf(node) === NO_WORDS) node.children = [];
    const number = node.type === 'link' ? numbers.get(node.url.replace(/^#/, '')) : undefined;
    if (node.type === 'link' && number !== undefined) {
      node.url = `#${linkSpelling(number)}`;
      if (isName(number, textOf(node))) node.children = [];
    }
    // Word processors write addresses as a browser does.
    if (node.type === 'link' && /^https?:/i.test(node.url) && URL.canParse(node.url))
      node.url = new URL(node.url).href;
    if (node.type === 'image') {
      const found = shelf.use(node.url, from, undefined);
      if (found.kind === 'asset') node.url = `../${found.path}`;
      else if (parent && index !== undefined) missing?.add(node.url);
      if (found.kind !== 'asset' && parent && index !== undefined)
        parent.children[index] = { type: 'text', value: node.alt ?? '' } as never;
    }
    if (node.type === 'listItem') takeBox(node);
    const isFormula = (node.type === 'code' || node.type === 'inlineCode') && node.value.startsWith(FORMULA);
    if (isFormula && parent && index !== undefined) {
      const [, id, value = ''] = /^(\{#[^}]+\})?([\s\S]*)$/.exec(node.value.slice(1)) ?? [];
      const type = node.type === 'code' ? 'math' : 'inlineMath';
      parent.children[index] = { type, value, ...(id ? { data: { id } } : {}) } as never;
    }
  });
}

/** `☐ ` and `☑ ` at the beginning of an item are its box. */
function takeBox(item: Extract<Nodes, { type: 'listItem' }>): void {
  const [first] = item.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const box = text?.type === 'text' ? /^([☐☑☒])\s+/.exec(text.value) : undefined;
  if (!box || text?.type !== 'text') return;
  item.checked = box[1] !== '☐';
  text.value = text.value.slice(box[0].length);
}

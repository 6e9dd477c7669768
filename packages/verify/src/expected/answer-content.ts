import type {
  AnswerNode,
  Block,
  EditKind,
  FootnoteDefinition,
  Labels,
  ListItem,
  Phrasing,
} from '@octavo/core';
import { clauseSign, partOfAddress } from '../content/clause-sign.ts';
import { type Content, said } from '../content/content.ts';
import { anchorOf } from '../content/entry-anchor.ts';
import { entryTarget } from '../content/entry-target.ts';
import { address } from './address.ts';
import { plainPhrasing } from './plain-text.ts';

type Inner = ((nodes: readonly AnswerNode[]) => Content[]) & { readonly number: string };
type Says = {
  readonly [Type in AnswerNode['type']]: (
    node: Extract<AnswerNode, { readonly type: Type }>,
    inner: Inner,
    labels: Labels,
  ) => Content;
};

const style = (node: AnswerNode & { readonly children: readonly AnswerNode[] }, inner: Inner): Content =>
  said('style', node.type, inner(node.children));

/** What each kind of node must say. */
const SAYS: Says = {
  text: ({ value }) => value,
  inlineCode: ({ value }) => said('inlineCode', '', [value]),
  code: ({ meta, value, edits = [] }) => {
    const [, , title] = /(?:^|\s)title=(["']?)(.*?)\1(?:\s|$)/.exec(meta ?? '') ?? [];
    const shown = edits.map(({ text }) => text).join('') || value;
    const code = said('code', '', [shown]);
    return title ? said('block', '', [said('caption', '', [title]), code]) : code;
  },
  math: (node, inner) => said('block', '', [said('formula', node.value), ...label(node, inner)]),
  inlineMath: ({ value }) => said('formula', value),
  break: () => said('break', ''),
  thematicBreak: () => said('rule', ''),
  image: ({ alt }) => said('image', alt),
  figure: (node, inner) =>
    said('block', '', [
      said('image', node.image.alt),
      said('caption', '', [...label(node, inner), ...(node.edits ? inner(node.edits) : [node.caption])]),
    ]),
  link: ({ url, children }, inner) => said('link', address(url), inner(children)),
  crossReference: ({ number, fragment, children }, inner) =>
    said('link', entryTarget(number, fragment), inner(children)),
  footnoteReference: ({ index }) => said('mark', `${index}`),
  emphasis: style,
  strong: style,
  delete: style,
  subscript: style,
  superscript: style,
  keyboard: style,
  abbreviation: ({ title, children }, inner) =>
    said('style', title ? `abbreviation (${title})` : 'abbreviation', inner(children)),
  editText: ({ kind, children }, inner) => said('style', kind, inner(children)),
  editFlow: ({ kind, children }, inner) => said('style', kind, inner(children)),
  span: ({ lang, children }, inner) => localised(lang, inner(children)),
  paragraph: ({ lang, children }, inner) => said('block', '', [localised(lang, inner(children))]),
  heading: (node, inner) =>
    said('heading', `${node.depth}`, [...label(node, inner), ...inner(node.children)]),
  blockquote: ({ quotes, children }, inner) =>
    said('quote', quotes ? entryTarget(quotes.number, quotes.fragment) : '', inner(children)),
  list: ({ ordered, start = 1, children }, inner) =>
    said(
      'list',
      ordered ? 'ordered' : 'bullet',
      children.map((item, at) => {
        const sign = ordered ? `${start + placeOf(children, at)}` : '•';
        return said('item', signOf(item, sign, inner.number), edited(item.edited, inner(item.children)));
      }),
    ),
  listItem: (item, inner) => said('item', signOf(item, '•', inner.number), inner(item.children)),
  table: (node, inner) =>
    said('table', '', [
      ...(node.caption ? [said('caption', '', [...label(node, inner), ...inner(node.caption)])] : []),
      ...node.children.map((row, at) =>
        said(
          'row',
          '',
          row.children.map((cell) =>
            said('cell', at === 0 ? 'head' : '', edited(row.edited, inner(cell.children))),
          ),
        ),
      ),
    ]),
  tableRow: ({ children }, inner) => said('row', '', inner(children)),
  tableCell: ({ children }, inner) => said('cell', '', inner(children)),
  admonition: ({ kind, title, children }, inner, labels) =>
    said('box', kind, [said('block', '', boxTitle(labels[kind], title, inner)), ...inner(children)]),
  details: ({ summary, children }, inner) =>
    said('box', 'details', [said('block', '', inner(summary)), ...inner(children)]),
  footnoteDefinition: ({ index, children, edited: kind }, inner) =>
    said('note', `${index}`, edited(kind, inner(children))),
};

/**
 * What an answer must say: the handbook's nodes in the common form; `number` is its entry's. This walk shares no
 * code with the compilers.
 */
export function answerContent(
  answer: readonly Block[],
  footnotes: readonly FootnoteDefinition[],
  labels: Labels,
  number = '',
): Content[] {
  const inner: Inner = Object.assign((nodes: readonly AnswerNode[]) => nodes.map(one), { number });
  const one = (node: AnswerNode): Content =>
    (SAYS[node.type] as (node: AnswerNode, inner: Inner, labels: Labels) => Content)(node, inner, labels);
  return inner([...answer, ...footnotes]);
}

/** The number of a part with the anchor that links to it lead to, and the space behind it. */
function label(
  {
    numbered,
    before,
    id = '',
  }: { readonly numbered?: string; readonly before?: string; readonly id?: string },
  { number }: Inner,
): Content[] {
  if (numbered === undefined) return [];
  const shown =
    before === undefined
      ? [numbered]
      : [...edited('deleted', [before]), ' ', ...edited('inserted', [numbered])];
  return [said('label', `#${anchorOf(number)}-${id}`, shown), ' '];
}

/** What stands before an item: its number or a bullet, and the state of its task; of a clause its label and its anchors. */
function signOf(
  { checked, label, before, clause = '', formerly = [] }: ListItem,
  sign: string,
  number: string,
): string {
  const anchors = [...(clause === '' ? [] : [clause]), ...formerly].map(
    (address) => `#${anchorOf(number)}-${partOfAddress(address)}`,
  );
  if (label !== undefined)
    return [clauseSign([before, label].filter(Boolean).join(' ')), ...anchors].join(' ');
  return checked === undefined ? sign : `${sign} ${checked ? 'done' : 'open'}`;
}

/** What was inserted or deleted as a whole. */
function edited(kind: EditKind | undefined, content: Content[]): Content[] {
  return kind === undefined ? content : [said('style', kind, content)];
}

/** Where an item counts in the edition that it is of. */
function placeOf(items: readonly ListItem[], at: number): number {
  const not = items[at]?.edited === 'deleted' ? 'inserted' : 'deleted';
  return items.slice(0, at).filter((item) => item.edited !== not).length;
}

/** A run or paragraph in another language. */
function localised(lang: string | undefined, children: readonly Content[]): Content {
  return lang === undefined ? said('style', '', children) : said('language', lang, children);
}

/** The kind of an admonition in words, unless the author's own title contains that word, then the title. */
function boxTitle(word: string, title: readonly Phrasing[] | undefined, inner: Inner): Content[] {
  if (!title) return [word];
  return plainPhrasing(title).toLowerCase().includes(word.toLowerCase())
    ? inner(title)
    : [`${word} `, ...inner(title)];
}

import type { Element, ElementContent, ElementData } from 'hast';
import { h } from 'hastscript';
import { asciiAddress } from '../model/address.ts';
import type {
  Admonition,
  AnswerNode,
  Block,
  Direction,
  Handlers,
  Image,
  List,
  ListItem,
  OuterEntry,
  Paragraph,
  Table,
  TableCell,
} from '../model/answer.ts';
import { clauseKey } from '../model/clause.ts';
import { codeTitle } from '../model/code-title.ts';
import { toText } from '../model/to-text.ts';
import { admonitionWord } from '../say/admonition.ts';
import { directionWithin, inOwnDirection } from '../say/own-direction.ts';
import { footnoteMark, type MarkCounts } from './footnotes.ts';
import { mathToHast } from './math.ts';
import type { ToHastOptions } from './options.ts';
import { partAnchor, partLabel } from './part.ts';
import { editElement } from './passages.ts';

/** What a handler needs: the format's choices, the marks counted so far, and the way down. */
export interface HastContext {
  readonly options: ToHastOptions;
  readonly counts: MarkCounts;
  /** What stands before the node. */
  readonly before?: AnswerNode | undefined;
  readonly all: (nodes: readonly AnswerNode[]) => ElementContent[];
}

/** The nodes that mdast-util-to-hast does not know, or that Octavo renders in its own way. */
export type OwnHandlers = Omit<
  Handlers<ElementContent | ElementContent[], HastContext>,
  | 'text'
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'break'
  | 'paragraph'
  | 'thematicBreak'
  | 'blockquote'
  | 'inlineCode'
  | 'tableRow'
  | 'tableCell'
  | 'listItem'
  | 'footnoteDefinition'
>;

export const ownHandlers: OwnHandlers = {
  heading: (node, { options, all }) =>
    h(`h${Math.min(6, options.headingLevel + node.depth - 1)}`, partAnchor(node, options), [
      ...partLabel(node),
      ...all(node.children),
    ]),
  link: (node, { options, all }) =>
    h(
      'a',
      {
        href: asciiAddress(node.url),
        ...(node.title ? { title: node.title } : node.entry ? { title: bookPlace(node.entry) } : {}),
        ...(node.entry && options.dialect !== 'epub'
          ? { dataNumber: node.automatic ? node.entry.where : bookPlace(node.entry) }
          : {}),
        ...(/^https?:/i.test(node.url) ? { rel: ['external'] } : {}),
        // An address that is shown is not prose: in a right-to-left line, its last slash would move.
        ...(/^\w+:\S+$/.test(toText(node.children)) ? { dir: 'ltr' } : {}),
      },
      all(node.children),
    ),
  crossReference: (node, { options, all }) => ({
    ...h(
      'a.cross-reference',
      { href: options.href(node) },
      all(inOwnDirection(node.children, options.direction)),
    ),
    data: {
      leadsTo: {
        number: node.number,
        fragment: node.fragment,
        clause: node.clause,
        numbered: node.numbered,
      },
    } as ElementData,
  }),
  image: (node, { options }) => imageElement(node, options),
  figure: (node, { options }) =>
    h('figure', partAnchor(node, options), [
      imageElement({ ...node.image, title: '' }, options),
      h('figcaption', [...partLabel(node), node.caption]),
    ]),
  footnoteReference: (node, { options, counts, before }) =>
    footnoteMark(node, options, counts, before?.type === 'footnoteReference'),
  inlineMath: (node) => mathToHast(node.value, false),
  math: (node, { options }) => {
    const math = h('div.math', [mathToHast(node.value, true)]);
    if (node.id === undefined) return math;
    // Only the formula scrolls: its number stays at the margin.
    const [own] = partLabel(node);
    return h('div', { ...partAnchor(node, options), className: ['formula'] }, [math, own]);
  },
  span: (node, { options, all }) => h('span', localised(node, options), all(node.children)),
  subscript: (node, { all }) => h('sub', all(node.children)),
  superscript: (node, { all }) => h('sup', all(node.children)),
  keyboard: (node, { all }) => h('kbd', all(node.children)),
  abbreviation: (node, { all }) => h('abbr', node.title ? { title: node.title } : {}, all(node.children)),
  code: (node, { options }) => {
    const language =
      node.lang && /^[\w+#.-]+$/.test(node.lang) ? { className: [`language-${node.lang}`] } : {};
    const content = options.highlight?.(node) ?? [node.value];
    // A browser does not show the end of the last line: without an extra one, an empty last line would be
    // lost.
    const pre = h('pre', { tabIndex: 0 }, [h('code', language, [...content, '\n'])]);
    const title = codeTitle(node);
    return title === undefined ? pre : h('figure.code', [h('figcaption', title), pre]);
  },
  list: (node, { options, all }) => {
    if (node.labelled) return clauses(node, options, all);
    const task = node.children.some((item) => item.checked !== undefined);
    const properties = {
      ...(node.ordered && node.start !== 1 ? { start: node.start } : {}),
      ...(task ? { className: ['task-list'] } : {}),
    };
    return h(
      node.ordered ? 'ol' : 'ul',
      properties,
      node.children.map((item) => listItem(item, node.spread, options, all)),
    );
  },
  table: (node, { options, all }) => table(node, options, all),
  admonition: (node, { options, all }) =>
    h('aside', { className: ['admonition', node.kind], role: 'note' }, [
      h('p.admonition-title', admonitionTitle(node, options, all)),
      ...all(node.children),
    ]),
  details: (node, { all }) => h('details', [h('summary', all(node.summary)), ...all(node.children)]),
  editText: ({ kind, children }, { options, all }) => editElement(kind, all(children), options.labels),
  editFlow: ({ kind, children }, { options, all }) => editElement(kind, all(children), options.labels),
};

/** The kind of the admonition in words, then its own title, if that says more. */
function admonitionTitle(
  node: Admonition,
  { labels }: ToHastOptions,
  all: HastContext['all'],
): ElementContent[] {
  const word = admonitionWord(node, labels);
  const kind = word === '' ? [] : [h('span.admonition-kind', word)];
  if (!node.title) return kind;
  return [...kind, ...kind.map(() => ({ type: 'text' as const, value: ' ' })), ...all(node.title)];
}

/** "540, vol. 501-600", "12, ETL guide": an entry of another book, for print. */
function bookPlace({ number, where }: OuterEntry): string {
  return `${number}, ${where}`;
}

/** A list of clauses: their labels are text, so that whoever copies one has it. */
function clauses(node: List, options: ToHastOptions, all: HastContext['all']): Element {
  const isWide = node.children.some(({ label = '' }) => label.length > 4);
  return h(
    'ol',
    { className: ['clauses', ...(isWide ? ['wide-labels'] : [])], role: 'list' },
    node.children.map((item) => clause(item, node.spread, options, all)),
  );
}

function clause(
  { label = '', clause: address = '', formerly = [], ...item }: ListItem,
  spread: boolean,
  options: ToHastOptions,
  all: HastContext['all'],
): Element {
  const idOf = (one: string): string => `${options.headingPrefix ?? options.idPrefix}${clauseKey(one)}`;
  const id = idOf(address);
  const { children } = listItem({ ...item, type: 'listItem' }, spread, options, all);
  const link = options.labelLink?.(id);
  const old = formerly.map((one) => h('span', { id: idOf(one), className: ['anchor'] }));
  return h('li', address === '' ? {} : { id }, [
    h(link ? 'a' : 'span', { className: ['label'], ...link }, [...old, label]),
    ' ',
    ...children,
  ]);
}

/** A tight item's paragraphs are bare text, as CommonMark renders them. A task's box is labelled by its first line. */
function listItem(item: ListItem, spread: boolean, options: ToHastOptions, all: HastContext['all']): Element {
  const [first, ...rest] = item.children;
  const words = (own: Paragraph) =>
    own.lang || own.dir ? [h('span', localised(own, options), all(own.children))] : all(own.children);
  const bare = (child: Block) => (child.type === 'paragraph' && !spread ? words(child) : all([child]));
  if (item.checked === undefined) return h('li', item.children.flatMap(bare));
  const text = first?.type === 'paragraph' ? first : undefined;
  const box = h('input', { type: 'checkbox', disabled: true, checked: item.checked });
  const label = h('label', [box, ' ', ...(text ? words(text) : [])]);
  const others = (text ? rest : item.children).flatMap(bare);
  return h('li.task-list-item', [spread ? h('p', [label]) : label, ...others]);
}

function table(node: Table, options: ToHastOptions, all: HastContext['all']): Element {
  const [head, ...rows] = node.children;
  const cell = (tag: 'th' | 'td') => (item: TableCell, column: number) => {
    const align = node.align[column];
    const style = align ? { className: [`align-${align}`] } : {};
    return h(tag, { ...style, ...(tag === 'th' ? { scope: 'col' } : {}) }, all(item.children));
  };
  const { caption } = node;
  return h('table', partAnchor(node, options), [
    caption ? h('caption', [...partLabel(node), ...all(caption)]) : undefined,
    h('thead', [h('tr', (head?.children ?? []).map(cell('th')))]),
    rows.length > 0
      ? h(
          'tbody',
          rows.map((row) => h('tr', row.children.map(cell('td')))),
        )
      : undefined,
  ]);
}

function imageElement(node: Image, options: ToHastOptions): Element {
  const { src, width, height } = options.image(node.url, node);
  return h('img', {
    src,
    alt: node.alt,
    ...(node.title ? { title: node.title } : {}),
    ...(width && height ? { width, height } : {}),
  });
}

/** The language and direction of words as attributes. */
export function localised(
  node: { readonly lang?: string; readonly dir?: Direction },
  { direction }: Pick<ToHastOptions, 'direction'>,
): { lang?: string; dir?: Direction } {
  const dir = directionWithin(node, direction);
  return { ...(node.lang ? { lang: node.lang } : {}), ...(dir ? { dir } : {}) };
}

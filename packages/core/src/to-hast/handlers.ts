import type { Element, ElementContent, ElementData } from 'hast';
import { h } from 'hastscript';
import { asciiAddress } from '../model/address.ts';
import type {
  Admonition,
  AnswerNode,
  Code,
  EditKind,
  Handlers,
  Image,
  OuterEntry,
  Table,
  TableCell,
} from '../model/answer.ts';
import { codeTitle } from '../model/code-title.ts';
import { toText } from '../model/to-text.ts';
import { admonitionWord } from '../say/admonition.ts';
import { inOwnDirection } from '../say/own-direction.ts';
import { footnoteMark, type MarkCounts } from './footnotes.ts';
import { type All, list } from './list.ts';
import { localised } from './localised.ts';
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
  readonly all: All;
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
      ...partLabel(node, options.labels),
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
  figure: (node, { options, all }) =>
    h('figure', partAnchor(node, options), [
      imageElement({ ...node.image, title: '' }, options),
      h('figcaption', [
        ...partLabel(node, options.labels),
        ...(node.edits ? all(node.edits) : [{ type: 'text' as const, value: node.caption }]),
      ]),
    ]),
  footnoteReference: (node, { options, counts, before }) =>
    footnoteMark(node, options, counts, before?.type === 'footnoteReference'),
  inlineMath: (node) => mathToHast(node.value, false),
  math: (node, { options }) => {
    const math = h('div.math', [mathToHast(node.value, true)]);
    if (node.id === undefined) return math;
    // Only the formula scrolls: its number stays at the margin.
    const [own] = partLabel(node, options.labels);
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
    const content = node.edits ? codeEdits(node.edits, options) : (options.highlight?.(node) ?? [node.value]);
    // A browser does not show the end of the last line: without an extra one, an empty last line would be
    // lost.
    const pre = h('pre', { tabIndex: 0 }, [h('code', language, [...content, '\n'])]);
    const title = codeTitle(node);
    return title === undefined ? pre : h('figure.code', [h('figcaption', title), pre]);
  },
  list: (node, { options, all }) => list(node, options, all),
  table: (node, { options, all }) => table(node, options, all),
  admonition: (node, { options, all }) =>
    h('aside', { className: ['admonition', node.kind], role: 'note' }, [
      h('p.admonition-title', admonitionTitle(node, options, all)),
      ...all(node.children),
    ]),
  details: (node, { all }) => h('details', [h('summary', all(node.summary)), ...all(node.children)]),
  editText: ({ kind, children }, { options, all }) => editElement(kind, all(children), options.labels),
  editFlow: ({ kind, children }, { options, all }) => editElement(kind, all(children), options.labels, true),
};

/** Code with its edits. It is not highlighted, since its two readings are woven into each other. */
function codeEdits(edits: NonNullable<Code['edits']>, { labels }: ToHastOptions): ElementContent[] {
  return edits.map(({ kind, text }) => {
    const content: ElementContent = { type: 'text', value: text };
    return kind === 'same' ? content : editElement(kind, [content], labels);
  });
}

/** The kind of the admonition in words, then its own title, if that says more. */
function admonitionTitle(node: Admonition, { labels }: ToHastOptions, all: All): ElementContent[] {
  const word = admonitionWord(node, labels);
  const kind = word === '' ? [] : [h('span.admonition-kind', word)];
  if (!node.title) return kind;
  return [...kind, ...kind.map(() => ({ type: 'text' as const, value: ' ' })), ...all(node.title)];
}

/** "540, vol. 501-600", "12, ETL guide": an entry of another book, for print. */
function bookPlace({ number, where }: OuterEntry): string {
  return `${number}, ${where}`;
}

function table(node: Table, options: ToHastOptions, all: All): Element {
  const [head, ...rows] = node.children;
  const cell = (tag: 'th' | 'td', edited?: EditKind) => (item: TableCell, column: number) => {
    const align = node.align[column];
    const style = align ? { className: [`align-${align}`] } : {};
    const content = all(item.children);
    return h(
      tag,
      { ...style, ...(tag === 'th' ? { scope: 'col' } : {}) },
      edited ? [editElement(edited, content, options.labels)] : content,
    );
  };
  const { caption } = node;
  return h('table', partAnchor(node, options), [
    caption ? h('caption', [...partLabel(node, options.labels), ...all(caption)]) : undefined,
    h('thead', [h('tr', (head?.children ?? []).map(cell('th')))]),
    rows.length > 0
      ? h(
          'tbody',
          rows.map((row) => h('tr', row.children.map(cell('td', row.edited)))),
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

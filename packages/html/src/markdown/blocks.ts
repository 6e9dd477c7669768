import type { AnswerNode, Handlers, List, Phrasing } from '@octavo/core';
import type {
  BlockContent,
  DefinitionContent,
  ListItem,
  Nodes,
  PhrasingContent,
  TableCell,
  TableRow,
} from 'mdast';
import type { ToMdast } from './handler-state.ts';
import { phrasing } from './phrasing.ts';

/** Handlers of blocks. Admonitions are container directives, as in the source. */
export const blockHandlers: Omit<Handlers<Nodes[], ToMdast>, Phrasing['type']> = {
  paragraph: (node, state) => [{ type: 'paragraph', children: phrasing(state, node.children) }],
  heading: (node, state) => {
    const depth = Math.min(6, node.depth + state.headingLevel - 1) as 1 | 2 | 3 | 4 | 5 | 6;
    return [{ type: 'heading', depth, children: [...numbered(node), ...phrasing(state, node.children)] }];
  },
  thematicBreak: () => [{ type: 'thematicBreak' }],
  blockquote: (node, state) => [{ type: 'blockquote', children: flow(state, node.children) }],
  list: (node, state) => {
    const start = node.labelled ? countFrom(node) : node.start;
    const items =
      node.labelled && start !== undefined
        ? node.children.map(({ label: _, ...item }) => item)
        : node.children;
    return [
      {
        type: 'list',
        ordered: node.ordered && !(node.labelled && start === undefined),
        start: start ?? null,
        spread: node.spread,
        children: state.all(items) as ListItem[],
      },
    ];
  },
  listItem: (node, state) => [
    {
      type: 'listItem',
      checked: node.checked ?? null,
      spread: node.spread,
      children: labelled(node.label, flow(state, node.children)),
    },
  ],
  code: (node) => [{ type: 'code', lang: node.lang ?? null, meta: node.meta ?? null, value: node.value }],
  table: (node, state) => [
    ...(node.caption
      ? [{ type: 'paragraph' as const, children: [...numbered(node), ...phrasing(state, node.caption)] }]
      : []),
    { type: 'table', align: [...node.align], children: state.all(node.children) as TableRow[] },
  ],
  tableRow: (node, state) => [{ type: 'tableRow', children: state.all(node.children) as TableCell[] }],
  tableCell: (node, state) => [{ type: 'tableCell', children: phrasing(state, node.children) }],
  math: (node) => [
    { type: 'math', value: node.value },
    ...(node.numbered ? [{ type: 'paragraph' as const, children: numbered(node) }] : []),
  ],
  admonition: (node, state) => [
    {
      type: 'containerDirective',
      name: node.kind,
      children: [
        ...(node.title
          ? [
              {
                type: 'paragraph' as const,
                data: { directiveLabel: true },
                children: phrasing(state, node.title),
              },
            ]
          : []),
        ...flow(state, node.children),
      ],
    },
  ],
  figure: (node, state) => [
    {
      type: 'paragraph',
      children: [
        {
          type: 'image',
          url: state.image(node.image.url),
          alt: node.image.alt,
          title: [node.numbered, node.caption].filter(Boolean).join(' '),
        },
      ],
    },
  ],
  details: (node, state) => [
    { type: 'html', value: '<details>' },
    {
      type: 'paragraph',
      children: [
        { type: 'html', value: '<summary>' },
        ...phrasing(state, node.summary),
        { type: 'html', value: '</summary>' },
      ],
    },
    ...flow(state, node.children),
    { type: 'html', value: '</details>' },
  ],
  editFlow: (node, state) => flow(state, node.children),
  footnoteDefinition: (node, state) => [
    { type: 'footnoteDefinition', identifier: node.identifier, children: flow(state, node.children) },
  ],
};

/** The number of a part before its words. */
function numbered(node: AnswerNode & { readonly numbered?: string }): PhrasingContent[] {
  if (node.numbered === undefined) return [];
  return [{ type: 'text', value: node.type === 'math' ? node.numbered : `${node.numbered} ` }];
}

/** The first of labels that Markdown's own numbers would be: `1.`, `2.`, `3.`. */
function countFrom({ children }: List): number | undefined {
  const first = Number.parseInt(children[0]?.label ?? '', 10);
  return children.every(({ label }, at) => label === `${first + at}.`) ? first : undefined;
}

/** A clause's label stands before its words, as one may write it in the source: `- (b) …`. */
function labelled(
  label: string | undefined,
  children: (BlockContent | DefinitionContent)[],
): (BlockContent | DefinitionContent)[] {
  if (label === undefined) return children;
  const [first, ...others] = children;
  if (first?.type !== 'paragraph')
    return [{ type: 'paragraph', children: [{ type: 'text', value: label }] }, ...children];
  return [{ ...first, children: [{ type: 'text', value: `${label} ` }, ...first.children] }, ...others];
}

function flow(state: ToMdast, nodes: readonly AnswerNode[]): (BlockContent | DefinitionContent)[] {
  return state.all(nodes) as (BlockContent | DefinitionContent)[];
}

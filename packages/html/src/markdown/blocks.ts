import type { AnswerNode, Handlers, Phrasing } from '@octavo/core';
import type { BlockContent, DefinitionContent, ListItem, Nodes, TableCell, TableRow } from 'mdast';
import type { ToMdast } from './handler-state.ts';
import { phrasing } from './phrasing.ts';

/** Handlers of blocks. Admonitions are container directives, as in the source. */
export const blockHandlers: Omit<Handlers<Nodes[], ToMdast>, Phrasing['type']> = {
  paragraph: (node, state) => [{ type: 'paragraph', children: phrasing(state, node.children) }],
  heading: (node, state) => {
    const depth = Math.min(6, node.depth + state.headingLevel - 1) as 1 | 2 | 3 | 4 | 5 | 6;
    return [{ type: 'heading', depth, children: phrasing(state, node.children) }];
  },
  thematicBreak: () => [{ type: 'thematicBreak' }],
  blockquote: (node, state) => [{ type: 'blockquote', children: flow(state, node.children) }],
  list: (node, state) => [
    {
      type: 'list',
      ordered: node.ordered,
      start: node.start ?? null,
      spread: node.spread,
      children: state.all(node.children) as ListItem[],
    },
  ],
  listItem: (node, state) => [
    {
      type: 'listItem',
      checked: node.checked ?? null,
      spread: node.spread,
      children: flow(state, node.children),
    },
  ],
  code: (node) => [{ type: 'code', lang: node.lang ?? null, meta: node.meta ?? null, value: node.value }],
  table: (node, state) => [
    { type: 'table', align: [...node.align], children: state.all(node.children) as TableRow[] },
  ],
  tableRow: (node, state) => [{ type: 'tableRow', children: state.all(node.children) as TableCell[] }],
  tableCell: (node, state) => [{ type: 'tableCell', children: phrasing(state, node.children) }],
  math: (node) => [{ type: 'math', value: node.value }],
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
        { type: 'image', url: state.image(node.image.url), alt: node.image.alt, title: node.caption },
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
  footnoteDefinition: (node, state) => [
    { type: 'footnoteDefinition', identifier: node.identifier, children: flow(state, node.children) },
  ],
};

function flow(state: ToMdast, nodes: readonly AnswerNode[]): (BlockContent | DefinitionContent)[] {
  return state.all(nodes) as (BlockContent | DefinitionContent)[];
}

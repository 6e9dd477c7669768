import {
  type AnswerNode,
  type Block,
  escapeMarkup,
  type ListItem,
  linkSpelling,
  type Paragraph,
  type Phrasing,
  type Table,
} from '@octavo/core';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { admonition, details, inlineElement } from '../model/nodes.ts';

/** Elements by the nodes that stand for them. */
const ELEMENTS = { subscript: 'sub', superscript: 'sup', keyboard: 'kbd', abbreviation: 'abbr' } as const;

/** Turns blocks of a handbook into the Markdown that they came from. */
export function blocksToMdast(blocks: readonly Block[]): RootContent[] {
  return blocks.flatMap((block) => toMdast(block)) as RootContent[];
}

/** Turns running text of a handbook into the Markdown that it came from. */
export function phrasingToMdast(nodes: readonly Phrasing[]): PhrasingContent[] {
  return nodes.flatMap((node) => toMdast(node)) as PhrasingContent[];
}

function toMdast(node: AnswerNode): Nodes[] {
  switch (node.type) {
    case 'crossReference': {
      const part = node.clause ?? (node.fragment === undefined ? '' : `/${node.fragment}`);
      const url = `#${linkSpelling(node.number)}${part}`;
      const children = node.automatic ? [] : phrasingToMdast(node.children);
      return [{ type: 'link', url, title: null, children: children as never }];
    }
    case 'link':
      return [
        {
          type: 'link',
          url: node.url,
          title: node.title ?? null,
          children: (node.automatic ? [] : phrasingToMdast(node.children)) as never,
        },
      ];
    case 'image':
      return [{ type: 'image', url: `../${node.url}`, alt: node.alt, title: node.title ?? null }];
    case 'figure':
      return [
        {
          type: 'paragraph',
          children: [
            { type: 'image', url: `../${node.image.url}`, alt: node.image.alt, title: node.caption },
            ...idOf(node),
          ],
        },
      ];
    case 'table':
      return tableOf(node);
    case 'math':
      return [{ type: 'math', value: node.value, data: node.id ? { id: `{#${node.id}}` } : {} } as Nodes];
    case 'subscript':
    case 'superscript':
    case 'keyboard':
    case 'abbreviation': {
      const title = node.type === 'abbreviation' ? node.title : undefined;
      return [inlineElement(ELEMENTS[node.type], phrasingToMdast(node.children), title)];
    }
    case 'span':
      return [spanOf(node, phrasingToMdast(node.children))];
    case 'editText':
      return node.kind === 'deleted' ? [] : phrasingToMdast(node.children);
    case 'editFlow':
      return node.kind === 'deleted' ? [] : (blocksToMdast(node.children) as Nodes[]);
    case 'paragraph':
      return [paragraphOf(node)];
    case 'admonition':
      return [admonition(node.kind, phrasingToMdast(node.title ?? []), blocksToMdast(node.children))];
    case 'details':
      return [details(phrasingToMdast(node.summary), blocksToMdast(node.children))];
    case 'list': {
      const { labelled, ...list } = node;
      return [mdastOf(labelled ? { ...list, ordered: false } : list)];
    }
    case 'listItem':
      return [itemOf(node)];
    case 'footnoteReference':
      return [{ type: 'footnoteReference', identifier: node.identifier, label: node.identifier }];
    case 'footnoteDefinition':
      return [
        {
          type: 'footnoteDefinition',
          identifier: node.identifier,
          label: node.identifier,
          children: blocksToMdast(node.children) as never,
        },
      ];
    default:
      return [mdastOf(node)];
  }
}

/** An item of a list; a clause begins with its label, letter for letter. */
function itemOf(node: ListItem): Nodes {
  const { label, clause: _clause, formerly: _formerly, withdrawn: _withdrawn, movedTo: _to, ...item } = node;
  if (label === undefined) return mdastOf(item);
  const [first, ...rest] = blocksToMdast(item.children);
  const own = first?.type === 'paragraph' ? first.children : [];
  const head: PhrasingContent = { type: 'html', value: own.length > 0 ? `${label} ` : label };
  const others = first && first.type !== 'paragraph' ? [first, ...rest] : rest;
  const children = [{ type: 'paragraph', children: [head, ...own] }, ...others];
  return { type: 'listItem', spread: item.spread, children } as Nodes;
}

/** A table, and before it its caption. */
function tableOf(node: Table): Nodes[] {
  const { caption, id: _id, numbered: _numbered, ...table } = node;
  if (!caption) return [mdastOf(table)];
  const mark = { type: 'text', value: 'Table: ' } as const;
  const words = [mark, ...phrasingToMdast(caption), ...idOf(node, ' ')];
  return [{ type: 'paragraph', children: words }, mdastOf(table)];
}

function paragraphOf(node: Paragraph): Nodes {
  const children = phrasingToMdast(node.children);
  const [only] = node.children;
  // Written with Markdown's own mark, the image would be a figure.
  if (only?.type === 'image' && only.title !== undefined && node.children.length === 1) {
    const { url, alt, title } = only;
    const values = { src: `../${url}`, alt, title };
    const written = Object.entries(values).map(([name, value]) => `${name}="${escapeMarkup(value)}"`);
    return { type: 'paragraph', children: [{ type: 'html', value: `<img ${written.join(' ')}>` }] };
  }
  return { type: 'paragraph', children: node.lang || node.dir ? [spanOf(node, children)] : children };
}

/** A node that is mdast's own. */
function mdastOf(node: AnswerNode): Nodes {
  const { position: _position, ...rest } = node;
  if (!('children' in rest)) return rest as unknown as Nodes;
  const children = (rest.children as readonly AnswerNode[]).flatMap((child) => toMdast(child));
  return { ...rest, children } as unknown as Nodes;
}

/** The id of a figure or table, as the source has it behind the caption. */
function idOf({ id }: { readonly id?: string }, before = ''): PhrasingContent[] {
  return id === undefined ? [] : [{ type: 'html', value: `${before}{#${id}}` }];
}

/** `:span[…]{lang=ja}`: a paragraph that is one is in that language. */
function spanOf(
  { lang, dir }: { readonly lang?: string; readonly dir?: string },
  children: PhrasingContent[],
): TextDirective {
  return {
    type: 'textDirective',
    name: 'span',
    attributes: { ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) },
    children,
  };
}

import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { admonition, anchor, asked, details, inlineElement, tableCaption } from '../model/nodes.ts';
import { oneLine, textOf } from '../model/text-of.ts';
import { trimmed } from '../recognise/phrasing.ts';
import { flow, flowOf, patched } from './flow.ts';
import { isPhrasing, isWords, phrasingOf } from './inline-content.ts';
import { cellOf, tableOf } from './tables.ts';
import { termsOf } from './terms.ts';
import { wordsOf } from './words-of.ts';

const all: Handle = (state, node) => state.all(node);

/** Where the default turns an element into something else than an entry can hold. `embedded` are the nodes that `octavo-node` stands for. */
export function handlersFor(embedded: readonly Nodes[]): Readonly<Record<string, Handle>> {
  return {
    'octavo-node': (_state, node) => embedded[Number(node.properties.index)],
    'octavo-note': (_state, node) => {
      const name = String(node.properties.name);
      return { type: 'footnoteReference', identifier: name, label: name } as never;
    },
    'octavo-formula': formulaOf,
    'octavo-box': boxOf,
    'octavo-anchor': (_state, node) => anchor(String(node.properties.id)) as never,
    a: (state, node) => (node.properties.href === undefined ? state.all(node) : link(state, node)),
    kbd: inline('kbd'),
    sub: inline('sub'),
    sup: inline('sup'),
    abbr: inline('abbr'),
    acronym: inline('abbr'),
    u: all,
    mark: all,
    menu: defaultHandlers.ul as Handle,
    li: item,
    video: media,
    audio: media,
    iframe: media,
    figure: figureOf,
    details: detailsOf,
    summary: flowOf,
    dl: termsOf,
    dt: flowOf,
    dd: flowOf,
    table: tableOf,
    td: cellOf('td'),
    th: cellOf('th'),
    p: askedOr(flowOf),
    div: askedOr(flowOf),
    span: askedOr(all),
    button: askedOr(all),
    label: askedOr(all),
    strong: askedOr(strong),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, headingOf(depth)])),
  };
}

/** A picture with its caption as its title; a table with its caption before it. */
function figureOf(state: State, node: Element): RootContent[] {
  const at = node.children.findIndex((child) => child.type === 'element' && child.tagName === 'figcaption');
  const caption = node.children[at];
  if (caption?.type !== 'element') return flowOf(state, node);
  const said = phrasingOf(state.all(caption));
  const blocks = flow(state, node.children.toSpliced(at, 1), node);
  const [first] = blocks;
  if (textOf(said).trim() === '') return blocks;
  if (first?.type === 'table') return [tableCaption(trimmed(said)), ...blocks];
  const [image, ...others] = first?.type === 'paragraph' ? first.children : [];
  if (blocks.length !== 1 || image?.type !== 'image' || others.length > 0 || !isWords(said))
    return flowOf(state, node);
  image.title = oneLine(textOf(said));
  return blocks;
}

function formulaOf(state: State, node: Element): Nodes {
  const type = node.properties.className ? 'math' : 'inlineMath';
  return patched(state, node, { type, value: wordsOf(node) } as Nodes);
}

/** The question that an element is by its class or microdata; otherwise what it is anyway. */
function askedOr(handle: Handle): Handle {
  return (state, node, parent) =>
    isAsked(node) ? patched(state, node, asked(phrasingOf(state.all(node)))) : handle(state, node, parent);
}

function isAsked(node: Element): boolean {
  return node.properties.dataAsked !== undefined;
}

function headingOf(depth: number): Handle {
  return (state, node) => {
    const children = phrasingOf(state.all(node));
    if (textOf(children).trim() === '' && !children.some((child) => child.type === 'image'))
      return children.length > 0 ? state.toFlow(children as never) : undefined;
    if (isAsked(node)) return patched(state, node, asked(children, depth));
    return patched(state, node, { type: 'heading', depth: depth as 1, children });
  };
}

function titleOf(node: Element): string | undefined {
  return typeof node.properties.title === 'string' ? node.properties.title : undefined;
}

function link(state: State, node: Element): Nodes {
  const children = phrasingOf(state.all(node)).filter((child) => child.type !== 'link');
  const url = String(node.properties.href ?? '');
  return patched(state, node, {
    type: 'link',
    url,
    title: titleOf(node) ?? null,
    children: children as never,
  });
}

function inline(name: 'kbd' | 'sub' | 'sup' | 'abbr'): Handle {
  return (state, node) =>
    patched(state, node, inlineElement(name, phrasingOf(state.all(node)), titleOf(node)));
}

/** Bold text; blocks inside it are only blocks. */
function strong(state: State, node: Element): Nodes | Nodes[] {
  const children = state.all(node);
  if (children.some((child) => !isPhrasing(child))) return children;
  return patched(state, node, { type: 'strong', children: children as PhrasingContent[] });
}

function item(state: State, node: Element): Nodes {
  const children = state.toFlow(state.all(node)) as never;
  return patched(state, node, { type: 'listItem', spread: false, checked: null, children });
}

/** A film or a frame: a link to it, with what the page says where it cannot be shown. */
function media(state: State, node: Element): Nodes[] {
  const isSource = (child: Element['children'][number]): child is Element =>
    child.type === 'element' && child.tagName === 'source';
  const url = String(node.properties.src ?? node.children.find(isSource)?.properties.src ?? '');
  const children = state.all({ ...node, children: node.children.filter((child) => !isSource(child)) });
  if (!/^https?:/.test(url)) return children;
  const text: PhrasingContent = { type: 'text', value: titleOf(node) || url };
  return [{ type: 'link', url, title: null, children: [text] }, ...children];
}

function detailsOf(state: State, node: Element): Nodes {
  const at = node.children.findIndex((child) => child.type === 'element' && child.tagName === 'summary');
  const summary = node.children[at];
  const rest = node.children.filter((_, index) => index !== at);
  const title = summary?.type === 'element' ? phrasingOf(state.all(summary)) : [];
  return patched(state, node, details(title, flow(state, rest)));
}

/** A call-out of a generator's page, marked by `prepare`. */
function boxOf(state: State, node: Element): RootContent {
  const title = titleOf(node);
  const label: PhrasingContent[] = title ? [{ type: 'text', value: title }] : [];
  return patched(state, node, admonition(node.properties.kind as 'note', label, flow(state, node.children)));
}

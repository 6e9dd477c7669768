import type { Element } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { admonition, anchor, asked, details, type InlineName, inlineElement } from '../model/nodes.ts';
import { textOf } from '../model/text-of.ts';
import { flow, flowOf, patched } from './flow.ts';
import { isPhrasing, phrasingOf } from './inline-content.ts';
import { cellOf, tableOf } from './tables.ts';
import { termsOf } from './terms.ts';

type Handlers = Readonly<Record<string, Handle>>;

/** Where the default turns an element into something else than an entry can hold. `embedded` are the nodes that `octavo-node` stands for. */
export function handlersFor(embedded: readonly Nodes[]): Handlers {
  return {
    'octavo-node': (_state, node) => embedded[Number(node.properties.index)],
    'octavo-note': (_state, node) => {
      const name = String(node.properties.name);
      return { type: 'footnoteReference', identifier: name, label: name } as never;
    },
    'octavo-box': boxOf,
    'octavo-anchor': (_state, node) => anchor(String(node.properties.id)) as never,
    a: (state, node) => (node.properties.href === undefined ? state.all(node) : link(state, node)),
    kbd: (state, node) => inline('kbd', state, node),
    sub: (state, node) => inline('sub', state, node),
    sup: (state, node) => inline('sup', state, node),
    abbr: (state, node) => inline('abbr', state, node),
    acronym: (state, node) => inline('abbr', state, node),
    u: (state, node) => state.all(node),
    mark: (state, node) => state.all(node),
    menu: (state, node) => list(state, node),
    video: media,
    audio: media,
    iframe: media,
    details: detailsOf,
    summary: (state, node) => flowOf(state, node),
    dl: termsOf,
    dt: (state, node) => flowOf(state, node),
    dd: (state, node) => flowOf(state, node),
    table: tableOf,
    td: cellOf('td'),
    th: cellOf('th'),
    p: (state, node) => (isAsked(node) ? askedOf(state, node) : flowOf(state, node)),
    ...Object.fromEntries(
      ['div', 'span', 'button', 'label', 'strong', 'li'].map((name) => [name, maybeAsked(name)]),
    ),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, headingOf(depth)])),
  };
}

function isAsked(node: Element): boolean {
  return node.properties.dataAsked !== undefined;
}

/** Question by its class; otherwise what the element is anyway. */
function maybeAsked(name: string): Handle {
  return (state, node) => {
    if (isAsked(node) && name !== 'li') return askedOf(state, node);
    if (name === 'div') return flowOf(state, node);
    if (name === 'strong') return phrasing(state, node, 'strong');
    if (name === 'li') return item(state, node);
    return state.all(node);
  };
}

function askedOf(state: State, node: Element): RootContent {
  const depth = Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0);
  return patched(state, node, asked(phrasingOf(state.all(node)), depth));
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

function link(state: State, node: Element): Nodes | Nodes[] {
  const children = state.all(node);
  const inside = phrasingOf(children);
  const url = String(node.properties.href ?? '');
  const title = typeof node.properties.title === 'string' ? node.properties.title : null;
  return patched(state, node, {
    type: 'link',
    url,
    title,
    children: inside.filter((child) => child.type !== 'link') as never,
  });
}

function inline(name: InlineName, state: State, node: Element): Nodes {
  const title = typeof node.properties.title === 'string' ? node.properties.title : undefined;
  return patched(state, node, inlineElement(name, phrasingOf(state.all(node)), title));
}

function phrasing(state: State, node: Element, type: 'strong'): Nodes | Nodes[] {
  const children = state.all(node);
  const blocks = children.some((child) => !isPhrasing(child));
  if (blocks) return children;
  return patched(state, node, { type, children: children as PhrasingContent[] });
}

function item(state: State, node: Element): Nodes {
  const children = state.toFlow(state.all(node)) as never;
  return patched(state, node, { type: 'listItem', spread: false, checked: null, children });
}

function list(state: State, node: Element): Nodes {
  const children = state.toSpecificContent(state.all(node), () => ({
    type: 'listItem' as const,
    spread: false,
    checked: null,
    children: [],
  }));
  return patched(state, node, {
    type: 'list',
    ordered: false,
    start: null,
    spread: false,
    children: children as never,
  });
}

/** A film or a frame: a link to it, with what the page says where it cannot be shown. */
function media(state: State, node: Element): Nodes[] {
  const source = node.children.find((child) => child.type === 'element' && child.tagName === 'source') as
    | Element
    | undefined;
  const url = String(node.properties.src ?? source?.properties.src ?? '');
  const rest = node.children.filter((child) => child.type !== 'element' || child.tagName !== 'source');
  const children = state.all({ ...node, children: rest });
  if (!/^https?:/.test(url)) return children;
  const text =
    typeof node.properties.title === 'string' && node.properties.title ? node.properties.title : url;
  return [{ type: 'link', url, title: null, children: [{ type: 'text', value: text }] }, ...children];
}

function detailsOf(state: State, node: Element): Nodes {
  const at = node.children.findIndex((child) => child.type === 'element' && child.tagName === 'summary');
  const summary = node.children[at];
  const rest = node.children.filter((_, index) => index !== at);
  const title = summary?.type === 'element' ? phrasingOf(state.all(summary)) : [];
  return patched(state, node, details(title, flow(state, rest)));
}

/** A call-out of a generator's page, marked by `prepare`. */
function boxOf(state: State, node: Element): Nodes {
  const { kind, title } = node.properties;
  const label = typeof title === 'string' && title !== '' ? [{ type: 'text' as const, value: title }] : [];
  return patched(state, node, admonition(kind as 'note', label, flow(state, node.children)));
}

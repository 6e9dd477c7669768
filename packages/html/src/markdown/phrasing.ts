import type { Handlers, Phrasing } from '@octavo/core';
import type { Nodes, PhrasingContent } from 'mdast';
import type { ToMdast } from './handler-state.ts';

/** Handlers of running text. What Markdown has no mark for is written as the HTML it came from. */
export const phrasingHandlers: Pick<Handlers<Nodes[], ToMdast>, Phrasing['type']> = {
  text: (node) => [{ type: 'text', value: node.value }],
  emphasis: (node, state) => [{ type: 'emphasis', children: phrasing(state, node.children) }],
  strong: (node, state) => [{ type: 'strong', children: phrasing(state, node.children) }],
  delete: (node, state) => [{ type: 'delete', children: phrasing(state, node.children) }],
  inlineCode: (node) => [{ type: 'inlineCode', value: node.value }],
  break: () => [{ type: 'break' }],
  link: (node, state) => [
    { type: 'link', url: node.url, title: node.title ?? null, children: phrasing(state, node.children) },
  ],
  crossReference: (node, state) => [
    {
      type: 'link',
      url: `${state.href(node.number)}${node.fragment === undefined ? '' : `#${node.fragment}`}`,
      children: phrasing(state, node.children),
    },
  ],
  image: (node, state) => [
    { type: 'image', url: state.image(node.url), alt: node.alt, title: node.title ?? null },
  ],
  footnoteReference: (node) => [{ type: 'footnoteReference', identifier: node.identifier }],
  inlineMath: (node) => [{ type: 'inlineMath', value: node.value }],
  span: (node, state) => [
    {
      type: 'textDirective',
      name: 'span',
      attributes: { ...(node.lang ? { lang: node.lang } : {}), ...(node.dir ? { dir: node.dir } : {}) },
      children: phrasing(state, node.children),
    },
  ],
  subscript: (node, state) => wrap('sub', '', phrasing(state, node.children)),
  superscript: (node, state) => wrap('sup', '', phrasing(state, node.children)),
  keyboard: (node, state) => wrap('kbd', '', phrasing(state, node.children)),
  abbreviation: (node, state) => {
    const title = node.title === undefined ? '' : ` title="${escapeHtml(node.title)}"`;
    return wrap('abbr', title, phrasing(state, node.children));
  },
  editText: (node, state) => phrasing(state, node.children),
};

/** Children of running text. The union admits nothing else, so neither does the result. */
export function phrasing(state: ToMdast, nodes: readonly Phrasing[]): PhrasingContent[] {
  return state.all(nodes) as PhrasingContent[];
}

function wrap(name: string, attributes: string, children: PhrasingContent[]): Nodes[] {
  return [
    { type: 'html', value: `<${name}${attributes}>` },
    ...children,
    { type: 'html', value: `</${name}>` },
  ];
}

/** Text as it stands in HTML, in an attribute or between tags. */
function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (character) => names[character] ?? character);
}

import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { Element } from './element.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Reads a page of HTML as a browser without scripts does (HTML Living Standard, 13.2); the result is its `html` element. */
export function parseHtml(html: string): Element {
  const root = parse(html, { scriptingEnabled: false }).childNodes.find((node) => node.nodeName === 'html');
  return root === undefined ? { name: 'html', attributes: {}, children: [] } : (fromNode(root)[0] as Element);
}

/** Reads a fragment of HTML, in an element of ours. */
export function parseHtmlFragment(html: string): Element {
  return { name: 'div', attributes: {}, children: parseFragment(html).childNodes.flatMap(fromNode) };
}

function fromNode(node: Node): (Element | string)[] {
  if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value];
  if (!('tagName' in node)) return [];
  const children = node.nodeName === 'template' ? [] : node.childNodes.flatMap(fromNode);
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ name: node.tagName, attributes, children }];
}

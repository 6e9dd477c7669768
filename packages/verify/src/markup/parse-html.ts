import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { Element } from './element.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Open = Element & { children: (Element | string)[] };

/** Reads a page of HTML as a browser without scripts does (HTML Living Standard, 13.2); the result is its `html` element. */
export function parseHtml(html: string): Element {
  const root = parse(html, { scriptingEnabled: false }).childNodes.find((node) => node.nodeName === 'html');
  const [element] = root === undefined ? [] : fromNode(root, undefined);
  return typeof element === 'object' ? element : opened('html', {}, undefined);
}

/** Reads a fragment of HTML, in an element of ours. */
export function parseHtmlFragment(html: string): Element {
  const root = opened('div', {}, undefined);
  root.children.push(...parseFragment(html).childNodes.flatMap((node) => fromNode(node, root)));
  return root;
}

function fromNode(node: Node, parent: Element | undefined): (Element | string)[] {
  if (node.nodeName === '#text') return [(node as DefaultTreeAdapterTypes.TextNode).value];
  if (!('tagName' in node)) return [];
  const element = opened(
    node.tagName,
    Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
    parent,
  );
  if (node.nodeName !== 'template')
    element.children.push(...node.childNodes.flatMap((child) => fromNode(child, element)));
  return [element];
}

function opened(name: string, attributes: Element['attributes'], parent: Element | undefined): Open {
  return { name, attributes, children: [], parent };
}

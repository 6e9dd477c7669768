import { printable } from '@octavo/core/hast';
import type { Element, ElementContent, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

const encoder = new TextEncoder();

/** An XML document with the given root element, as UTF-8. Text that stands in the root itself may mark a slot. */
export function xml(element: Element): Uint8Array {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
      { type: 'text', value: '\n' },
      {
        ...element,
        children: element.children.map((child) => (child.type === 'text' ? child : clean(child))),
      },
      { type: 'text', value: '\n' },
    ],
  };
  // In text, `]]>` would end a CDATA section that never began (XML 1.0, 2.4); the serializer does not escape
  // it.
  const text = toXml(tree, { closeEmptyElements: true });
  return encoder.encode(text.replaceAll(']]>', ']]&gt;'));
}

/** A node without the characters that no XML document can carry. */
function clean(node: ElementContent): ElementContent {
  if (node.type === 'text') return { ...node, value: printable(node.value) };
  if (node.type !== 'element') return node;
  const attributes = Object.entries(node.attributes).map(([name, value]) => [
    name,
    typeof value === 'string' ? printable(value) : value,
  ]);
  return { ...node, attributes: Object.fromEntries(attributes), children: node.children.map(clean) };
}

/** A date or time of the source as an RFC 3339 time. */
export function instant(date: string): string {
  return date.includes('T') ? date : `${date}T00:00:00Z`;
}

import { printable } from '@octavo/core/hast';
import type { Element, Root } from 'xast';
import { toXml } from 'xast-util-to-xml';

const encoder = new TextEncoder();

/** An XML document with the given root element, as UTF-8. */
export function xml(element: Element): Uint8Array {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' },
      { type: 'text', value: '\n' },
      element,
      { type: 'text', value: '\n' },
    ],
  };
  // In text `]]>` would end a CDATA section that never began (XML 1.0, 2.4); the serialiser leaves it.
  const text = printable(toXml(tree, { closeEmptyElements: true }));
  return encoder.encode(text.replaceAll(']]>', ']]&gt;'));
}

/** A date or time of the source as an RFC 3339 time. */
export function instant(date: string): string {
  return date.includes('T') ? date : `${date}T00:00:00Z`;
}

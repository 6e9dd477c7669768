import type { ElementContent } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';

/** Prints a finished tree in the XML syntax of HTML, to stand inside a document of that namespace. */
export function toXhtml(nodes: readonly ElementContent[]): string {
  if (nodes.length === 0) return '';
  // The wrapper carries the namespace declaration, which would otherwise stand on every element.
  const xml = toXml(toXast({ type: 'element', tagName: 'div', properties: {}, children: [...nodes] }), {
    closeEmptyElements: true,
  });
  // In text, `]]>` would end a CDATA section that never began (XML 1.0, 2.4); the serializer does not escape
  // it.
  return xml.slice(xml.indexOf('>') + 1, -'</div>'.length).replaceAll(']]>', ']]&gt;');
}

import { parseXml, type XmlElement } from './parse-xml.ts';

/** Every word in an SVG picture, whether it is drawn or not: what fonts it may need. */
export function svgSays(source: string): string {
  const root = parseXml(source);
  return root ? textOf(root) : '';
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join(' ');
}

import { SaxesParser } from 'saxes';
import type { Element } from './element.ts';

type Open = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/**
 * Reads an XML document (XML 1.0, Namespaces in XML): element names are local names, attributes are
 * named as written. Throws an Error that names line and column when it is not well-formed.
 */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, { value }]) => [name, value]),
    );
    const element: Open = { name: tag.local, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.write(xml).close();
  const [document] = root.children.filter((child) => typeof child !== 'string');
  if (!document) throw new Error('there is no element in it');
  return document;
}

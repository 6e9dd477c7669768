import { SaxesParser } from 'saxes';
import { childElements, type Element } from './element.ts';

/**
 * Reads an XML document (XML 1.0, Namespaces in XML): element names are local names, attributes are
 * named as written. Throws an Error that names line and column when it is not well-formed.
 */
export function parseXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const open: (Element & { children: (Element | string)[] })[] = [
    { name: '', attributes: {}, children: [], parent: undefined },
  ];
  const add = (text: string): void => void open.at(-1)?.children.push(text);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes: given }) => {
    const attributes = Object.fromEntries(Object.entries(given).map(([name, { value }]) => [name, value]));
    const parent = open.length > 1 ? open.at(-1) : undefined;
    const element = { name: local, attributes, children: [], parent };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(xml).close();
  const [document] = open[0] ? childElements(open[0]) : [];
  if (!document) throw new Error('there is no element in it');
  return document;
}

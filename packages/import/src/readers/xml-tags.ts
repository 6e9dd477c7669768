const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

/** A tag of XML, as it is written. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: string;
  /** It begins an element, ends one, or does both. */
  readonly begins: boolean;
  readonly ends: boolean;
  readonly from: number;
  readonly to: number;
}

/** The tags of a text of XML, one after the other: no tag is looked for from more than one place. */
export function* xmlTags(xml: string): Generator<XmlTag> {
  for (const { 0: whole, 1: slash, 2: name = '', 3: attributes = '', 4: empty, index } of xml.matchAll(TAG))
    yield {
      ...{ name, attributes, begins: slash === '', ends: slash === '/' || empty === '/' },
      ...{ from: index, to: index + whole.length },
    };
}

/** The value of an attribute in the head of a tag, as it is written. */
export function attribute(head: string, name: string): string {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(head) ?? [];
  return double ?? single ?? '';
}

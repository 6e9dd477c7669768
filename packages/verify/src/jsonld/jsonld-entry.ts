import type { FoundEntry } from '../compare/found-entry.ts';
import { address } from '../expected/address.ts';
import { markupContent } from '../markup/markup-content.ts';
import { parseHtmlFragment } from '../markup/parse-html.ts';
import { type Expanded, nodesOf, valuesOf } from './expand.ts';
import { TERMS } from './terms.ts';

/** An entry's node as it was read; its `html` is read as a browser would. */
export function jsonldEntry(node: Expanded, iri: string, file: string): FoundEntry {
  const [answer] = nodesOf(node, TERMS.acceptedAnswer);
  const [html = ''] = valuesOf(answer, TERMS.html);
  const target = (href: string): string => numberOr(address(href), iri);
  return {
    number: String(node['@id'] ?? '').slice(`${iri}entry/`.length),
    question: valuesOf(node, TERMS.name).join(' '),
    answer: markupContent(parseHtmlFragment(html).children, { level: 1, target }),
    notice: undefined,
    related: valuesOf(node, TERMS.related).map((one) => numberOr(one, iri).slice(1)),
    file,
    at: file,
  };
}

/** `#618` for the IRI of an entry. */
export function numberOr(address: string, iri: string): string {
  return address.startsWith(`${iri}entry/`) ? `#${address.slice(`${iri}entry/`.length)}` : address;
}

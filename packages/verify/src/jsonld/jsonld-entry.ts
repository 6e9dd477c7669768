import type { FoundEntry } from '../compare/found-entry.ts';
import { targetOfAnchor } from '../content/entry-target.ts';
import { address } from '../expected/address.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { markupContent } from '../markup/markup-content.ts';
import { parseHtmlFragment } from '../markup/parse-html.ts';
import { type Expanded, nodesOf, valuesOf } from './expand.ts';
import { TERMS } from './terms.ts';

/** An entry's node as it was read; its `html` is read as a browser would. */
export function jsonldEntry(node: Expanded, book: ExpectedBook, file: string): FoundEntry {
  const { iri } = book.handbook;
  const [answer] = nodesOf(node, TERMS.acceptedAnswer);
  const [html = ''] = valuesOf(answer, TERMS.html);
  const target = (href: string): string => numberOr(address(href), book);
  return {
    number: String(node['@id'] ?? '').slice(`${iri}entry/`.length),
    question: valuesOf(node, TERMS.name).join(' '),
    answer: markupContent(parseHtmlFragment(html).children, { level: 1, target }),
    notice: undefined,
    facts: undefined,
    related: valuesOf(node, TERMS.related).map((one) => numberOr(one, book).slice(1)),
    file,
    at: file,
  };
}

/** `#618` for the IRI of an entry of this book; another volume's is an address. */
export function numberOr(address: string, { handbook, byNumber }: ExpectedBook): string {
  const prefix = `${handbook.iri}entry/`;
  const [number = '', anchor = ''] = (address.startsWith(prefix) ? address.slice(prefix.length) : '').split(
    '#',
  );
  return byNumber.has(number) ? targetOfAnchor(number, anchor) : address;
}

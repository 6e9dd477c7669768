import type { FoundPage } from '../compare/compare-prose-pages.ts';
import type { FoundEntry } from '../compare/found-entry.ts';
import type { Content } from '../content/content.ts';
import { targetOfAnchor } from '../content/entry-target.ts';
import { address } from '../expected/address.ts';
import { ownPlace } from '../expected/book-place.ts';
import type { ExpectedBook, ExpectedPage } from '../expected/expected-book.ts';
import { markupContent } from '../markup/markup-content.ts';
import { parseHtmlFragment } from '../markup/parse-html.ts';
import { type Expanded, nodesOf, valuesOf } from './expand.ts';
import { TERMS } from './terms.ts';

/** An entry's node as it was read; its `html` is read as a browser would. */
export function jsonldEntry(node: Expanded, book: ExpectedBook, file: string): FoundEntry {
  const [answer] = nodesOf(node, TERMS.acceptedAnswer);
  return {
    number: numberOf(node, book),
    question: valuesOf(node, TERMS.name).join(' '),
    answer: htmlContent(answer, book),
    notice: undefined,
    own: undefined,
    facts: undefined,
    related: valuesOf(node, TERMS.related).map((one) => numberOr(one, book).slice(1)),
    file,
    at: file,
  };
}

/** The prose pages and the introductions of chapters, each read from the `html` of its node. */
export function jsonldPages(
  nodes: readonly Expanded[],
  book: ExpectedBook,
  file: string,
): readonly FoundPage[] {
  const base = book.handbook.iri + ownPlace(book.handbook, '');
  const byIri = new Map(nodes.map((node) => [node['@id'], node]));
  const read = (path: string, list: readonly ExpectedPage[]): FoundPage[] =>
    list.flatMap(({ page: { id } }) => {
      const node = byIri.get(`${base}${path}/${id}`);
      return node ? [{ id, content: htmlContent(node, book), file }] : [];
    });
  return [...read('page', [...book.front, ...book.back]), ...read('chapter', book.intros)];
}

function htmlContent(node: Expanded | undefined, book: ExpectedBook): readonly Content[] {
  const [html = ''] = valuesOf(node, TERMS.html);
  const target = (href: string): string => numberOr(address(href), book);
  return markupContent(parseHtmlFragment(html).children, { level: 1, target });
}

/** Its number as it says it, where it stands at the address of that number; else what is in its address. */
function numberOf(node: Expanded, { handbook, byKey }: ExpectedBook): string {
  const said = valuesOf(node, TERMS.position).join(' ');
  const key = String(node['@id'] ?? '').slice(`${handbook.iri}entry/`.length);
  return byKey.get(key)?.number === said ? said : key;
}

/** `#618` for the IRI of an entry of this book; another volume's is an address. */
export function numberOr(address: string, { handbook, byKey }: ExpectedBook): string {
  const prefix = `${handbook.iri}entry/`;
  const [key = '', anchor = ''] = (address.startsWith(prefix) ? address.slice(prefix.length) : '').split('#');
  const number = byKey.get(key)?.number;
  return number === undefined ? address : targetOfAnchor(number, anchor);
}

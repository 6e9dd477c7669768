import type { Case } from '../compare/findings.ts';
import { MARKUP } from '../content/normalise.ts';
import { ownPlace } from '../expected/book-place.ts';
import { editionFacts } from '../expected/edition-facts.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { plainAnswer, plainPhrasing } from '../expected/plain-text.ts';
import { vocabularyOf } from '../expected/vocabulary.ts';
import { activeIn } from '../markup/active.ts';
import { formulaFault, formulasIn } from '../markup/formulas.ts';
import { parseHtmlFragment } from '../markup/parse-html.ts';
import type { JsonldReading } from './jsonld-reading.ts';

/** Documents of everything but entries and chapters, which are compared separately. */
const RESOURCES = /^(?:handbook|glossary|topics|(?:topic|page)\/[^/]+)\.jsonld$/;

/** A statement in N-Quads whose object is a text. */
const LITERAL = /^<([^>]+)> <([^>]+)> "((?:[^"\\]|\\.)*)"/;
/** Statements whose text is an answer's or a page's; they are compared separately. */
const LONG = /(?:#html|\/text|#summary|#fingerprint|#source|#stateHash)$/;

/**
 * Compares the book, its glossary, topics and pages: with the snapshot's statements, and with the handbook's
 * words.
 */
export async function compareResources({
  findings,
  book,
  files,
  processor,
  statements,
}: JsonldReading): Promise<void> {
  const { handbook } = book;
  const { iri } = handbook;
  const known = new Set(statements);
  // Files at the root of a work belong to all its volumes.
  for (const path of handbook.volume ? [] : files.paths.filter((one) => RESOURCES.test(one))) {
    const own = findings.about({ part: path, file: path });
    await own.read(async () => {
      const lines = await processor.statements(await processor.expand(path));
      const other = lines.find((line) => !line.includes('_:') && !known.has(line));
      own.none('statements', other, `the snapshot does not say ${other}`);
    });
  }
  const vocabulary = vocabularyOf(handbook, [...handbook.chapters.map((_, at) => `${at + 1}`), 'active']);
  const said = new Set<string>();
  const own = findings.about({ part: 'snapshot', file: `${handbook.id}.jsonld` });
  for (const line of statements) {
    const [, subject = '', predicate = '', escaped = ''] = LITERAL.exec(line) ?? [];
    if (subject === '') continue;
    const text = literal(escaped);
    said.add(`${subject} ${predicate.split(/[/#]/).at(-1)} ${MARKUP.text(text)}`);
    if (predicate.endsWith('#html')) compareFragment(own.about({ part: `<${subject}>` }), text, iri);
    if (LONG.test(predicate) || subject.startsWith(`${iri}entry/`)) continue;
    own.words('documents', vocabulary, [text], `<${subject}> says`);
  }
  for (const fact of factsOf(book, bookIn(statements))) {
    const [, name = '', text = ''] = /^\S+ (\S+) ([\s\S]*)$/.exec(fact) ?? [];
    own.holds('documents', said.has(fact), text, '', `the ${name} “${text.slice(0, 60)}” is missing`);
  }
}

/** Nothing in an answer's HTML runs, and its formulas show their TeX. */
function compareFragment(own: Case, html: string, iri: string): void {
  const root = parseHtmlFragment(html);
  const active = activeIn(root, { scripts: false, policy: false, own: iri });
  own.none('active', active[0], `it holds ${active.join(', ')}`);
  for (const { tex, drawn } of formulasIn(root)) {
    const wrong = formulaFault(tex, drawn);
    own.holds('formulas', wrong === undefined, tex, drawn, `the formula “${tex}” is wrong: ${wrong}`);
  }
}

/** The text of a literal (N-Quads, 4). */
function literal(escaped: string): string {
  const plain = escaped
    .replace(/\\U([\da-fA-F]{8})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\'/g, "'");
  return JSON.parse(`"${plain}"`) as string;
}

/** The name of the book's node: that of a volume is not that of the work. */
function bookIn(statements: readonly string[]): string {
  const type =
    /^<(\S+)> <http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#type> <http:\/\/schema\.org\/Book>/;
  const books = statements.flatMap((line) => type.exec(line)?.[1] ?? []);
  return (
    books.find((one) =>
      statements.some(
        (line) =>
          line.startsWith(`<${one}> <http://schema.org/name>`) &&
          statements.some((other) => other.startsWith(`<${one}> <http://schema.org/version>`)),
      ),
    ) ?? ''
  );
}

/** What must be said of the book, its terms, its topics and its pages. */
function factsOf({ handbook }: ExpectedBook, book: string): readonly string[] {
  const { iri, title, publisher, copyright, keywords, glossary, topics, front, chapters, back } = handbook;
  // A volume's terms and pages are its own.
  const base = iri + ownPlace(handbook, '');
  const line = (subject: string, name: string, text: string | undefined): string[] =>
    text === undefined || text === '' ? [] : [`${subject} ${name} ${MARKUP.text(text)}`];
  return [
    ...line(book, 'name', title),
    ...line(book, 'bookEdition', editionFacts(handbook.edition).version),
    ...line(book, 'copyrightNotice', copyright),
    ...keywords.flatMap((word) => line(book, 'keywords', word)),
    ...line(`${book}#publisher`, 'name', publisher?.name),
    ...glossary.flatMap(({ id, term, definition }) => [
      ...line(`${base}glossary#${id}`, 'name', term),
      ...line(`${base}glossary#${id}`, 'description', plainPhrasing(definition)),
    ]),
    ...topics.flatMap(({ id, title: name }) => line(`${base}topic/${id}`, 'name', name)),
    ...[...front, ...back].flatMap(({ id, title: name, body, footnotes }) => [
      ...line(`${base}page/${id}`, 'name', name),
      ...line(`${base}page/${id}`, 'text', plainAnswer({ answer: body, footnotes })),
    ]),
    ...chapters.flatMap(({ id, intro }) =>
      intro
        ? line(
            `${base}chapter/${id}`,
            'text',
            plainAnswer({ answer: intro.body, footnotes: intro.footnotes }),
          )
        : [],
    ),
  ];
}

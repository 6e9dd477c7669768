import { numberKey } from '@octavo/core';
import { numbered } from '@octavo/core/say';
import type { Root as Page } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Book, BookPage } from '../assign/book.ts';
import { imageShelf } from '../assign/images.ts';
import { boundHtml } from '../html/bound.ts';
import { type BuiltPlaces, builtAnswer, remarksOn } from './built-markup.ts';
import { derivedTypes, listedAlike, withoutTypes, withSaid } from './derived-types.ts';
import { daysOf, fieldsOfGraph } from './fields-of-graph.ts';
import { type OwnDocument, type OwnEntry, ownBook, ownDocument } from './own-book.ts';

type Localised = string | { readonly [language: string]: string } | undefined;

/** A thing of our linked data, with what a book is made of. */
interface Thing {
  readonly '@type': string | readonly string[];
  readonly '@id': string;
  readonly identifier?: string;
  readonly name?: Localised;
  readonly description?: Localised;
  readonly definition?: Localised;
  readonly prefLabel?: Localised;
  readonly html?: string;
  readonly acceptedAnswer?: { readonly html?: string };
  readonly hasPart?: readonly (string | Thing)[];
  readonly position?: string;
  readonly isPartOf?: string;
  readonly [name: string]: unknown;
}

/** The book of a snapshot in JSON-LD that a build of ours made: all of it but pictures. Undefined for other data. */
export function bookOfGraph(path: string, data: unknown): OwnDocument | undefined {
  const { '@context': context, '@graph': graph } = (data ?? {}) as {
    '@context'?: unknown;
    '@graph'?: unknown;
  };
  if (!/\/context\/v1\.jsonld$/.test(String(context)) || !Array.isArray(graph)) return undefined;
  const nodes = graph as readonly Thing[];
  // The terms of a glossary stand in it.
  const things = [...nodes, ...nodes.flatMap(({ hasDefinedTerm }) => thingsIn(hasDefinedTerm))];
  const of = (type: string) => things.filter((thing) => [thing['@type']].flat().includes(type));
  const [root] = of('Book');
  if (!root) return undefined;
  const iri = root['@id'].replace(/(?:volume\/[^/]+\/)?handbook$/, '');
  const questions = of('Question');
  const numbers = new Map(questions.map(({ position = '' }) => [numberKey(position), position]));
  const shelf = imageShelf(() => undefined);
  const names = new Map(
    questions.map(({ position = '', name: asked }) => [numberKey(position), numbered(position, said(asked))]),
  );
  const places = { numbers, names, parts: partsOf(questions), iri, shelf, missing: new Set<string>() };
  const written = (html: string) => {
    const page: Page = fromHtml(boundHtml(html), { fragment: true });
    return builtAnswer(page.children as Parameters<typeof builtAnswer>[0], places, '', 0);
  };
  const fields = listedAlike(questions.map((thing) => fieldsOfGraph(thing, iri, numbers)));
  const entries = questions.map((thing, at) => {
    const entry = entryOf(thing, written(htmlOf(thing)), numbers, path);
    return withSaid(entry, fields[at] ?? { fields: [] });
  });
  const chapters = of('Chapter').map(chapterOf);
  const parts = thingsIn(root.hasPart);
  const after = (root.hasPart ?? []).findLastIndex(
    (part) => typeof part === 'object' || /\/chapter\//.test(part),
  );
  const prose = of('CreativeWork').filter(({ html, '@id': id }) => html !== undefined && /\/page\//.test(id));
  const page = (thing: Thing): BookPage => {
    const { answer: body, footnotes } = written(htmlOf(thing));
    return { id: thing.identifier ?? '', title: said(thing.name), body, footnotes, place: { path, line: 1 } };
  };
  const isBack = ({ '@id': id }: Thing) => (root.hasPart ?? []).indexOf(id) > after && after >= 0;
  const concepts = of('Concept').filter(({ '@id': id }) => /\/topic\//.test(id));
  const book: Book = {
    ...ownBook(
      {
        ...{ id: root.identifier ?? '', title: said(root.name), language: String(root.inLanguage), iri },
        edition: { version: root.version, date: root.datePublished },
        topics: concepts.map((thing) => ({ id: thing.identifier ?? '', title: said(thing.prefLabel) })),
      },
      { chapters, assets: shelf.assets },
      entries,
    ),
    ...derivedTypes(fields),
    parts: parts.map((part) => ({
      id: name(part['@id']).replace(/^part-/, ''),
      title: said(part.name),
      chapters: list(part.hasPart),
    })),
    intros: of('Chapter')
      .filter(({ html }) => html !== undefined)
      .map(page),
    front: prose.filter((thing) => !isBack(thing)).map(page),
    back: prose.filter(isBack).map(page),
    ...glossaryOf(
      of('DefinedTerm').filter(({ '@id': id }) => /\/glossary#/.test(id)),
      (address) => numbers.get(name(address)) ?? '',
    ),
  };
  return ownDocument(
    book,
    entries,
    new Map(),
    remarksOn(
      places,
      'a snapshot in JSON-LD',
      withoutTypes('pictures and markup in questions, nor what else handbook.yaml says', fields),
    ),
  );
}

function chapterOf({ identifier, name: title, description }: Thing): Book['chapters'][number] {
  return {
    id: identifier ?? '',
    title: said(title),
    ...(description ? { summary: said(description) } : {}),
  };
}

/** The things that a list holds; the others are only named in it. */
function thingsIn(list: unknown): readonly Thing[] {
  return [list ?? []].flat().filter((one): one is Thing => typeof one === 'object');
}

function entryOf(
  thing: Thing,
  text: Pick<OwnEntry, 'answer' | 'footnotes'>,
  numbers: ReadonlyMap<string, string>,
  path: string,
): OwnEntry {
  const { position: number = '', identifier: id = '', isPartOf, status, keywords, sameAs } = thing;
  const related = list(thing.related).map((key) => numbers.get(key) ?? key);
  const [replaced] = list(thing.isReplacedBy);
  const effective = daysOf(thing);
  return {
    ...text,
    ...{ number, id, chapter: name(isPartOf), place: { path, line: 1 } },
    question: [{ type: 'text', value: said(thing.name) }],
    aliases: list(sameAs),
    topics: list(thing.about),
    matter: {
      ...(status === 'active' || status === undefined ? {} : { status }),
      ...(Object.keys(effective).length > 0 ? { effective } : {}),
      ...(keywords === undefined ? {} : { index: [keywords].flat() }),
      ...(related.length > 0 ? { related } : {}),
      ...(replaced === undefined ? {} : { replacedBy: numbers.get(replaced) ?? replaced }),
      ...(/<ol class="clauses"/.test(htmlOf(thing)) ? { clauses: true } : {}),
    },
  };
}

function htmlOf({ acceptedAnswer, html }: Thing): string {
  return acceptedAnswer?.html ?? html ?? '';
}

/** The last name in an address. */
function name(address: unknown): string {
  return String(address).split(/[/#]/).at(-1) ?? '';
}

function list(addresses: unknown): readonly string[] {
  return [addresses ?? []].flat().map(name);
}

/** The parts of answers that links lead to, by the ids in their pages. */
function partsOf(questions: readonly Thing[]): BuiltPlaces['parts'] {
  const found = questions.flatMap(({ position = '', acceptedAnswer }) => {
    const prefix = `q${numberKey(position)}-`;
    return [...(acceptedAnswer?.html ?? '').matchAll(/<(li|h\d|figure|table|div)[^>]* id="([^"]+)"/g)]
      .filter(([, , id = '']) => id.startsWith(prefix) && !/-fn(?:ref)?-\d+$/.test(id))
      .map(([, tag, id = '']) => {
        const own = id.slice(prefix.length);
        const spelling = tag === 'li' ? `(${own.split('-').join(')(')})` : `/${own}`;
        return [id, { name: tag === 'li' ? position + spelling : '', spelling }] as const;
      });
  });
  return new Map(found);
}

function glossaryOf(terms: readonly Thing[], numberOf: (address: unknown) => string): Pick<Book, 'glossary'> {
  if (terms.length === 0) return {};
  return {
    glossary: terms.map(({ identifier, name, definition, alternateName, subjectOf }) => ({
      id: identifier,
      term: said(name),
      definition: said(definition),
      ...(alternateName === undefined
        ? {}
        : { also: [alternateName].flat().map((one) => said(one as Localised)) }),
      ...(subjectOf === undefined ? {} : { entries: [subjectOf].flat().map(numberOf) }),
    })),
  };
}

function said(text: Localised): string {
  return typeof text === 'string' ? text : String(Object.values(text ?? {}).flat()[0] ?? '');
}

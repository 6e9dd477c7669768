import type { Chapter, Handbook, Page, Term, Topic } from '@octavo/core';
import type { GraphNode } from '../graph/node.ts';
import { compactObject } from '../localised.ts';
import { answerHtml } from './answer-html.ts';
import { answerText, phrasingText } from './answer-text.ts';
import { bookResource } from './book-resource.ts';
import { entryResource } from './entry-resource.ts';
import type { EntryTexts } from './entry-texts.ts';
import type { Resource } from './resource.ts';
import { type Scope, scopeOf } from './scope.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';

/**
 * Returns everything that the snapshot holds, in reading order: the book, its prose pages, its chapters, each
 * followed by its live entries, the topics and the glossary. No two resources make the same statement, so a
 * feed that delivers whole resources can be folded into the snapshot again.
 */
export function resourcesOf(handbook: Handbook, texts: ReadonlyMap<string, EntryTexts>): readonly Resource[] {
  const scope = scopeOf(handbook);
  const partOf = new Map(
    handbook.parts.flatMap((part) => part.chapters.map((id) => [id, scope.iris.part(part.id)] as const)),
  );
  return [
    bookResource(handbook, scope),
    ...[...handbook.front, ...handbook.back].map((page) => pageResource(page, scope)),
    ...handbook.chapters.flatMap((chapter, index) => {
      const place = { position: index + 1, isPartOf: partOf.get(chapter.id) ?? scope.iris.book };
      const live = chapter.entries.flatMap((entry) => {
        const said = texts.get(entry.number);
        return said ? [entryResource(entry, said, chapter.id, scope)] : [];
      });
      return [chapterResource(chapter, place, scope), ...live];
    }),
    ...topicResources(handbook, scope),
    ...glossaryResources(handbook, scope),
  ];
}

/** A chapter: where it stands (from 1), its introduction, what it is part of, and its entries in reading order. */
function chapterResource(
  chapter: Chapter,
  place: { readonly position: number; readonly isPartOf: string },
  scope: Scope,
): Resource {
  const { iris, local } = scope;
  return {
    path: `${iris.folder}chapter/${chapter.id}`,
    node: {
      '@type': 'Chapter',
      '@id': iris.chapter(chapter.id),
      ...compactObject({
        identifier: chapter.id,
        position: place.position,
        name: local.one(chapter.title),
        description: chapter.summary === undefined ? undefined : local.one(chapter.summary),
        ...(chapter.intro ? textOf(chapter.intro, scope) : {}),
        isPartOf: place.isPartOf,
        hasPart: chapter.entries
          .filter((entry) => entry.status !== 'withdrawn')
          .map((entry) => iris.entry(entry.number)),
      }),
    },
  };
}

/** A prose page before or after the entries. */
function pageResource(page: Page, scope: Scope): Resource {
  const { iris, local } = scope;
  return {
    path: `${iris.folder}page/${page.id}`,
    node: {
      '@type': 'CreativeWork',
      '@id': iris.page(page.id),
      identifier: page.id,
      name: local.one(page.title),
      inLanguage: scope.language,
      ...textOf(page, scope),
      isPartOf: iris.book,
    },
  };
}

/** What a page or the introduction of a chapter says, as text and as HTML. */
function textOf({ id, body, footnotes }: Page, { iris, local, labels, direction }: Scope) {
  const content = { answer: body, footnotes };
  return {
    text: local.one(answerText(content)),
    html: answerHtml(content, { iris, labels, direction, idPrefix: `${id}-` }),
  };
}

/** The glossary with its terms in full; nothing for a handbook without one. */
function glossaryResources(handbook: Handbook, scope: Scope): readonly Resource[] {
  if (handbook.glossary.length === 0) return [];
  const { iris, local, labels } = scope;
  const name = local.one(`${handbook.title}: ${labels.glossary}`);
  return [
    {
      path: `${iris.folder}glossary`,
      node: {
        '@type': ['DefinedTermSet', 'ConceptScheme'],
        '@id': iris.glossary,
        name,
        prefLabel: name,
        isPartOf: iris.book,
        hasDefinedTerm: handbook.glossary.map((term) => termNode(term, scope)),
      },
    },
  ];
}

function termNode(term: Term, { iris, local, live }: Scope): GraphNode {
  const definition = local.one(phrasingText(term.definition));
  return {
    '@type': ['DefinedTerm', 'Concept'],
    '@id': iris.term(term.id),
    ...compactObject({
      identifier: term.id,
      name: local.one(term.term),
      prefLabel: local.one(term.term),
      alternateName: local.all(term.also),
      altLabel: local.all(term.also),
      description: definition,
      definition,
      inDefinedTermSet: iris.glossary,
      inScheme: iris.glossary,
      subjectOf: term.entries.filter((number) => live.get(number)).map(iris.entry),
    }),
  };
}

/** The taxonomy: one concept scheme and its concepts; nothing for a handbook without topics. */
function topicResources(handbook: Handbook, scope: Scope): readonly Resource[] {
  const { topics } = handbook;
  if (topics.length === 0) return [];
  const { iris, local } = scope;
  const name = local.one(`${handbook.title}: ${scope.labels.topics}`);
  return [
    {
      path: `${iris.folder}topics`,
      node: {
        '@type': ['ConceptScheme', 'DefinedTermSet'],
        '@id': iris.topics,
        prefLabel: name,
        name,
        isPartOf: iris.book,
        ...compactObject({
          hasTopConcept: topics
            .filter((topic) => topic.broader === undefined)
            .map((topic) => iris.topic(topic.id)),
        }),
        hasDefinedTerm: topics.map((topic) => iris.topic(topic.id)),
      },
    },
    ...topics.map((topic) => topicResource(topic, scope)),
  ];
}

function topicResource(topic: Topic, { iris, local }: Scope): Resource {
  const definition = topic.description === undefined ? undefined : local.one(topic.description);
  return {
    path: `${iris.folder}topic/${topic.id}`,
    node: {
      '@type': ['Concept', 'DefinedTerm'],
      '@id': iris.topic(topic.id),
      ...compactObject({
        identifier: topic.id,
        prefLabel: local.one(topic.title),
        name: local.one(topic.title),
        definition,
        description: definition,
        broader: topic.broader === undefined ? undefined : iris.topic(topic.broader),
        inScheme: iris.topics,
        inDefinedTermSet: iris.topics,
        // The context is frozen, and has no term for these.
        [`${SKOS}exactMatch`]: topic.exactMatch?.map((iri) => ({ '@id': iri })),
        [`${SKOS}broadMatch`]: topic.broadMatch?.map((iri) => ({ '@id': iri })),
      }),
    },
  };
}

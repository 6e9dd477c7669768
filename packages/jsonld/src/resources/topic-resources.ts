import type { Handbook, Topic } from '@octavo/core';
import { compactObject } from '../localised.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './scope.ts';

const SKOS = 'http://www.w3.org/2004/02/skos/core#';

/** The taxonomy: one concept scheme and its concepts; nothing for a handbook without topics. */
export function topicResources(handbook: Handbook, scope: Scope): readonly Resource[] {
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

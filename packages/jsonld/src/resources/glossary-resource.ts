import type { Handbook, Term } from '@octavo/core';
import type { GraphNode } from '../graph/node.ts';
import { compactObject } from '../localised.ts';
import { phrasingText } from './answer-text.ts';
import type { Resource } from './resource.ts';
import type { Scope } from './scope.ts';

/** The glossary with its terms in full; nothing for a handbook without one. */
export function glossaryResources(handbook: Handbook, scope: Scope): readonly Resource[] {
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

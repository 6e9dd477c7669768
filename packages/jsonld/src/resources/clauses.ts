import { type Block, type Clause, clauseKey, isClause, toText } from '@octavo/core';
import { headingAnchor } from '@octavo/core/say';
import type { GraphNode } from '../graph/node.ts';
import { compactObject } from '../localised.ts';
import { blockForm } from './answer-form.ts';
import type { Scope } from './scope.ts';

/** The clauses of an answer, each with an IRI that leads to it on the entry's page. */
export function clauseNodes(
  blocks: readonly Block[],
  number: string,
  scope: Pick<Scope, 'iris' | 'local'>,
): readonly GraphNode[] {
  const iri = (address: string): string =>
    `${scope.iris.entry(number)}#${encodeURIComponent(headingAnchor(number, clauseKey(address)))}`;
  return clausesBelow(blocks).map((item, at): GraphNode => {
    const text = toText(blockForm(item.children));
    return {
      '@type': ['CreativeWork', 'Clause'],
      '@id': iri(item.clause),
      ...compactObject({
        position: at + 1,
        identifier: item.clause,
        name: scope.local.one(item.label),
        text: text === '' ? undefined : scope.local.one(text),
        status: item.withdrawn ? 'withdrawn' : undefined,
        isReplacedBy: item.movedTo === undefined ? undefined : iri(item.movedTo),
        hasPart: clauseNodes(item.children, number, scope),
      }),
    };
  });
}

/** The outermost clauses among blocks: an item without a label is looked through. */
function clausesBelow(blocks: readonly Block[]): readonly Clause[] {
  return blocks.flatMap((block) =>
    block.type === 'list'
      ? block.children.flatMap((item) => (isClause(item) ? [item] : clausesBelow(item.children)))
      : [],
  );
}

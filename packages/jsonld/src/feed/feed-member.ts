import type { Entry } from '@octavo/core';
import type { Revised } from '@octavo/core/ledger';
import type { GraphNode } from '../graph/node.ts';
import type { Iris } from '../iris.ts';
import { compactObject, type Local } from '../localised.ts';
import { answerText } from '../resources/answer-text.ts';
import type { Resource } from '../resources/resource.ts';

/**
 * Makes a member of the feed: what changed, when, and which version it replaces. For a Create or an Update it
 * contains the whole new state in the named graph of the member's own IRI, without blank nodes.
 */
export function feedMember(
  change: Revised,
  about: {
    readonly resource: Resource | undefined;
    readonly entry: Entry | undefined;
    readonly published: string;
    readonly iris: Iris;
    readonly local: Local;
  },
): GraphNode {
  const { resource, entry, published, iris, local } = about;
  const iri = iris.root + change.path;
  const deleted = change.kind === 'Delete';
  const note = deleted
    ? entry && answerText(entry)
    : change.kind === 'Update'
      ? entry?.change?.note
      : undefined;
  return {
    '@type': change.kind,
    '@id': `${iri}/v/${change.version}`,
    isVersionOf: iri,
    ...compactObject({
      replaces: change.previous === undefined ? undefined : `${iri}/v/${change.previous}`,
      published,
      isReplacedBy: deleted && entry?.replacedBy !== undefined ? iris.entry(entry.replacedBy) : undefined,
      significance: change.kind === 'Update' ? entry?.change?.significance : undefined,
      summary: note === undefined || note === '' ? undefined : local.one(note),
    }),
    ...(resource && !deleted ? { '@graph': [resource.node] } : {}),
  };
}

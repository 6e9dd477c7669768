import type { Contributor } from '@octavo/core';
import { dc, type MetadataElement, meta } from './metadata-element.ts';

/** MARC relators (id.loc.gov/vocabulary/relators) of the roles that handbooks name. */
const RELATORS: Readonly<Record<string, string>> = {
  author: 'aut',
  editor: 'edt',
  translator: 'trl',
  illustrator: 'ill',
  photographer: 'pht',
  compiler: 'com',
  contributor: 'ctb',
  designer: 'dsr',
  reviewer: 'rev',
  proofreader: 'pfr',
};

/** Those who made the book: authors and those without a role as creators, the others as contributors. */
export function contributorElements(contributors: readonly Contributor[]): readonly MetadataElement[] {
  return contributors.flatMap((person, position) => {
    const id = `contributor-${position + 1}`;
    const role = person.role?.toLowerCase() ?? 'author';
    const relator = RELATORS[role];
    return [
      dc(relator === 'aut' ? 'creator' : 'contributor', person.name, { id }),
      ...(relator ? [meta('role', relator, { refines: `#${id}`, scheme: 'marc:relators' })] : []),
    ];
  });
}

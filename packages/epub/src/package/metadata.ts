import { bookAddress, type Contributor, type Handbook } from '@octavo/core';
import { isStandIn } from '@octavo/core/say';
import { accessibilityElements } from './accessibility.ts';
import type { Finished } from './book-facts.ts';
import { uniqueIdentifier } from './identifier.ts';
import { instantOf, toModified } from './instant.ts';
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
function contributorElements(contributors: readonly Contributor[]): readonly MetadataElement[] {
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

/** The metadata of the package document (EPUB 3.3, 5.5), all of it from the handbook. */
export function packageMetadata(handbook: Handbook, finished: Finished): readonly MetadataElement[] {
  const { identifiers, publisher, edition, license, copyright } = handbook;
  const rights = [copyright, license?.name].filter((text) => text !== undefined).join('. ');
  return [
    dc('identifier', uniqueIdentifier(handbook), { id: 'BookId' }),
    ...(identifiers.doi ? [dc('identifier', `https://doi.org/${identifiers.doi}`)] : []),
    dc('title', handbook.title, { id: 'title' }),
    meta('title-type', 'main', { refines: '#title' }),
    ...(handbook.subtitle
      ? [
          dc('title', handbook.subtitle, { id: 'subtitle' }),
          meta('title-type', 'subtitle', { refines: '#subtitle' }),
        ]
      : []),
    dc('language', handbook.language),
    ...contributorElements(handbook.contributors),
    ...(publisher ? [dc('publisher', publisher.name)] : []),
    ...(handbook.description ? [dc('description', handbook.description)] : []),
    ...handbook.keywords.map((keyword) => dc('subject', keyword)),
    ...(rights ? [dc('rights', rights)] : []),
    ...(license?.url ? [meta('dcterms:license', license.url)] : []),
    dc('source', bookAddress(handbook)),
    ...(/^\d{4}/.test(edition.date) && !isStandIn('date', edition) ? [dc('date', edition.date)] : []),
    meta('dcterms:modified', toModified(instantOf(edition.date))),
    ...(isStandIn('version', edition) ? [] : [meta('schema:version', edition.version)]),
    ...seriesElements(handbook),
    ...accessibilityElements(handbook, finished),
    { name: 'meta', attributes: { name: 'cover', content: 'cover-image' }, text: '' },
  ];
}

/** The work that a volume belongs to (EPUB 3.3, D.3 `belongs-to-collection`); nothing for a book that is whole. */
function seriesElements(handbook: Handbook): readonly MetadataElement[] {
  if (!handbook.volume) return [];
  const position = positionInWork(handbook.volume.first, handbook.volume.last);
  return [
    meta('belongs-to-collection', handbook.volume.work ?? handbook.title, { id: 'work' }),
    meta('collection-type', 'set', { refines: '#work' }),
    meta('dcterms:identifier', handbook.iri, { refines: '#work' }),
    ...(position ? [meta('group-position', String(position), { refines: '#work' })] : []),
  ];
}

/** Returns 7 for 601 to 700: the position is known only when volumes of this size fill the work from 1. */
function positionInWork(first: string, last: string): number | undefined {
  const from = Number(first);
  const size = Number(last) - from + 1;
  const position = (from - 1) / size + 1;
  return Number.isInteger(position) ? position : undefined;
}

import { bookAddress, type Handbook } from '@octavo/core';
import { isStandIn } from '@octavo/core/say';
import { accessibilityElements } from './accessibility.ts';
import type { Finished } from './book-facts.ts';
import { contributorElements } from './contributors.ts';
import { uniqueIdentifier } from './identifier.ts';
import { instantOf, toModified } from './instant.ts';
import { dc, type MetadataElement, meta } from './metadata-element.ts';
import { seriesElements } from './series.ts';

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

import type { Handbook, Labels } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import { message } from '../message.ts';
import { pageSource } from '../pages/page-breaks.ts';
import type { Finished } from './book-facts.ts';
import { type MetadataElement, meta } from './metadata-element.ts';

/** The exact strings of EPUB Accessibility 1.1, 2.2.4, for WCAG 2.0 to 2.2. */
const CLAIM = /^EPUB Accessibility 1\.1 - WCAG 2\.[0-2] Level A{1,3}$/;

/**
 * The accessibility metadata of EPUB Accessibility 1.1: each line follows from what is in this book. A claim
 * of conformance is the publisher's, word for word.
 */
export function accessibilityElements(handbook: Handbook, finished: Finished): readonly MetadataElement[] {
  const { facts } = finished;
  const { conformsTo, certifiedBy } = handbook.settings.epub;
  const visual = facts.images.size > 0;
  return [
    meta('schema:accessMode', 'textual'),
    ...(visual ? [meta('schema:accessMode', 'visual')] : []),
    ...(facts.allImagesDescribed ? [meta('schema:accessModeSufficient', 'textual')] : []),
    ...(visual ? [meta('schema:accessModeSufficient', 'textual,visual')] : []),
    ...features(finished).map((feature) => meta('schema:accessibilityFeature', feature)),
    meta('schema:accessibilityHazard', finished.hasAnimation ? 'unknown' : 'none'),
    meta('schema:accessibilitySummary', accessibilitySummary(finished, handbook.labels)),
    ...(finished.hasPages ? [meta('pageBreakSource', pageSource(handbook))] : []),
    ...(conformsTo ? [meta('dcterms:conformsTo', conformsTo, { id: 'claim' })] : []),
    ...(conformsTo && certifiedBy ? [meta('a11y:certifiedBy', certifiedBy, { refines: '#claim' })] : []),
  ];
}

function features({ facts, hasIndex, hasPages }: Finished): readonly string[] {
  return [
    'tableOfContents',
    'readingOrder',
    'structuralNavigation',
    'displayTransformability',
    'ARIA',
    ...(hasIndex ? ['index'] : []),
    ...(facts.images.size > 0 && facts.allImagesDescribed ? ['alternativeText'] : []),
    ...(facts.math ? ['MathML', 'latex'] : []),
    ...(hasPages ? ['pageNavigation', 'pageBreakMarkers'] : []),
  ];
}

/** Reports a claim that no catalog would recognize, and a certifier without a claim. */
export function claimMessages(handbook: Handbook): readonly VFileMessage[] {
  const { conformsTo, certifiedBy } = handbook.settings.epub;
  const messages: VFileMessage[] = [];
  if (conformsTo && !CLAIM.test(conformsTo)) {
    const expected = '`EPUB Accessibility 1.1 - WCAG 2.2 Level AA` (the versions and the level may differ)';
    const reason = `\`epub.conformsTo\` is \`${conformsTo}\`; expected ${expected}`;
    messages.push(message('conforms-to', { reason }));
  }
  if (certifiedBy && !conformsTo) {
    const reason = '`epub.certifiedBy` without `epub.conformsTo` certifies nothing and is left out';
    messages.push(message('conforms-to', { reason, severity: 'warning' }));
  }
  return messages;
}

/** What a reader can expect, in a few sentences in the book's language that follow from the book. */
function accessibilitySummary({ facts, hasIndex, hasPages }: Finished, labels: Labels): string {
  const hasImages = facts.images.size > 0;
  return [
    labels.accessText,
    hasImages && facts.allImagesDescribed ? labels.accessImages : '',
    hasImages && !facts.allImagesDescribed ? labels.accessSomeImages : '',
    facts.math ? labels.accessMath : '',
    facts.tables ? labels.accessTables : '',
    hasIndex ? labels.accessIndex : '',
    hasPages ? labels.accessPages : '',
  ]
    .filter(Boolean)
    .join(' ');
}

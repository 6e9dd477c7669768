import type { Labels } from '@octavo/core';
import type { Finished } from './book-facts.ts';

/** What a reader can expect, in a few sentences in the book's language that follow from the book. */
export function accessibilitySummary({ facts, hasIndex, hasPages }: Finished, labels: Labels): string {
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

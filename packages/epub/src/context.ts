import type { CompileOptions, CrossReference, Handbook, HandbookIndex } from '@octavo/core';
import { headingAnchor } from '@octavo/core/say';
import type { BookImages } from './assets/book-images.ts';
import type { Addresses } from './book/addresses.ts';
import type { PageBreaks } from './pages/page-breaks.ts';
import type { FinishSetting } from './xhtml/finish-tree.ts';

/** What every maker of a document is given. */
export interface Context {
  readonly handbook: Handbook;
  readonly options: CompileOptions;
  readonly index: HandbookIndex;
  readonly addresses: Addresses;
  readonly images: BookImages;
  readonly pages: PageBreaks;
}

/** Where a cross-reference leads. */
export function hrefOf(context: Context): (reference: Pick<CrossReference, 'number' | 'fragment'>) => string {
  return ({ number, fragment }) => {
    const address = context.addresses.entry(number);
    return fragment === undefined
      ? address
      : `${address.replace(/#.*$/, '')}#${headingAnchor(number, fragment)}`;
  };
}

/** What `finishTree` is told of the book. */
export function finishSetting(context: Context): FinishSetting {
  return { pageLabel: context.pages.label, labels: context.handbook.labels };
}

import type { CompileOptions, CrossReference, Handbook, HandbookIndex } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { BookImages } from '../assets/book-images.ts';
import type { PageBreaks } from '../pages/page-breaks.ts';
import type { Addresses } from './addresses.ts';

/** What every maker of a document is given. `messages` is the one thing that is added to. */
export interface Context {
  readonly handbook: Handbook;
  readonly options: CompileOptions;
  readonly index: HandbookIndex;
  readonly addresses: Addresses;
  readonly images: BookImages;
  readonly pages: PageBreaks;
  readonly messages: VFileMessage[];
}

/** Where a cross-reference leads. */
export function hrefOf(context: Context): (reference: CrossReference) => string {
  return (reference) => context.addresses.entry(reference.number);
}

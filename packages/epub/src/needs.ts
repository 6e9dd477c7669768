import { type Handbook, indexHandbook, type Needs } from '@octavo/core';
import { bookImages } from './assets/book-images.ts';
import { embeddedFonts } from './assets/embedded-fonts.ts';
import { addressesOf } from './book/addresses.ts';
import { coverProblems } from './cover/cover.ts';
import { claimMessages } from './package/accessibility.ts';
import { bookFacts } from './package/book-facts.ts';
import { anchorMessages } from './report/anchor-messages.ts';
import { textMessages } from './report/text-messages.ts';

/**
 * What the EPUB needs: images and fonts that a container can hold, a cover that shops accept, an
 * accessibility claim in the words of the standard, and anchors and text that XML permits.
 */
export const needs: Needs = (handbook: Handbook, { assets = new Map() } = {}) => [
  ...bookImages(handbook, bookFacts(handbook).images, assets).messages,
  ...embeddedFonts(handbook.settings.epub.fonts, assets).messages,
  ...coverProblems(handbook, assets),
  ...claimMessages(handbook),
  ...anchorMessages(handbook),
  ...textMessages({ handbook, index: indexHandbook(handbook), addresses: addressesOf(handbook) }),
];

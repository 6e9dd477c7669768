import type { FontRequest, Handbook } from '@octavo/core';
import { cardFaces } from '../cards/cards.ts';
import { bookFaces } from './book-faces.ts';

/** The fonts that a site is to be handed: those that it carries, and those that its pictures are drawn with. */
export function fontsNeeded(handbook: Handbook): readonly FontRequest[] {
  return [...bookFaces(handbook), ...cardFaces(handbook)];
}

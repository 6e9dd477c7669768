import type { FontRequest, Handbook } from '@octavo/core';
import { scriptFaces } from '@octavo/core/draw';
import { coverText } from './cover-text.ts';

/**
 * The fonts that the drawn cover of a handbook needs beyond its own Latin, Greek and Cyrillic: none for most
 * books and for those that bring a cover. Without such a font, the cover omits the line, which is reported.
 */
export function fontsNeeded(handbook: Handbook): readonly FontRequest[] {
  return handbook.cover ? [] : scriptFaces(Object.values(coverText(handbook)).join(' '), handbook.language);
}

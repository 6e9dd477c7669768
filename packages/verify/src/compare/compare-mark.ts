import type { Handbook } from '@octavo/core';
import { soundLetters } from '../content/sound-letters.ts';
import type { Case } from './findings.ts';

/**
 * A page of a preview is marked as one. A release has no such mark: the mark is not in its vocabulary, so
 * `judgePage` would report it.
 */
export function compareMark(
  page: Case,
  { stage, labels: { preview } }: Pick<Handbook, 'stage' | 'labels'>,
  said: readonly string[],
): void {
  if (stage !== 'preview') return;
  const marked = said.some((text) => soundLetters(text).includes(soundLetters(preview)));
  const reason = `the page does not say “${preview}”, and this is a preview`;
  page.holds('documents', marked, preview, '', reason);
}

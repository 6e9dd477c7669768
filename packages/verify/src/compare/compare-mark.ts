import type { Handbook } from '@octavo/core';
import { soundLetters } from '../content/sound-letters.ts';
import type { Case } from './findings.ts';

/**
 * A page of a preview says so. (That a release does not is the vocabulary's to hold: there the words are
 * none of the handbook's.)
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

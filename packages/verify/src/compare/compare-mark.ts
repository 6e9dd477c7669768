import type { Handbook } from '@octavo/core';
import type { About, Findings } from './findings.ts';

/**
 * A page of a preview says so. (That a release does not is the vocabulary's to hold: there the words are
 * none of the handbook's.)
 */
export function compareMark(
  findings: Findings,
  about: About,
  { stage, labels: { preview } }: Pick<Handbook, 'stage' | 'labels'>,
  said: readonly string[],
): void {
  if (stage !== 'preview') return;
  const marked = said.some((text) => letters(text).includes(letters(preview)));
  const reason = `the page does not say “${preview}”, and this is a preview`;
  findings.holds('documents', about, marked, preview, '', reason);
}

function letters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

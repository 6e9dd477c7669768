import type { Place } from './source.ts';

/** Everything the importer may have to say about a source. */
export type FindingKind =
  | 'encoding'
  | 'unreadable'
  | 'source-broken'
  | 'own-handbook'
  | 'answer-missing'
  | 'number-gap'
  | 'number-repeated'
  | 'number-out-of-order'
  | 'number-restarts'
  | 'number-given'
  | 'numbers-declared'
  | 'link-broken'
  | 'link-to-chapter'
  | 'link-unsupported'
  | 'image-missing'
  | 'image-remote'
  | 'image-without-alternative'
  | 'contents-dropped'
  | 'draft'
  | 'contents-stale'
  | 'moved-into-answer'
  | 'too-large'
  | 'too-deep'
  | 'formula'
  | 'columns'
  | 'variable'
  | 'link-to-page'
  | 'front-matter'
  | 'no-question'
  | 'kind-guessed'
  | 'mended'
  | 'not-sound'
  | 'words-missing'
  | 'handbook-incomplete';

/** One thing worth saying, with its place; `note` says what to do. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning' | 'info';
  readonly place: Place;
  readonly reason: string;
  readonly note?: string | undefined;
}

/** Makes a finding: what was found, where, and what to do. */
export function finding(
  kind: FindingKind,
  severity: Finding['severity'],
  place: Place,
  reason: string,
  note?: string,
): Finding {
  return { kind, severity, place, reason, note };
}

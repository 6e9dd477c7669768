import type { Place } from './source.ts';

/** Everything the importer may have to say about a source. */
export const FINDING_KINDS = [
  'encoding',
  'unreadable',
  'source-broken',
  'answer-missing',
  'number-gap',
  'number-repeated',
  'number-out-of-order',
  'number-restarts',
  'number-given',
  'numbers-declared',
  'link-broken',
  'link-to-chapter',
  'link-unsupported',
  'image-missing',
  'image-remote',
  'image-without-alternative',
  'html-dropped',
  'template-tag',
  'contents-dropped',
  'contents-stale',
  'moved-into-answer',
  'too-large',
  'too-deep',
  'formula',
  'front-matter',
  'no-question',
  'kind-guessed',
  'mended',
  'not-sound',
  'words-missing',
  'handbook-incomplete',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing worth saying, with its place; `note` says what to do. */
export interface Finding {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning' | 'info';
  readonly place: Place;
  readonly reason: string;
  readonly note?: string;
}

import type { Handbook } from '@octavo/core';
import { titleLines } from '@octavo/core/say';

/** The words of a drawn cover. */
export interface CoverText {
  readonly title: string;
  readonly subtitle?: string;
  readonly publisher?: string;
  /** The volume's numbers, large: `601–700`. */
  readonly numerals?: string;
  readonly range?: string;
  readonly edition: string;
}

/** What a drawn cover says, all of it from the handbook. */
export function coverText(handbook: Handbook): CoverText {
  const { labels, volume } = handbook;
  const { title, subtitle, range, edition, publisher } = titleLines(handbook);
  const provisional = /^\d{4}/.test(handbook.edition.date) ? '' : labels.provisional;
  return {
    title,
    ...(subtitle ? { subtitle } : {}),
    ...(publisher ? { publisher } : {}),
    ...(volume ? { numerals: `${volume.first}–${volume.last}` } : {}),
    ...(range ? { range } : {}),
    edition: [edition, provisional].filter(Boolean).join(' · '),
  };
}

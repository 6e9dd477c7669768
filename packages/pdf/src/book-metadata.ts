import { bookAddress, type Handbook } from '@octavo/core';
import { isStandIn } from '@octavo/core/say';
import type { Metadata } from './paint/xmp.ts';
import { STANDARDS } from './standard.ts';

/** Returns what the file says of itself in its information dictionary and its XMP. */
export function metadata(handbook: Handbook): Metadata {
  return {
    title: handbook.subtitle ? `${handbook.title}: ${handbook.subtitle}` : handbook.title,
    authors:
      handbook.contributors.length > 0
        ? handbook.contributors.map((person) => person.name)
        : handbook.publisher
          ? [handbook.publisher.name]
          : [],
    subject: handbook.description?.trim(),
    keywords: handbook.keywords,
    language: handbook.language,
    publisher: handbook.publisher?.name,
    rights: handbook.copyright ?? handbook.license?.name,
    identifier: bookAddress(handbook),
    date: isStandIn('date', handbook.edition) ? undefined : editionDate(handbook.edition.date),
    standard: STANDARDS[handbook.settings.pdf.standard],
  };
}

/** Returns the moment of an edition. An edition without a date stands at the epoch. */
function editionDate(date: string): Date {
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date);
  return Number.isNaN(moment.getTime()) ? new Date(0) : moment;
}

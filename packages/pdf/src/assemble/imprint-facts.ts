import { bookAddress, type Handbook, isbnsOf, type Phrasing } from '@octavo/core';

interface Fact {
  readonly label?: string;
  readonly value: readonly Phrasing[];
}

/** What an imprint says of a book, in the order it is printed. */
export function imprintFacts(handbook: Handbook): readonly Fact[] {
  const { labels, publisher, license, identifiers, edition } = handbook;
  const text = (value: string): Phrasing => ({ type: 'text', value });
  const address = (words: string, url: string | undefined): Phrasing =>
    url ? { type: 'link', url, children: [text(words)] } : text(words);
  return [
    {
      value: [
        { type: 'strong', children: [text(handbook.title)] },
        ...(handbook.subtitle ? [text(`. ${handbook.subtitle}`)] : []),
      ],
    },
    {
      label: labels.edition,
      value: [text(`${edition.version}, ${longDate(edition.date, handbook.language)}`)],
    },
    ...handbook.contributors.map(
      (person): Fact => ({ ...(person.role ? { label: person.role } : {}), value: [text(person.name)] }),
    ),
    ...(publisher ? [{ label: labels.publisher, value: [address(publisher.name, publisher.url)] }] : []),
    ...(handbook.copyright ? [{ label: labels.copyright, value: [text(handbook.copyright)] }] : []),
    ...(license ? [{ label: labels.license, value: [address(license.name, license.url)] }] : []),
    ...isbnsOf(identifiers, 'pdf').map((isbn) => ({ label: 'ISBN', value: [text(isbn.text)] })),
    ...(identifiers.doi
      ? [{ label: 'DOI', value: [address(identifiers.doi, `https://doi.org/${identifiers.doi}`)] }]
      : []),
    { label: labels.identifier, value: [address(bookAddress(handbook), bookAddress(handbook))] },
  ];
}

/** The edition's day in words; as written when it is no date. */
export function longDate(date: string, language: string): string {
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

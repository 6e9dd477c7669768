import { bookAddress } from '../model/book-path.ts';
import type { Handbook } from '../model/handbook.ts';
import { type IsbnFormat, isbnsOf } from '../model/isbn.ts';
import { sayDate } from './dates.ts';
import type { Fact } from './fact.ts';
import { bookRange } from './ranges.ts';
import { type Say, sayAddress, words } from './sentence.ts';

export type ImprintFact = Fact<
  | 'edition'
  | 'questions'
  | 'contributors'
  | 'publisher'
  | 'copyright'
  | 'license'
  | 'isbn'
  | 'doi'
  | 'identifier'
>;

/** What stands on a cover or a title page; empty where the book has no such thing. */
export interface TitleLines {
  readonly title: string;
  readonly subtitle: string;
  readonly range: string;
  /** Those who made it, without their roles. */
  readonly byline: string;
  /** "Edition 2026.1". */
  readonly edition: string;
  readonly publisher: string;
}

/** The lines of covers and title pages, from top to bottom. */
export function titleLines(handbook: Handbook): TitleLines {
  const { title, subtitle = '', contributors, publisher } = handbook;
  return {
    title,
    subtitle,
    range: bookRange(handbook),
    byline: contributors.map(({ name }) => name).join(', '),
    edition: editionWords(handbook),
    publisher: publisher?.name ?? '',
  };
}

/** "Edition 2026.1". */
export function editionWords({ labels, edition }: Pick<Handbook, 'labels' | 'edition'>): string {
  return `${labels.edition} ${edition.version}`;
}

/** The title of the book and its subtitle, as an imprint begins. */
export function sayTitle({ title, subtitle }: Handbook): readonly Say[] {
  return [{ kind: 'title', text: title }, ...(subtitle ? [words(`. ${subtitle}`)] : [])];
}

/**
 * What an imprint or a colophon says of the book behind its title, in the order in which it is printed.
 * `own`: the format whose ISBN stands first.
 */
export function imprintFacts(handbook: Handbook, own: IsbnFormat): readonly ImprintFact[] {
  const { labels, edition, language, publisher, copyright, license, identifiers } = handbook;
  const count = handbook.chapters.reduce((total, { entries }) => total + entries.length, 0);
  const { doi } = identifiers;
  const address = bookAddress(handbook);
  const facts: readonly ImprintFact[] = [
    {
      name: 'edition',
      label: labels.edition,
      values: [[words(`${edition.version}, `), sayDate(edition.date, language)]],
    },
    {
      name: 'questions',
      label: labels.questions,
      values: count === 0 ? [] : [[words(`${count} (${bookRange(handbook)})`)]],
    },
    {
      name: 'contributors',
      label: labels.contributors,
      values: handbook.contributors.map(({ name, role }) => [words(role ? `${name} (${role})` : name)]),
    },
    { name: 'publisher', label: labels.publisher, values: named(publisher) },
    { name: 'copyright', label: labels.copyright, values: copyright ? [[words(copyright)]] : [] },
    { name: 'license', label: labels.license, values: named(license) },
    { name: 'isbn', label: 'ISBN', values: isbnsOf(identifiers, own).map(({ text }) => [words(text)]) },
    {
      name: 'doi',
      label: 'DOI',
      values: doi ? [[sayAddress(`https://doi.org/${encodeURI(doi)}`, doi)]] : [],
    },
    { name: 'identifier', label: labels.identifier, values: [[sayAddress(address)]] },
  ];
  return facts.filter(({ values }) => values.length > 0);
}

function named(thing: { readonly name: string; readonly url?: string } | undefined): ImprintFact['values'] {
  if (thing === undefined) return [];
  return [[thing.url === undefined ? words(thing.name) : sayAddress(thing.url, thing.name)]];
}

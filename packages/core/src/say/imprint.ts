import { fillLabel } from '../labels/labels-for.ts';
import { bookAddress } from '../model/book-path.ts';
import type { Handbook } from '../model/documents.generated.ts';
import { type IsbnFormat, isbnsOf } from '../model/isbn.ts';
import { editionAddress } from './addresses.ts';
import { sayDate } from './dates.ts';
import { type Fact, listed } from './fact.ts';
import { bookRange } from './ranges.ts';
import { type Say, sayAddress, sayLabel, sayName, words } from './sentence.ts';

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
  | 'state'
  | 'later'
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

/** The date of an imported book that has none: the first that a ZIP file, and so an EPUB, can hold. */
export const UNDATED = '1980-01-01';
/** The version of an imported book that has none. */
export const UNVERSIONED = '0-undated';

/** Says whether the version or the date is only a placeholder, which is never printed. */
export function isStandIn(part: 'version' | 'date', { version, date }: Handbook['edition']): boolean {
  return version === UNVERSIONED && (part === 'version' || date === UNDATED);
}

/** "Edition 2026.1"; empty where the version is a stand-in. */
export function editionWords({ labels, edition }: Pick<Handbook, 'labels' | 'edition'>): string {
  return isStandIn('version', edition) ? '' : fillLabel(labels.editionNumber, { version: edition.version });
}

/** "Edition 2026.1" and its day, a sentence each, where the book has it; `bare`: the version without its label. */
export function sayEdition(
  { labels, language, edition }: Pick<Handbook, 'labels' | 'edition' | 'language'>,
  bare = false,
): readonly (readonly Say[])[] {
  const name = sayName(edition.version);
  const named = bare ? [name] : sayLabel(labels.editionNumber, { version: name });
  const version = isStandIn('version', edition) ? [] : [named];
  return isStandIn('date', edition) ? version : [...version, [sayDate(edition.date, language)]];
}

/** The title of the book and its subtitle, as an imprint begins. */
export function sayTitle({ title, subtitle }: Handbook): readonly Say[] {
  return [{ kind: 'title', text: title }, ...(subtitle ? [words(`. ${subtitle}`)] : [])];
}

/**
 * What an imprint or a colophon says of the book behind its title, in the order in which it is printed.
 *
 * @param own the format whose ISBN stands first
 * @param stateHash the hash of the edition as data, where it is known
 */
export function imprintFacts(
  handbook: Handbook,
  own: IsbnFormat,
  stateHash?: string,
): readonly ImprintFact[] {
  const { labels, publisher, copyright, license, identifiers } = handbook;
  const count = handbook.chapters.reduce((total, { entries }) => total + entries.length, 0);
  const { doi } = identifiers;
  const address = bookAddress(handbook);
  const facts: readonly ImprintFact[] = [
    {
      name: 'edition',
      label: labels.edition,
      values: inLine(sayEdition(handbook, true)),
    },
    {
      name: 'questions',
      label: labels.questions,
      values: count === 0 ? [] : [[words(`${count} (${bookRange(handbook)})`)]],
    },
    {
      name: 'contributors',
      label: labels.contributors,
      values: handbook.contributors.map(({ name, role }) => [
        sayName(name),
        ...(role ? [words(` (${role})`)] : []),
      ]),
    },
    { name: 'publisher', label: labels.publisher, values: named(publisher) },
    { name: 'copyright', label: labels.copyright, values: copyright ? [[sayName(copyright)]] : [] },
    { name: 'license', label: labels.license, values: named(license) },
    { name: 'isbn', label: 'ISBN', values: isbnsOf(identifiers, own).map(({ text }) => [sayName(text)]) },
    {
      name: 'doi',
      label: 'DOI',
      values: doi ? [[sayAddress(`https://doi.org/${encodeURI(doi)}`, doi)]] : [],
    },
    { name: 'identifier', label: labels.identifier, values: [[sayAddress(address)]] },
    {
      name: 'state',
      label: labels.state,
      values: stateHash === undefined ? [] : [[sayName(`SHA-256 ${stateHash}`)]],
    },
    {
      name: 'later',
      label: labels.laterChanges,
      values: isStandIn('version', handbook.edition)
        ? []
        : [[sayAddress(editionAddress(handbook, 'since', handbook.edition.version))]],
    },
  ];
  return facts.filter(({ values }) => values.length > 0);
}

function inLine(values: ImprintFact['values']): ImprintFact['values'] {
  return values.length === 0 ? [] : [listed(values)];
}

function named(thing: { readonly name: string; readonly url?: string } | undefined): ImprintFact['values'] {
  if (thing === undefined) return [];
  return [[thing.url === undefined ? sayName(thing.name) : sayAddress(thing.url, thing.name)]];
}

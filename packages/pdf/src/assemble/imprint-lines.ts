import type { Handbook, Phrasing } from '@octavo/core';
import { inlineRuns, plainRuns } from '../flow/inline.ts';
import type { Session } from '../flow/session.ts';
import { ROLES } from '../fonts/catalogue.ts';
import { MUTED } from '../page/theme.ts';
import { type SetLine, setText } from '../text/set-text.ts';

/** The imprint and colophon: one group of set lines a paragraph. */
export function imprintLines(
  session: Session,
  handbook: Handbook,
  node: number,
  width: number,
): readonly (readonly SetLine[])[] {
  const { labels } = handbook;
  const style = { ...session.theme.small, color: MUTED };
  return facts(handbook)
    .map((fact) => {
      const element = session.structure.open('P', node);
      const runs = [
        ...(fact.label ? plainRuns(session, `${fact.label}\u2002`, { ...style, weight: 600 }, element) : []),
        ...inlineRuns(session, fact.value, { style, node: element, language: handbook.language }),
      ];
      const align = handbook.direction === 'rtl' ? 'right' : 'left';
      return setText(session, runs, {
        width,
        leading: style.size * 1.45,
        align,
        direction: handbook.direction,
        hyphenate: false,
      });
    })
    .concat([colophon(session, labels.colophon, node, width)]);
}

interface Fact {
  readonly label?: string;
  readonly value: readonly Phrasing[];
}

function facts(handbook: Handbook): readonly Fact[] {
  const { labels, publisher, license, identifiers, edition } = handbook;
  const text = (value: string): Phrasing => ({ type: 'text', value });
  const address = (words: string, url: string | undefined): Phrasing =>
    url ? { type: 'link', url, children: [text(words)] } : text(words);
  const isbn = identifiers.isbn?.pdf ?? identifiers.isbn?.print;
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
    ...(isbn ? [{ label: 'ISBN', value: [text(isbn)] }] : []),
    ...(identifiers.doi
      ? [{ label: 'DOI', value: [address(identifiers.doi, `https://doi.org/${identifiers.doi}`)] }]
      : []),
    { label: labels.identifier, value: [address(handbook.iri, handbook.iri)] },
  ];
}

function colophon(session: Session, label: string, node: number, width: number): readonly SetLine[] {
  const style = { ...session.theme.small, color: MUTED };
  const element = session.structure.open('P', node);
  const faces = Object.values(ROLES)
    .map((family) => family.family)
    .join(', ');
  const runs = [
    ...plainRuns(session, `${label}\u2002`, { ...style, weight: 600 }, element),
    ...plainRuns(session, `${faces}. Octavo.`, style, element),
  ];
  return setText(session, runs, {
    width,
    leading: style.size * 1.45,
    align: 'left',
    direction: session.facts.direction,
    hyphenate: false,
  });
}

/** The edition's day in words; as written when it is no date. */
export function longDate(date: string, language: string): string {
  const day = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date);
  if (Number.isNaN(day.getTime())) return date;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

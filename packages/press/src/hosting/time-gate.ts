import { type EditionList, isPlain } from '../editions/edition-list.ts';
import { digitsOf, httpDate } from '../editions/http-date.ts';
import { TIME_MAP } from '../editions/time-maps.ts';
import { atLeast } from './at-least.ts';
import { escapePattern } from './escape-pattern.ts';
import { placeLines } from './place-lines.ts';
import type { ServerTable } from './server-table.ts';

/** The tables by which a server is a TimeGate (RFC 7089 section 4.1, pattern 1.1), and says what is a Memento. */
export interface TimeGate {
  /** Each after those that it uses. */
  readonly tables: readonly ServerTable[];
  /** The address below the root that answers a request for an old state; empty for any other request. */
  readonly gate: 'gate';
  /** The same for a server that only asks whether a file is there: an address that no tree has for any other request. */
  readonly state: 'state';
  /** The values of the headers Memento-Datetime, Link and Vary; empty where there is none to send. */
  readonly memento: 'memento';
  readonly link: 'link';
  readonly vary: 'timevary';
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** What may follow the name of an entry in an address: nothing, the page, or the end of another form. */
const FORM = String.raw`(/(?:index\.html)?|\.md|\.jsonld)?$`;

/** Makes the tables for the book at an IRI. */
export function timeGate(iri: string, list: EditionList): TimeGate {
  const root = escapePattern(decodeURI(new URL(iri).pathname));
  const { editions, lineages } = list;
  const width = `${editions.length}`.length;
  const ordinal = (at: number): string => `${at}`.padStart(width, '0');
  // The last of several editions of one instant is the one in force.
  const newestFirst = editions
    .map((edition, at) => ({ ...edition, at }))
    .sort((a, b) => Date.parse(b.date) - Date.parse(a.date) || b.at - a.at);
  const oldest = newestFirst.at(-1)?.at ?? 0;
  const moved = lineages.filter((lineage) => !isPlain(lineage));
  const table = (name: string, from: string, lines: ServerTable['lines']): ServerTable => ({
    name,
    from,
    lines,
  });
  const isTimeMap = [`${escapePattern(TIME_MAP)}$`, ''] as const;
  return {
    gate: 'gate',
    state: 'state',
    memento: 'memento',
    link: 'link',
    vary: 'timevary',
    tables: [
      table(
        'asked',
        '{date}',
        MONTHS.map((month, at) => [
          String.raw`^[A-Za-z]{3}, (\d\d) ${month} (\d{4}) (\d\d):(\d\d):(\d\d) GMT$`,
          `{2}${`${at + 1}`.padStart(2, '0')}{1}{3}{4}{5}`,
        ]),
      ),
      table('then', '{asked}', [
        ...newestFirst.map(({ date, at }) => [`^${atLeast(digitsOf(date))}$`, ordinal(at)] as const),
        // Before the first edition, the first one is the nearest.
        [String.raw`^\d`, ordinal(oldest)],
      ]),
      table('thing', '{path}', [
        isTimeMap,
        [`^${root}entry/([^/]+?)${FORM}`, '{1}'],
        [`^${root}(?:index\\.html)?$`, '.'],
      ]),
      table('form', '{path}', [[String.raw`(\.md|\.jsonld)$`, '{1}']]),
      // Where the thing lies in that edition, unless its name leads to another entry.
      table('place', '{then}/{thing}/{target}', [
        ...moved.flatMap((lineage) => placeLines(lineage, editions.length, width)),
        [String.raw`^(\d+)/([^/]+)/$`, '{1}/{2}'],
      ]),
      table(
        'folder',
        '{place}',
        editions.map(({ segment }, at) => [`^${ordinal(at)}/`, `edition/${segment}/`]),
      ),
      table('rest', '{place}{form}{ending}', [
        [String.raw`^\d+/\.(?:/|\.jsonld)$`, ''],
        [String.raw`^\d+/(.+?)(\.md|\.jsonld)(?:/|\.jsonld)$`, 'entry/{1}{2}'],
        [String.raw`^\d+/(.+)$`, 'entry/{1}'],
      ]),
      table('gate', '{folder}{rest}', [['^(edition/.+)$', '{1}']]),
      // nginx asks no pattern about an empty text.
      table('state', '{gate}.', [
        [String.raw`^(.+)\.$`, '{1}'],
        [String.raw`^\.$`, 'edition/.none'],
      ]),
      table('kept', '{path}', [[`^${root}edition/([^/]+)/`, '{1}']]),
      table(
        'memento',
        '{kept}',
        editions.map(({ segment, date }) => [`=${segment}`, httpDate(date)]),
      ),
      table('link', '{path}', [isTimeMap, ...linkLines(moved, iri, root)]),
      table('timevary', '{thing}', [['.', 'Accept-Datetime']]),
    ],
  };
}

/** The Link of each thing, with its form, under every name that it had in some edition. */
function linkLines(moved: EditionList['lineages'], iri: string, root: string): ServerTable['lines'] {
  const anyEdition = `^${root}(?:edition/[^/]+/)?`;
  const original = (address: string, form = '') =>
    `<${iri}${address}${form}>; rel="original timegate", <${iri}${address || 'editions'}${TIME_MAP}>; rel="timemap"; type="application/link-format"`;
  return [
    ...moved.flatMap(({ runs }) =>
      runs
        .slice(0, -1)
        .map(({ key }): readonly [string, string] => [
          `${anyEdition}entry/${escapePattern(key)}${FORM}`,
          original(`entry/${runs.at(-1)?.key}`),
        ]),
    ),
    [`${anyEdition}entry/([^/]+)(\\.md|\\.jsonld)$`, original('entry/{1}', '{2}')],
    [`${anyEdition}entry/([^/]+)(?:/(?:index\\.html)?)?$`, original('entry/{1}')],
    [`${anyEdition}(?:index\\.html)?$`, original('')],
  ];
}

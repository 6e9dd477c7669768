import type { Entry, Handbook } from '@octavo/core';
import { atLength } from './at-length.ts';
import { ownPlace } from './book-place.ts';
import { editionFacts } from './edition-facts.ts';

/** An edition as the pages of editions must tell it. */
export interface ExpectedEdition {
  readonly version: string;
  /** What stands for it in addresses. */
  readonly segment: string;
  /** "Edition 2026.1 · January 31, 2026". */
  readonly line: string;
  readonly stateHash?: string;
  /** The sentence about its withdrawal. */
  readonly retracted?: string;
  /** "Changed: 633, 644", a line for each kind; of earlier editions. */
  readonly changes: readonly string[];
}

/** A change as changes.json lists it. */
export interface ListedChange {
  readonly subject: string;
  readonly kind: string;
  readonly number?: string;
  readonly id?: string;
  readonly title?: string;
}

/** What stands for a version in addresses. */
export function segmentOf(version: string): string {
  return version.replace(/[^\w.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'edition';
}

/** Where readers of this edition find what has changed since; none where the book has no version. */
export function sinceAddress(handbook: Handbook): string | undefined {
  const { version } = editionFacts(handbook.edition);
  const place = version === undefined ? undefined : ownPlace(handbook, `since/${segmentOf(version)}/`);
  return place && handbook.iri + place;
}

type Label = keyof Handbook['labels'];

/** All editions, the newest first; none where the book has no version. */
export function expectedEditions(
  handbook: Handbook,
  stateHash: string | undefined,
): readonly ExpectedEdition[] {
  const { edition, editions = [], labels, language } = handbook;
  const { version, date } = editionFacts(edition);
  if (version === undefined) return [];
  const lineOf = (name: string, day: string | undefined): string =>
    [labels.editionNumber.replace('{version}', name), ...(day ? [atLength(day, language)] : [])].join(' · ');
  const earlier = editions.map((one): ExpectedEdition => {
    const { retracted } = one;
    const sentence =
      retracted &&
      `${labels.editionWithdrawn.replace('{reason}', retracted.reason)} (${atLength(retracted.date, language)})`;
    return {
      version: one.version,
      segment: segmentOf(one.version),
      line: lineOf(one.version, one.date),
      stateHash: one.stateHash,
      ...(sentence === undefined ? {} : { retracted: sentence }),
      changes: one.changes.map(({ kind, entries }) => `${labels[kind]}: ${entries.join(', ')}`),
    };
  });
  const own = {
    version,
    segment: segmentOf(version),
    line: lineOf(version, date),
    ...(stateHash === undefined ? {} : { stateHash }),
    changes: [],
  };
  return [own, ...earlier.reverse()];
}

/** What a page of later changes must list: a line for each heading with its count, and the numbers under it. */
export function expectedSince(
  handbook: Handbook,
  version: string,
  own: readonly ListedChange[],
): readonly string[] {
  const { editions = [], edition, labels } = handbook;
  const at = editions.findIndex((one) => one.version === version);
  if (at < 0) return [];
  const later = editions.slice(at + 1);
  const versions = [...later.map((one) => one.version), edition.version];
  const entries = handbook.chapters.flatMap((chapter) => chapter.entries);
  const kinds: readonly Label[] =
    'added restored changed moved renumbered deprecated withdrawn corrections'.split(' ') as Label[];
  const lines = kinds.flatMap((kind) => {
    const numbers = entries.filter((one) => becameOf(one, versions) === kind).map(({ number }) => number);
    return numbers.length === 0 ? [] : [`${labels[kind]} (${numbers.length})`, ...numbers];
  });
  const told = [
    ...later.flatMap(({ changes }) =>
      changes.flatMap(({ kind, entries: numbers }) => numbers.map((number) => ({ kind: `${kind}`, number }))),
    ),
    ...own.flatMap(({ kind, number, subject }) =>
      number === undefined || subject !== 'entry' ? [] : [{ kind, number }],
    ),
  ];
  const here = new Set(entries.map(({ number }) => number));
  const came = new Set(
    told.filter(({ kind }) => /^(added|inserted|renumbered)$/.test(kind)).map(({ number }) => number),
  );
  const gone = [
    ...new Set(told.filter(({ kind }) => kind === 'withdrawn').map(({ number }) => number)),
  ].filter((number) => !here.has(number) && !came.has(number));
  return [...lines, ...(gone.length === 0 ? [] : [`${labels.deleted} (${gone.length})`, ...gone])];
}

/** What became of an entry in some editions, on the whole. */
function becameOf({ history, status }: Entry, versions: readonly string[]): Label | undefined {
  const events = history?.events ?? [];
  const later = events.filter((one) => versions.includes(one.version));
  const kinds = new Set(later.map(({ kind }) => kind));
  if (kinds.size === 0) return undefined;
  if (status === 'withdrawn' && kinds.has('withdrawn')) return 'withdrawn';
  if (versions.includes(events[0]?.version ?? '')) return 'added';
  const state = later.map(({ kind }) => kind).filter((kind) => kind === 'deprecated' || kind === 'restored');
  if (state.length > 0) return state.at(-1);
  if (later.every((one) => one.significance === 'editorial' && /^(changed|moved)$/.test(one.kind)))
    return 'corrections';
  const [only] = kinds;
  return kinds.size === 1 && (only === 'moved' || only === 'renumbered') ? only : 'changed';
}

/** The titles, pages, terms and topics that changed since an edition, each once; `deleted` ones that came in between are none. */
export function expectedItems(
  handbook: Handbook,
  version: string,
  own: readonly ListedChange[],
): readonly string[] {
  const { editions = [], labels } = handbook;
  const at = editions.findIndex((one) => one.version === version);
  if (at < 0) return [];
  const items = [...editions.slice(at + 1).flatMap((one): readonly ListedChange[] => one.items), ...own];
  const became = new Map<string, readonly [title: string, kind: string]>();
  for (const { subject, id = '', title = '', kind } of items) {
    if (subject === 'entry') continue;
    const key = subject === 'book' ? subject : `${subject} ${id}`;
    const isNew = became.get(key)?.[1] === 'added';
    if (isNew && kind === 'deleted') became.delete(key);
    else became.set(key, [title, isNew ? 'added' : kind]);
  }
  return [...became.values()].map(([title, kind]) => `${title} (${labels[kind as Label]})`);
}

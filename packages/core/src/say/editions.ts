import { fillLabel } from '../labels/labels-for.ts';
import type { Change } from '../model/change.ts';
import type {
  BesideEdition,
  EarlierEdition,
  EditionItem,
  Entry,
  Handbook,
  HistoryEvent,
} from '../model/documents.generated.ts';
import type { Labels } from '../model/labels.generated.ts';
import { labelOf } from './changes.ts';
import { sayDate } from './dates.ts';
import { sayEdition } from './imprint.ts';
import { type Say, words } from './sentence.ts';

type Book = Pick<Handbook, 'labels' | 'language' | 'edition' | 'editions' | 'chapters'>;

/** An edition of the list of all editions, in the form in which it is read. */
export interface SaidEdition {
  readonly version: string;
  /** "Edition 2026.1" and its day, a fact each. */
  readonly facts: readonly (readonly Say[])[];
  /** "The publisher has withdrawn this edition: …" and the day, where the publisher has done so. */
  readonly retracted?: readonly Say[];
  /** The record of an earlier edition; absent for the edition that the book is. */
  readonly earlier?: EarlierEdition;
}

/** Says which editions there are: this one first, then the earlier ones from the newest on. */
export function sayEditions(book: Book): readonly SaidEdition[] {
  const { labels, language, edition, editions = [] } = book;
  const earlier = editions.map((one): SaidEdition => {
    const { version, date, retracted } = one;
    const reason = retracted && fillLabel(labels.editionWithdrawn, { reason: retracted.reason });
    return {
      version,
      facts: sayEdition({ labels, language, edition: { version, date } }),
      ...(retracted
        ? { retracted: [words(`${reason} (`), sayDate(retracted.date, language), words(')')] }
        : {}),
      earlier: one,
    };
  });
  return [{ version: edition.version, facts: sayEdition(book) }, ...earlier.reverse()];
}

/** What has changed between an earlier edition and the book, without the words. */
export interface ChangedSince {
  /** Entries of the book under what became of them, in reading order. */
  readonly groups: readonly { readonly label: string; readonly entries: readonly Entry[] }[];
  /** The numbers of entries that the earlier edition had and the book has no more. */
  readonly gone: readonly string[];
  /** Titles, prose pages, terms and topics: what the thing is, its title, and what became of it. */
  readonly items: readonly { readonly label: string; readonly title: string; readonly word: string }[];
}

/** What may have become of an entry, in the order in which it is told. */
const KINDS = [
  'added',
  'restored',
  'changed',
  'moved',
  'renumbered',
  'deprecated',
  'withdrawn',
  'corrections',
] as const satisfies readonly (keyof Labels)[];

/**
 * Says what has changed since an edition; nothing since the edition that the book is.
 *
 * @param changes those of this edition since the last release
 */
export function changedSince(version: string, book: Book, changes: readonly Change[]): ChangedSince {
  const { labels, editions = [] } = book;
  const at = editions.findIndex((one) => one.version === version);
  const beside = editions[at]?.beside;
  if (beside) return changedBeside(beside, book);
  const later = at < 0 ? [] : editions.slice(at + 1).filter((one) => !one.beside);
  const versions = new Set([...later.map((one) => one.version), ...(at < 0 ? [] : [book.edition.version])]);
  const entries = book.chapters.flatMap((chapter) => chapter.entries);
  const kinds = new Map(entries.map((entry) => [entry, kindSince(entry, versions)]));
  const groups = KINDS.map((kind) => ({
    label: labels[kind],
    entries: entries.filter((entry) => kinds.get(entry) === kind),
  }));
  const own = at < 0 ? [] : changes;
  return {
    groups: groups.filter((group) => group.entries.length > 0),
    gone: goneSince(later, own, new Set(entries.map(({ number }) => number))),
    items: itemsSince([
      ...later.flatMap(({ items }) => items),
      ...own.flatMap((change) => (change.subject === 'entry' ? [] : [change as EditionItem])),
    ]).map((item) => saidItem(item, labels)),
  };
}

/** What is otherwise than in an edition that the book does not continue: the comparison of the two. */
function changedBeside({ changes, items }: BesideEdition, { labels, chapters }: Book): ChangedSince {
  const entries = chapters.flatMap((chapter) => chapter.entries);
  const numbers = (...kinds: readonly string[]): ReadonlySet<string> =>
    new Set(changes.flatMap((one) => (kinds.includes(one.kind) ? one.entries : [])));
  const present = new Set(entries.map(({ number }) => number));
  const groups = KINDS.map((kind) => {
    const own = kind === 'added' ? numbers('added', 'inserted') : numbers(kind);
    return { label: labels[kind], entries: entries.filter(({ number }) => own.has(number)) };
  });
  return {
    groups: groups.filter((group) => group.entries.length > 0),
    gone: [...numbers('withdrawn')].filter((number) => !present.has(number)),
    items: items.map((item) => saidItem(item, labels)),
  };
}

function saidItem({ subject, title, kind }: EditionItem, labels: Labels): ChangedSince['items'][number] {
  return { label: labelOf(subject, labels), title, word: labels[kind] };
}

function kindSince(
  { history, status }: Entry,
  versions: ReadonlySet<string>,
): (typeof KINDS)[number] | undefined {
  const events = (history?.events ?? []).filter(({ beside }) => !beside);
  const later = events.filter((event) => versions.has(event.version));
  const last = later.at(-1);
  if (!last) return undefined;
  if (status === 'withdrawn' && later.some(({ kind }) => kind === 'withdrawn')) return 'withdrawn';
  if (later[0] === events[0]) return 'added';
  const state = later.findLast(({ kind }) => kind === 'deprecated' || kind === 'restored');
  if (state) return state.kind as 'deprecated' | 'restored';
  const isCorrection = ({ kind, significance }: HistoryEvent): boolean =>
    significance === 'editorial' && (kind === 'changed' || kind === 'moved');
  if (later.every(isCorrection)) return 'corrections';
  const isOnly = (kind: HistoryEvent['kind']): boolean => later.every((event) => event.kind === kind);
  if (isOnly('moved')) return 'moved';
  return isOnly('renumbered') ? 'renumbered' : 'changed';
}

function goneSince(
  later: readonly EarlierEdition[],
  changes: readonly Change[],
  present: ReadonlySet<string>,
): readonly string[] {
  const of = (...kinds: readonly string[]): readonly string[] =>
    later.flatMap((one) => one.changes.flatMap(({ kind, entries }) => (kinds.includes(kind) ? entries : [])));
  const isNew = new Set(of('added', 'inserted', 'renumbered'));
  const own = changes.flatMap(({ number, kind }) =>
    number !== undefined && kind === 'withdrawn' ? [number] : [],
  );
  return [...new Set([...of('withdrawn'), ...own])].filter(
    (number) => !present.has(number) && !isNew.has(number),
  );
}

/** Each thing once, with what became of it on the whole. */
function itemsSince(items: readonly EditionItem[]): readonly EditionItem[] {
  const all = new Map<string, EditionItem>();
  for (const item of items) {
    const key = item.subject === 'book' ? 'book' : `${item.subject}/${item.id}`;
    const was = all.get(key);
    if (was?.kind === 'added' && item.kind === 'deleted') all.delete(key);
    else all.set(key, was?.kind === 'added' ? { ...item, kind: 'added' } : item);
  }
  return [...all.values()];
}

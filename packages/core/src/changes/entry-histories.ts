import type { EditionText, EntryChange, EntryText } from '../model/change.ts';
import type { EarlierEdition, EntryHistory, Erratum, HistoryEvent } from '../model/documents.generated.ts';
import { groupBy } from '../model/group-by.ts';
import { instant } from '../model/instant.ts';
import { numberKey } from '../numbers/number-key.ts';
import { differences, predecessors, presentChanges, saysTheSame, titlesOf } from './compare-editions.ts';
import { compareItems } from './compare-items.ts';
import { broughtForward, erratumOf, isCorrection } from './errata.ts';
import { inContext } from './in-context.ts';
import { quotedWords } from './told-words.ts';

/** So many events of an entry are told: the first one, and the last ones. */
export const MOST_EVENTS = 12;

/** An event, the edition that it belongs to, and what the entry said in that edition. */
export interface Told {
  readonly event: HistoryEvent;
  readonly edition: EditionText;
  readonly entry: EntryText;
}

/** The histories of the entries of an edition, in a form that the next edition can be added to. */
export interface Histories {
  /** By the numbers of the last edition. */
  readonly told: ReadonlyMap<string, readonly Told[]>;
  /** The entries that an edition no longer has: their last numbers, their histories, and that edition. */
  readonly gone: readonly {
    readonly number: string;
    readonly told: readonly Told[];
    readonly by: EditionText;
  }[];
  /** What each edition did, oldest first. */
  readonly steps: readonly (Pick<EarlierEdition, 'changes' | 'items'> & { readonly edition: EditionText })[];
  readonly last: EditionText | undefined;
  /** The corrigenda of all editions, those of the newest one first. */
  readonly errata: readonly Erratum[];
}

export const NO_HISTORIES: Histories = { told: new Map(), gone: [], steps: [], last: undefined, errata: [] };

/**
 * Adds what an edition did to its entries, which is what the list of changes says of it. An entry that was
 * renumbered keeps its history.
 */
export function addEdition({ told, gone, steps, last, errata }: Histories, edition: EditionText): Histories {
  const before: EditionText = last ?? { version: '', date: '', items: [], entries: [], redirects: [] };
  const old = predecessors(before, edition);
  const present = new Map(
    presentChanges(before, edition, old).map(({ change }) => [change.number, change] as const),
  );
  const corrected: Erratum[] = [];
  const next = edition.entries.map((entry): readonly [string, readonly Told[]] => {
    const was = old.get(entry.number);
    // What an edition was silent about goes on where it was.
    const back = was ? undefined : gone.find(({ number }) => number === entry.number);
    const events = (was ? told.get(was.number) : back?.told) ?? [];
    const change = present.get(entry.number);
    if (last && was && change && isCorrection(change, entry, was))
      corrected.push(erratumOf({ change, entry, was, states: events }, last, edition));
    const event = eventOf(edition, was, entry, change);
    return [entry.number, event ? [...events, { event, edition, entry }] : events];
  });
  const lives = new Set([...old.values()].map(({ number }) => number));
  const lost = [...told].filter(([number]) => !lives.has(number));
  const did = next.flatMap(([, events]) => events.filter((one) => one.edition === edition));
  const kinds = groupBy(
    [
      ...did.map(({ event, entry }) => [event.kind, entry.number] as const),
      ...lost.map(([number]) => ['withdrawn', number] as const),
    ],
    ([kind]) => kind,
  );
  const changes = [...kinds].map(([kind, all]) => ({ kind, entries: all.map(([, number]) => number) }));
  const items = compareItems(before.items, edition.items);
  const step = {
    edition,
    changes: last ? changes : [],
    items: last ? items.map(({ subject, id, title, kind }) => ({ subject, id, title, kind })) : [],
  };
  return {
    told: new Map(next),
    gone: [
      ...gone.filter(({ number }) => !present.has(number)),
      ...lost.map(([number, events]) => ({ number, told: events, by: edition })),
    ],
    steps: [...steps, step as Histories['steps'][number]],
    last: edition,
    errata: [...corrected, ...broughtForward(errata, edition, old)],
  };
}

/**
 * The history of each entry of the last edition, by its number: what each edition did to it, and the words in
 * which that edition differs from the last one. Of a long history the first event and the last ones are told.
 *
 * @param sorted puts what was told of an entry in order, with what editions on other lines did to it
 */
export function entryHistories(
  { told, last }: Histories,
  sorted: (number: string, told: readonly Told[]) => readonly Told[] = (_, own) => own,
): ReadonlyMap<string, EntryHistory> {
  if (!last) return new Map();
  const titles = new Map<EditionText, ReturnType<typeof titlesOf>>();
  const titlesSince = (edition: EditionText): ReturnType<typeof titlesOf> => {
    const known = titles.get(edition) ?? titlesOf(edition, last);
    titles.set(edition, known);
    return known;
  };
  const now = new Map(last.entries.map((entry) => [entry.number, entry]));
  return new Map(
    [...told].map(([number, own]): readonly [string, EntryHistory] => {
      const all = sorted(number, own);
      const kept = all.length > MOST_EVENTS ? [...all.slice(0, 1), ...all.slice(1 - MOST_EVENTS)] : all;
      const events = kept.map(({ event, edition, entry }): HistoryEvent => {
        const present = now.get(number);
        const words = quotedWords(entry.words, present?.words, event.beside);
        const quoted = words ? { ...event, words } : event;
        // The body of a withdrawn entry says why, and is no other form of the answer.
        if (!present || present.status === 'withdrawn' || entry.status === 'withdrawn') return quoted;
        const since = inContext(differences(entry, present, titlesSince(edition)));
        return since.length === 0
          ? quoted
          : { ...quoted, since: since as NonNullable<HistoryEvent['since']> };
      });
      const omitted = all.length - kept.length;
      return [number, { events, ...(omitted === 0 ? {} : { omitted }) }];
    }),
  );
}

function eventOf(
  { version, date }: EditionText,
  was: EntryText | undefined,
  entry: EntryText,
  change: EntryChange | undefined,
): HistoryEvent | undefined {
  const renumbered =
    was && numberKey(was.number) !== numberKey(entry.number)
      ? { from: was.number, to: entry.number }
      : undefined;
  if (!change && !renumbered) return undefined;
  const { kind = 'renumbered', note, movedFrom, replacedBy } = change ?? {};
  const types = [was, entry].map((one) => one?.facts?.type?.[0] ?? '');
  const [from = '', to = ''] = types;
  return {
    version,
    date: instant(date),
    kind,
    significance: change?.significance ?? 'minor',
    ...(note === undefined ? {} : { note }),
    ...(movedFrom === undefined ? {} : { movedFrom }),
    ...(renumbered ? { renumbered } : {}),
    ...(was && from !== to ? { retyped: { from, to } } : {}),
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(entry.approvedBy === undefined ? {} : { approvedBy: entry.approvedBy }),
    ...(kind === 'changed' && was && saysTheSame(was, entry) ? { formOnly: true } : {}),
  };
}

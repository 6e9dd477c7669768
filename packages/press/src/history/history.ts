import type {
  CompileOptions,
  EditionText,
  Handbook,
  Ledger,
  LedgerNotice,
  LedgerRelease,
} from '@octavo/core';
import { compareEditions, editionText, isRelease, knownBefore, linesOf } from '@octavo/core/ledger';
import type { VFile } from 'vfile';
import { readLedger } from './read-ledger.ts';
import type { KeptWords } from './read-words.ts';
import { releasedEdition } from './released-edition.ts';

/** Everything that was released: the ledger's records, what became of them, and the words that belong to them. */
export interface History {
  readonly ledger: Ledger;
  readonly notices: readonly LedgerNotice[];
  readonly words: KeptWords;
}

export const NO_HISTORY: History = { ledger: [], notices: [], words: { lines: new Map(), items: new Map() } };

/**
 * Reads the history of a handbook from its `releases/` folder. Returns undefined, with messages on the files,
 * when it is damaged.
 */
export async function readHistory(files: readonly VFile[]): Promise<History | undefined> {
  const chain = await readLedger(files);
  if (!chain) return undefined;
  const { ledger, notices } = chain;
  if (ledger.length === 0) return NO_HISTORY;
  const { readWords } = await import('./read-words.ts');
  const words = readWords(files, ledger);
  return words && { ledger, notices, words };
}

/**
 * The history that an edition was released with; with its own record, where `own` says so. All of it for an
 * edition that is not released, and for one that another has followed.
 */
export function historyOf(
  { version }: Pick<Handbook['edition'], 'version'>,
  history: History,
  { own }: { readonly own: boolean },
): History {
  const { ledger } = history;
  const record = ledger.find((release) => release.version === version);
  if (!record || ledger.some(({ previous }) => previous?.version === version)) return history;
  return historyAsOf(record, history, { own });
}

/** What a release knew when it was made, whatever came after; with its own record, where `own` says so. */
export function historyAsOf(
  record: LedgerRelease,
  history: History,
  { own }: { readonly own: boolean },
): History {
  const all = [...history.ledger, ...history.notices];
  const known = knownBefore(record, all, all);
  if (own && known.length + 1 === all.length) return history;
  return {
    ...history,
    ledger: [...known.filter(isRelease), ...(own ? [record] : [])],
    notices: history.notices.filter((notice) => known.includes(notice)),
  };
}

/** The releases that an edition follows, oldest first. */
export function releasesBefore(edition: Handbook['edition'], ledger: Ledger): Ledger {
  return linesOf(edition, ledger).line.filter(({ version }) => version !== edition.version);
}

/**
 * Compares the handbook's edition with the release before it, or with the one that is given; there are no changes
 * before a first release.
 */
export function changesSince(
  handbook: Handbook,
  { ledger, words }: History,
  previous: LedgerRelease | undefined = releasesBefore(handbook.edition, ledger).at(-1),
): Required<Pick<CompileOptions, 'changes' | 'changesSince'>> | undefined {
  if (!previous) return undefined;
  const before: EditionText = releasedEdition(previous, words);
  const { version, date } = previous;
  return { changes: compareEditions(before, editionText(handbook)), changesSince: { version, date } };
}

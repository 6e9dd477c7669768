import type { CompileOptions, EditionText, Handbook, Ledger, LedgerRelease } from '@octavo/core';
import { compareEditions, editionText } from '@octavo/core/ledger';
import type { VFile } from 'vfile';
import { readLedger } from './read-ledger.ts';
import type { KeptWords } from './read-words.ts';
import { releaseBefore, releasedEdition } from './released-edition.ts';

/** Everything that was released: the ledger's records and the words that belong to them. */
export interface History {
  readonly ledger: Ledger;
  readonly words: KeptWords;
}

/**
 * Reads the history of a handbook from its `releases/` folder. Returns undefined, with messages on the files,
 * when it is damaged.
 */
export async function readHistory(files: readonly VFile[]): Promise<History | undefined> {
  const ledger = await readLedger(files);
  if (!ledger) return undefined;
  if (ledger.length === 0) return { ledger, words: { lines: new Map(), items: new Map() } };
  const { readWords } = await import('./read-words.ts');
  const words = readWords(files, ledger);
  return words && { ledger, words };
}

/**
 * Compares the handbook's edition with the release before it, or with the one that is given; there are no changes
 * before a first release.
 */
export function changesSince(
  handbook: Handbook,
  { ledger, words }: History,
  previous: LedgerRelease | undefined = releaseBefore(handbook.edition, ledger),
): Required<Pick<CompileOptions, 'changes' | 'changesSince'>> | undefined {
  if (!previous) return undefined;
  const before: EditionText = releasedEdition(previous, words);
  const { version, date } = previous;
  return { changes: compareEditions(before, editionText(handbook)), changesSince: { version, date } };
}

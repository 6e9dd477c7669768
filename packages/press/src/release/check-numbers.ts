import type { Handbook, LedgerEntry, SourceMap } from '@octavo/core';
import { checkClauses, checkPromises, checkQuestions } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import type { History } from '../history/history.ts';
import { wordsKey } from '../history/text-file.ts';

/**
 * Numbers for life: no number of the last release is lost, and every number still means the question that it
 * meant, and every clause what it said.
 */
export function checkNumbers(
  handbook: Handbook,
  { ledger, words }: History,
  places: SourceMap,
): readonly VFileMessage[] {
  const kept = (entry: LedgerEntry) => {
    const line = words.lines.get(wordsKey(entry));
    return line && 'question' in line ? line : undefined;
  };
  return [
    ...checkPromises(handbook, ledger, places),
    ...checkQuestions(handbook, ledger, kept),
    ...checkClauses(handbook, ledger, kept),
  ];
}

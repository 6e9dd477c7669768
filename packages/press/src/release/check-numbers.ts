import type { Handbook, SourceMap } from '@octavo/core';
import { checkPromises, checkQuestions } from '@octavo/core/ledger';
import type { VFileMessage } from 'vfile-message';
import type { History } from '../history/history.ts';
import { wordsKey } from '../history/text-file.ts';

/**
 * Numbers for life: no number of the last release is lost, and every number still means the question that it
 * meant.
 */
export function checkNumbers(
  handbook: Handbook,
  { ledger, words }: History,
  places: SourceMap,
): readonly VFileMessage[] {
  return [
    ...checkPromises(handbook, ledger, places),
    ...checkQuestions(handbook, ledger, (entry) => {
      const line = words.lines.get(wordsKey(entry));
      return line && 'question' in line ? line : undefined;
    }),
  ];
}

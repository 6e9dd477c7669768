import type { Handbook } from '@octavo/core';
import { checkPromises, checkQuestions } from '@octavo/core/ledger';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { History } from '../history/history.ts';
import { wordsKey } from '../history/text-file.ts';

/** Numbers for life: nothing of the last release is lost, and every number means the question that it meant. */
export function checkNumbers(
  handbook: Handbook,
  { ledger, words }: History,
  files: readonly VFile[],
): readonly VFileMessage[] {
  return [
    ...checkPromises(handbook, ledger, (path, number) => placeIn(files, path, number)),
    ...checkQuestions(handbook, ledger, (entry) => {
      const line = words.lines.get(wordsKey(entry));
      return line && 'question' in line ? line : undefined;
    }),
  ];
}

/** Where a record lists a number. */
function placeIn(files: readonly VFile[], path: string, number: string) {
  const file = files.find((item) => item.path === path);
  if (!file) return undefined;
  const text = typeof file.value === 'string' ? file.value : new TextDecoder().decode(file.value);
  const lines = text.split('\n');
  const line = lines.findIndex((words) => words.includes(`"number": "${number}"`));
  if (line < 0) return undefined;
  return { line: line + 1, column: (lines[line]?.indexOf('"number"') ?? 0) + 1 };
}

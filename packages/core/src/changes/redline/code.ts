import { diffArrays } from 'diff';
import type { Code } from '../../model/answer.ts';
import { MOST_EDITS } from '../align.ts';

/** Returns code with its edits, line by line; undefined where no line is in both. */
export function redlineCode(before: Code, after: Code): Code | undefined {
  if (before.value === after.value) return after;
  const found = diffArrays(before.value.split('\n'), after.value.split('\n'), { maxEditLength: MOST_EDITS });
  // Lines before those that both have end with a line feed, and lines behind them begin with one, so that each edit
  // stands on lines of its own, also where the code ends.
  const kept = found?.findLastIndex(({ added, removed }) => !added && !removed) ?? -1;
  if (!found || kept < 0) return undefined;
  const edits = found.map(({ value, added, removed }, at) => ({
    kind: added ? ('inserted' as const) : removed ? ('deleted' as const) : ('same' as const),
    text:
      at === kept ? value.join('\n') : value.map((line) => (at < kept ? `${line}\n` : `\n${line}`)).join(''),
  }));
  return { ...after, edits: edits.filter(({ text }) => text !== '') };
}

import { diffArrays } from 'diff';
import type { Code } from '../../model/answer.ts';
import { MOST_EDITS } from '../align.ts';

/** Returns code with its edits, line by line. */
export function redlineCode(before: Code, after: Code): Code {
  if (before.value === after.value) return after;
  const found = diffArrays(linesOf(before.value), linesOf(after.value), { maxEditLength: MOST_EDITS }) ?? [
    { value: [before.value], removed: true, added: false },
    { value: [after.value], removed: false, added: true },
  ];
  const edits = found.map(({ value, added, removed }) => ({
    kind: added ? ('inserted' as const) : removed ? ('deleted' as const) : ('same' as const),
    text: value.join(''),
  }));
  return { ...after, edits: edits.filter(({ text }) => text !== '') };
}

/** The lines of a text, each with its end. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

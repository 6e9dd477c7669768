import type { Passage, Segment } from '../model/change.ts';
import { align, type Pair } from './align.ts';
import { editScript } from './edit-script.ts';
import { likeness } from './same-question.ts';
import { saysSomething, tokens } from './tokens.ts';

/** Returns the lines in which two texts differ, word by word; none when they are equal. */
export function compareWords(part: Passage['part'], before: string, after: string): readonly Passage[] {
  if (before === after) return [];
  return compareLines(before, after)
    .filter((segments) => segments.some(({ kind, text }) => kind !== 'same' && text.trim() !== ''))
    .map((segments) => ({ part, segments }));
}

/** Returns all lines of two texts, each with what was deleted from it and inserted in it. */
export function compareLines(before: string, after: string): readonly (readonly Segment[])[] {
  return align(before.split('\n'), after.split('\n'), { keyOf: (line) => line, likeness }).map((pair) =>
    segmentsOf(pair).filter(({ text }) => text !== ''),
  );
}

function segmentsOf({ before = '', after = '' }: Pair<string>): readonly Segment[] {
  if (before === after) return [{ kind: 'same', text: after }];
  return editScript(tokens(before), tokens(after), (token) => token, saysSomething).map((edit) => ({
    kind: edit.kind,
    text: (edit.kind === 'deleted' ? edit.before : edit.after).join(''),
  }));
}

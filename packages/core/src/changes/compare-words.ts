import { diffArrays } from 'diff';
import type { Passage, Segment } from '../model/change.ts';
import { type LinePair, pairLines } from './pair-lines.ts';
import { saysSomething, tokens } from './tokens.ts';

/**
 * Beyond this many edits, two texts have nothing in common worth showing, and the time grows with the square.
 */
const MOST_EDITS = 4000;

/** Returns the lines in which two texts differ, word by word; none when they are equal. */
export function compareWords(part: Passage['part'], before: string, after: string): readonly Passage[] {
  if (before === after) return [];
  return changedLines(before.split('\n'), after.split('\n'))
    .map((pair) => joined(edits(pair)).filter(({ text }) => text !== ''))
    .filter((segments) => segments.some(({ kind, text }) => kind !== 'same' && text.trim() !== ''))
    .map((segments) => ({ part, segments }));
}

/** Returns the lines that are not in both texts, each paired with the line that it became. */
function changedLines(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  const found = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (!found) return pairLines(before, after);
  const pairs: LinePair[] = [];
  let removed: readonly string[] = [];
  let added: readonly string[] = [];
  for (const { value, added: isNew, removed: isOld } of [
    ...found,
    { value: [], added: false, removed: false },
  ]) {
    if (isNew) added = value;
    else if (isOld) removed = value;
    else {
      pairs.push(...pairLines(removed, added));
      removed = [];
      added = [];
    }
  }
  return pairs;
}

function edits({ before = '', after = '' }: LinePair): readonly Segment[] {
  const found = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_EDITS });
  if (!found)
    return [
      { kind: 'deleted', text: before },
      { kind: 'inserted', text: after },
    ];
  return found.map(({ value, added, removed }) => ({
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value.join(''),
  }));
}

/**
 * Makes edits readable: deleted words come before inserted ones, and no lone space or comma stays between two
 * edits.
 */
function joined(segments: readonly Segment[]): readonly Segment[] {
  const result: Segment[] = [];
  let deleted = '';
  let inserted = '';
  const settle = (): void => {
    if (deleted !== '') result.push({ kind: 'deleted', text: deleted });
    if (inserted !== '') result.push({ kind: 'inserted', text: inserted });
    deleted = '';
    inserted = '';
  };
  for (const [index, { kind, text }] of segments.entries()) {
    if (kind === 'deleted') deleted += text;
    else if (kind === 'inserted') inserted += text;
    else if (
      isBridge(text) &&
      index > 0 &&
      index < segments.length - 1 &&
      deleted !== '' &&
      inserted !== ''
    ) {
      deleted += text;
      inserted += text;
    } else {
      settle();
      result.push({ kind, text });
    }
  }
  settle();
  return result;
}

function isBridge(text: string): boolean {
  return !saysSomething(text);
}

import { diffArrays } from 'diff';
import type { Passage, Segment } from '../model/change.ts';
import { likeness } from './same-question.ts';
import { saysSomething, tokens } from './tokens.ts';

/** Beyond this many pairs, lines are paired in order. */
const MOST_PAIRS = 10_000;
/** Lines that share less than this are two different lines. */
const ALIKE = 0.35;

/** A line of the old text, of the new one, or of both. */
interface LinePair {
  readonly before?: string;
  readonly after?: string;
}

/**
 * Decides which lines of two differing runs are one line reworded: the pairs, in order, that are most alike
 * in total. An unpaired line was deleted or inserted as a whole, so that rows of a table and paragraphs never
 * merge.
 */
function pairLines(before: readonly string[], after: readonly string[]): readonly LinePair[] {
  if (before.length * after.length > MOST_PAIRS || (before.length === 1 && after.length === 1))
    return Array.from({ length: Math.max(before.length, after.length) }, (_, at) =>
      pairOf(before[at], after[at]),
    );
  // best[i][j] is the greatest likeness that the lines from i and from j on can reach.
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const alike = before.map((old) => after.map((line) => likeness(old, line)));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const together = (i: number, j: number) => {
    const score = alike[i]?.[j] ?? 0;
    return score < ALIKE ? 0 : score + at(i + 1, j + 1);
  };
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = best[i];
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), together(i, j));
    }
  const pairs: LinePair[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && together(i, j) > 0 && together(i, j) === at(i, j))
      pairs.push(pairOf(before[i++], after[j++]));
    else if (i < before.length && (j === after.length || at(i, j) === at(i + 1, j)))
      pairs.push(pairOf(before[i++], undefined));
    else pairs.push(pairOf(undefined, after[j++]));
  }
  return pairs;
}

function pairOf(before: string | undefined, after: string | undefined): LinePair {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

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

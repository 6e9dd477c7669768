import { diffArrays } from 'diff';
import type { Passage, Segment } from '../model/change.ts';
import { saysSomething, tokens } from './tokens.ts';

/** Beyond so many edits two texts have nothing in common that is worth showing, and time grows with the square. */
const MOST_EDITS = 4000;

/** The lines in which two texts differ, word by word; none when they are equal. */
export function compareWords(part: Passage['part'], before: string, after: string): readonly Passage[] {
  if (before === after) return [];
  const passages: Segment[][] = [[]];
  for (const { kind, text } of joined(edits(before, after))) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) passages.push([]);
      if (line !== '') passages.at(-1)?.push({ kind, text: line });
    }
  }
  return passages
    .filter((segments) => segments.some(({ kind, text }) => kind !== 'same' && text.trim() !== ''))
    .map((segments) => ({ part, segments }));
}

function edits(before: string, after: string): readonly Segment[] {
  const found = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_EDITS });
  if (!found)
    return [
      { kind: 'deleted', text: `${before}\n` },
      { kind: 'inserted', text: after },
    ];
  return found.map(({ value, added, removed }) => ({
    kind: added ? 'inserted' : removed ? 'deleted' : 'same',
    text: value.join(''),
  }));
}

/**
 * Readable edits: what was deleted, then what was inserted, and no space or comma alone that stayed
 * the same between two edits.
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
  return !saysSomething(text) && !text.includes('\n');
}

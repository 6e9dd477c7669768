import type { RootContent } from 'mdast';
import { place } from '../model/place.ts';
import { isBullet } from './lists.ts';

export const RULE: RegExp = /^\s*([-=_*~#+^"'.])(?:\s*\1){2,}\s*$/;

const DEPTHS: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  '=': 1,
  '#': 1,
  '*': 2,
  '-': 2,
  '~': 3,
  '^': 3,
  '"': 4,
  "'": 4,
  '+': 4,
  '.': 4,
  _: 2,
};

/** A line over a rule, or between two: how many lines that takes; 0 when it is no heading. */
export function headingLength(lines: readonly string[], at: number): number {
  const [first = '', second = '', third = ''] = [lines[at], lines[at + 1], lines[at + 2]];
  // A line with wide gaps is the head of a table.
  if (/\S[ \t]{3,}\S.*\S/.test(first) && !RULE.test(first)) return 0;
  if (RULE.test(first) && second.trim() !== '' && !RULE.test(second) && RULE.test(third)) return 3;
  if (RULE.test(first) || !RULE.test(second) || first.trim().length > 120) return 0;
  const blankBefore = at === 0 || (lines[at - 1] ?? '').trim() === '' || RULE.test(lines[at - 1] ?? '');
  const fits = second.trim().length >= Math.min(first.trim().length * 0.5, 20);
  return blankBefore && fits && !isBullet(first) ? 2 : 0;
}

/** Puts the heading at a line among the blocks, and returns the line behind it. */
export function takeHeading(lines: readonly string[], at: number, blocks: RootContent[]): number {
  const length = headingLength(lines, at);
  const text = (lines[length === 3 ? at + 1 : at] ?? '').trim();
  const mark = (lines[at + length - 1] ?? '').trim()[0] ?? '=';
  const depth = length === 3 ? 1 : (DEPTHS[mark] ?? 3);
  blocks.push(
    place({ type: 'heading', depth, children: [{ type: 'text', value: text }] }, at + 1, at + length),
  );
  return at + length;
}

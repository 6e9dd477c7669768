import type { Position } from 'unist';
import type { InlineMath, MathBlock } from '../model/answer.ts';
import { mathFault } from '../to-hast/math.ts';
import { nodesOf, type Rule } from './rule.ts';

/** Every formula is TeX that every format can set. */
export const mathParses: Rule = (book) => {
  for (const [node, place] of nodesOf(book, 'math', 'inlineMath')) {
    const fault = mathFault(node.value, node.type === 'math');
    if (fault === undefined) continue;
    book.report({
      ...place,
      position: fault.offset === undefined ? node.position : placeIn(node, fault.offset),
      reason: `the formula cannot be set: ${fault.reason}`,
      actual: node.value,
      note: 'Write a dollar sign that is no formula as "\\$".',
    });
  }
};

/** The place of an offset in a formula's TeX: after the dollars of its line, or below those that stand alone. */
function placeIn({ value, position }: InlineMath | MathBlock, offset: number): Position | undefined {
  if (!position) return undefined;
  const { start, end } = position;
  const lines = value.slice(0, offset).split('\n');
  const column = lines.at(-1)?.length ?? 0;
  const isFenced = end.line - start.line > value.split('\n').length;
  const first = Math.max(1, Math.floor((end.column - start.column - value.length) / 2));
  const point =
    lines.length > 1 || isFenced
      ? { line: start.line + lines.length - (isFenced ? 0 : 1), column: start.column + column }
      : { line: start.line, column: start.column + first + column };
  return { start: point, end };
}

import { type AnswerNode, childrenOf, type Handbook } from '@octavo/core';
import { bookTexts } from './book-nodes.ts';
import type { Problem } from './display/display-list.ts';

/** No reader follows deeper nesting, and the call stack has an end. Core allows no source to nest deeper than 100. */
const DEEPEST = 400;

/** Reports what nests too deep to be set (`nesting-set`), at the first such node of each entry, page and term. */
export function nestingProblems(handbook: Handbook): Problem[] {
  return bookTexts(handbook).flatMap(({ nodes, source }) => {
    const found = tooDeep(nodes);
    if (!found) return [];
    const { line, column } = found.position?.start ?? source;
    return [
      {
        rule: 'nesting-set',
        reason: `Nested more than ${DEEPEST} deep`,
        fatal: true,
        path: source.path,
        line,
        column,
      },
    ];
  });
}

/** Goes level by level and without recursion, so that no tree is too deep to be looked at. */
function tooDeep(nodes: readonly AnswerNode[]): AnswerNode | undefined {
  let level = nodes;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) level = level.flatMap(childrenOf);
  return level[0];
}

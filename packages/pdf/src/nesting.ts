import { type AnswerNode, childrenOf, type Handbook } from '@octavo/core';
import { bookTexts } from './book-nodes.ts';
import type { Problem } from './display/display-list.ts';

/** Nested deeper than any reader follows; a stack has an end too. Core lets no source nest deeper than 100. */
const DEEPEST = 400;

/** What nests too deep to be set (`nesting-set`): each entry, page and term that does, at the first such node. */
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

/** Level by level and without recursion, so that no tree is too deep to be looked at. */
function tooDeep(nodes: readonly AnswerNode[]): AnswerNode | undefined {
  let level = nodes;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) level = level.flatMap(childrenOf);
  return level[0];
}

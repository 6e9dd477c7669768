import { type AnswerNode, childrenOf, type Handbook } from '@octavo/core';
import type { Problem } from './display/display-list.ts';

/** Nested deeper than any reader follows; a stack has an end too. Core lets no source nest deeper than 100. */
const DEEPEST = 400;

/** What nests too deep to be set (`nesting-set`): each entry, page and term that does, at the first such node. */
export function nestingProblems({ front, back, chapters, glossary }: Handbook): Problem[] {
  const texts = [
    ...[...front, ...back].map(({ body, footnotes, source }) => ({ nodes: [...body, ...footnotes], source })),
    ...chapters.flatMap(({ entries }) =>
      entries.map(({ question, answer, footnotes, source }) => ({
        nodes: [...question, ...answer, ...footnotes],
        source,
      })),
    ),
    ...glossary.map(({ definition, source }) => ({ nodes: definition, source })),
  ];
  return texts.flatMap(({ nodes, source }) => {
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

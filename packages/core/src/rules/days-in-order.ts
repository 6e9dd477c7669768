import type { Rule } from './rule.ts';

/** The last day on which an entry is in force is not before the first. */
export const daysInOrder: Rule = ({ entries, report }) => {
  for (const { effective, source } of entries) {
    const { from, until } = effective ?? {};
    if (from === undefined || until === undefined || until >= from) continue;
    report({
      path: source.path,
      keys: ['effective', 'until'],
      reason: `${until} is before ${from}, the first day`,
      expected: `${from} or a later day`,
      actual: until,
    });
  }
};

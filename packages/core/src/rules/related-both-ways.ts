import type { Rule } from './rule.ts';

/** Where one entry names another as related, the other names it too. */
export const relatedBothWays: Rule = ({ entries, index, report }) => {
  for (const { number, related, status, source } of entries) {
    related.forEach((other, at) => {
      const target = index.entry.get(other);
      if (
        related.indexOf(other) < at ||
        !target ||
        status !== 'active' ||
        target.status !== 'active' ||
        target.related.includes(number)
      )
        return;
      report({
        path: source.path,
        keys: ['related', at],
        reason: `${number} names ${other} as related, ${other} does not name ${number}`,
        note: `Add ${number} to "related:" in ${target.source.path}.`,
      });
    });
  }
};

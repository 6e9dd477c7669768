import type { Rule } from './rule.ts';

/** An entry's `reviewBy` is not before the date of the edition. */
export const reviewNotOverdue: Rule = ({ entries, handbook, report }) => {
  const today = handbook.edition.date.slice(0, 10);
  for (const { number, reviewBy, status, source } of entries) {
    if (reviewBy === undefined || reviewBy >= today || status === 'withdrawn') continue;
    report({
      path: source.path,
      keys: ['reviewBy'],
      reason: `${number} was to be reviewed by ${reviewBy}`,
      note: 'Review it and set a new date.',
    });
  }
};

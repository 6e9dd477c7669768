import type { Rule } from './rule.ts';

/** Nothing is asked for that this version of Octavo cannot do yet. */
export const featureSupported: Rule = {
  id: 'feature-supported',
  check({ handbook, report }) {
    const unsupported = (keys: readonly string[], what: string, note: string) =>
      report({ path: 'handbook.yaml', keys, reason: `${what} not supported yet`, note });
    if (handbook.settings.review.required)
      unsupported(['review', 'required'], 'approvals are', 'Remove "review:" for now.');
  },
};

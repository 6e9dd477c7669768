import type { Rule } from './rule.ts';

/** Nothing is asked for that this version of Octavo cannot do yet. */
export const featureSupported: Rule = {
  id: 'feature-supported',
  check({ sources, report }) {
    const data = sources.handbook?.data ?? {};
    const unsupported = (keys: readonly string[], what: string, note: string) =>
      report({ path: 'handbook.yaml', keys, reason: `${what} not supported yet`, note });
    if (Object.keys(data.inventories ?? {}).length > 0) {
      unsupported(
        ['inventories'],
        'links through inventories are',
        'Remove "inventories:" and link to web addresses for now.',
      );
    }
  },
};

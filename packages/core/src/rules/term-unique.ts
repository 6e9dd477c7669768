import { repeats } from './repeats.ts';
import type { Rule } from './rule.ts';

/** No two glossary terms have the same id. */
export const termUnique: Rule = ({ handbook, report }) =>
  repeats(
    handbook.glossary.map((term) => term.id),
    (id, at) =>
      report({
        path: 'glossary.yaml',
        keys: ['terms', at, 'term'],
        reason: `the term "${id}" is there twice`,
        actual: id,
        note: 'Join the two, or give one an "id:".',
      }),
  );

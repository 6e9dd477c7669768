import { repeats } from './repeats.ts';
import type { Rule } from './rule.ts';

/** No two topics have the same id. */
export const topicUnique: Rule = ({ handbook, report }) =>
  repeats(
    handbook.topics.map((topic) => topic.id),
    (id, at) =>
      report({
        path: 'topics.yaml',
        keys: ['topics', at, 'id'],
        reason: `the topic "${id}" is there twice`,
        actual: id,
        note: 'Remove one of the two.',
      }),
  );

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

function repeats(ids: readonly string[], tell: (id: string, at: number) => void): void {
  const seen = new Set<string>();
  ids.forEach((id, at) => {
    if (seen.has(id)) tell(id, at);
    seen.add(id);
  });
}

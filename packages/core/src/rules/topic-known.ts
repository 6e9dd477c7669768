import { didYouMean } from '../message/nearest.ts';
import type { Rule } from './rule.ts';

/** Every topic that an entry or another topic names is in topics.yaml, and no topic is its own ancestor. */
export const topicKnown: Rule = ({ entries, handbook, index, sources, report }) => {
  // A topics.yaml that could not be read, or whose list is wrong, has its own message.
  if (sources.unread.includes('topics.yaml') || (sources.topics && !sources.topics.data.topics)) return;
  const known = [...index.topic.keys()];
  for (const { topics, source } of entries) {
    topics.forEach((topic, at) => {
      if (index.topic.has(topic)) return;
      report({
        path: source.path,
        keys: ['topics', at],
        reason: sources.topics
          ? `no topic "${topic}" in topics.yaml${didYouMean(topic, known, (found) => `"${found}"`)}`
          : `no topic "${topic}": there is no topics.yaml`,
        actual: topic,
        ...(known.length > 0 ? { expected: known } : {}),
      });
    });
  }
  handbook.topics.forEach(({ id, broader }, at) => {
    if (broader === undefined) return;
    const keys = ['topics', at, 'broader'];
    if (!index.topic.has(broader)) {
      report({
        path: 'topics.yaml',
        keys,
        reason: `no topic "${broader}"${didYouMean(broader, known, (found) => `"${found}"`)}`,
        actual: broader,
      });
      return;
    }
    const seen = new Set<string>();
    for (let above: string | undefined = id; above !== undefined; above = index.topic.get(above)?.broader) {
      if (seen.has(above)) {
        report({
          path: 'topics.yaml',
          keys,
          reason: `the topic "${id}" is above itself`,
          note: 'Remove one "broader:" of the circle.',
        });
        return;
      }
      seen.add(above);
    }
  });
};

import type { Topic } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { matterPage } from './matter-page.ts';

/** The taxonomy: every topic under its broader one, with how many entries it has. */
export function topicsPage(site: Site): PageContent {
  const roots = site.handbook.topics.filter((topic) => !site.index.topic.has(topic.broader ?? ''));
  return matterPage(site, 'topics', site.handbook.labels.topics, [tree(site, roots, new Set())]);
}

/** `above` guards against a topic that is, by mistake, broader than itself. */
function tree(site: Site, topics: readonly Topic[], above: ReadonlySet<string>): Element {
  return h(
    'ul.topic-tree',
    { role: 'list' },
    topics.map((topic) => {
      const seen = new Set([...above, topic.id]);
      const narrower = site.handbook.topics.filter(
        (other) => other.broader === topic.id && !seen.has(other.id),
      );
      return h('li', [
        h('p', [
          h('a', { href: rooted(site.paths.topic(topic.id)) }, topic.title),
          ' ',
          h('span.count', String(entriesOn(site, topic).length)),
        ]),
        topic.description ? h('p.description', topic.description) : undefined,
        narrower.length > 0 ? tree(site, narrower, seen) : undefined,
      ]);
    }),
  );
}

/** The entries on a topic, in reading order. */
export function entriesOn(site: Site, topic: Topic): Site['index']['entries'] {
  return site.entriesByTopic.get(topic.id) ?? [];
}

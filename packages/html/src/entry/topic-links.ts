import type { Entry } from '@octavo/core';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** The topics of an entry as links to their pages. */
export function topicLinks(site: Site, entry: Entry): Element[] {
  const topics = entry.topics.flatMap((id) => site.index.topic.get(id) ?? []);
  if (topics.length === 0) return [];
  return [
    h('div.topics', [
      h('p.caption', site.handbook.labels.topics),
      h(
        'ul',
        { role: 'list' },
        topics.map((topic) => h('li', [h('a', { href: rooted(site.paths.topic(topic.id)) }, topic.title)])),
      ),
    ]),
  ];
}

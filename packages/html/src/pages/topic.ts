import type { Topic } from '@octavo/core';
import { h } from 'hastscript';
import { entryList } from '../entry/entry-link.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { groupLists } from './field-groups.ts';
import { entriesOn } from './topics.ts';

/** One topic: what it is, where it stands, and every entry on it. */
export function topicPage(site: Site, topic: Topic): PageContent {
  const { handbook, paths } = site;
  const broader = site.index.topic.get(topic.broader ?? '');
  const narrower = handbook.topics.filter((other) => other.broader === topic.id);
  const link = (to: string, words: string) => h('a', { href: rooted(to) }, words);
  return {
    path: paths.topic(topic.id),
    kind: 'topic',
    title: topic.title,
    ...(topic.description ? { description: topic.description } : {}),
    canonical: handbook.iri + paths.topic(topic.id).replace(/index\.html$/, ''),
    modified: site.date,
    main: [
      h('header.opener', [
        h('p.caption', [
          link(paths.matter.topics, handbook.labels.topics),
          broader ? [' › ', link(paths.topic(broader.id), broader.title)] : undefined,
        ]),
        h('h1', topic.title),
        topic.description ? h('p.lede', topic.description) : undefined,
      ]),
      ...(narrower.length > 0
        ? [
            h(
              'ul.matter',
              { role: 'list' },
              narrower.map((other) => h('li', [link(paths.topic(other.id), other.title)])),
            ),
          ]
        : []),
      entryList(site, entriesOn(site, topic)),
      ...groupLists(site, entriesOn(site, topic)),
    ],
  };
}

import { type Fact, imprintFacts, sayTitle } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { matterPage } from './matter-page.ts';

/** The colophon: which edition this is, by whom, under which license, and where it lives for good. */
export function colophonPage(site: Site): PageContent {
  const { handbook } = site;
  return matterPage(site, 'colophon', handbook.labels.colophon, [
    h('p.lede', sayHast(site, sayTitle(handbook))),
    h('dl.facts-list', [
      ...imprintFacts(handbook, 'html', site.options.stateHash).flatMap((fact) => row(site, fact)),
      ...checksums(site),
    ]),
  ]);
}

/** A build of several formats has a manifest with the size and SHA-256 of every file. */
function checksums({ options, paths }: Site): Element[] {
  if (!options.siblings?.length) return [];
  const link = h('a', { href: rooted(paths.own('manifest.json')) }, 'manifest.json');
  return [h('dt', 'SHA-256'), h('dd', [link])];
}

function row(site: Site, { label, values }: Fact): Element[] {
  return [
    h('dt', label),
    h(
      'dd',
      values.map((value) => h('p', sayHast(site, value))),
    ),
  ];
}

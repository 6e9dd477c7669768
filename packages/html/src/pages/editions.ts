import { bookAddress } from '@octavo/core';
import { editionAddress, type SaidEdition, type Say, sayNumbers, sayText, words } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { downloadList } from './downloads.ts';
import { matterPage, titledPage } from './matter-page.ts';

/** All editions, the newest first, each with the way to its page and to what has changed since. */
export function editionsPage(site: Site): PageContent {
  const { handbook, paths, editions } = site;
  const { labels } = handbook;
  return matterPage(site, 'releases', labels.editions, [
    toNewest(site),
    h(
      'ol.entries.editions',
      { role: 'list' },
      editions.map((edition) =>
        h('li', [
          h('p.entry-link', [
            h(
              'a',
              { href: rooted(paths.edition('release', edition.version)) },
              sayHast(site, lineOf(edition)),
            ),
            ...(edition.earlier
              ? [
                  ' · ',
                  h('a', { href: rooted(paths.edition('since', edition.version)) }, labels.laterChanges),
                ]
              : []),
          ]),
          ...withdrawn(site, edition),
        ]),
      ),
    ),
  ]);
}

/** The page of a release at its IRI: which edition it is, its hash, what it changed, and its files. */
export function releasePage(site: Site, edition: SaidEdition): PageContent {
  const { handbook, paths, options } = site;
  const { labels } = handbook;
  const { version, earlier, facts } = edition;
  const stateHash = earlier ? earlier.stateHash : options.stateHash;
  const path = paths.edition('release', version);
  const page = titledPage(site, { kind: 'release', path }, sayText(facts[0] ?? []), [
    h('p.lede', sayHast(site, lineOf(edition))),
    ...withdrawn(site, edition),
    ...(stateHash === undefined || stateHash === ''
      ? []
      : [
          h('dl.facts-list', [h('dt', labels.state), h('dd', [h('p', [h('code', `SHA-256 ${stateHash}`)])])]),
        ]),
    ...(earlier ? earlierParts(site, edition) : ownParts(site)),
    h('p', [h('a', { href: rooted(paths.edition('since', version)) }, labels.laterChanges)]),
    h('p', [h('a', { href: rooted(paths.matter.releases) }, labels.editions)]),
  ]);
  const isData = !earlier && options.siblings?.some(({ format }) => format === 'jsonld');
  const data = { type: 'application/ld+json', path: paths.own('release.jsonld') };
  return { ...page, isAside: true, ...(isData ? { alternates: [data] } : {}) };
}

/** Of an earlier edition: where it can be read, with its files, and which entries it changed. */
function earlierParts(site: Site, { version, earlier }: SaidEdition): readonly Element[] {
  const { handbook } = site;
  const { labels } = handbook;
  const address = editionAddress(handbook, 'edition', version);
  const folder = address + site.paths.own('');
  const changes = (earlier?.changes ?? []).map(({ kind, entries }) =>
    h('li', [`${labels[kind]}: `, ...sayHast(site, sayNumbers(entries))]),
  );
  return [
    h('ul.matter', { role: 'list' }, [
      h('li', [h('a', { href: folder }, labels.readEdition)]),
      ...['manifest.json', 'SHA256SUMS'].map((name) => h('li', [h('a', { href: folder + name }, name)])),
    ]),
    ...(changes.length > 0 ? [h('section.told', [h('h2', labels.changes), h('ul', changes)])] : []),
  ];
}

/** Of the edition that the site is: its list of changes and its files. */
function ownParts(site: Site): readonly Element[] {
  const { options, paths, handbook } = site;
  const changes = h('p', [h('a', { href: rooted(paths.matter.changes) }, handbook.labels.changes)]);
  return [
    ...(site.changes.length > 0 ? [changes] : []),
    ...(options.siblings?.length
      ? [
          h('section.told', [
            h('h2', handbook.labels.downloads),
            downloadList(site),
            h('p', [h('a', { href: rooted(paths.own('manifest.json')) }, 'manifest.json')]),
          ]),
        ]
      : []),
  ];
}

/** A link to the newest edition, wherever this page is kept. */
export function toNewest({ handbook }: Site): Element {
  return h('p', [h('a', { href: bookAddress(handbook) }, handbook.labels.newestEdition)]);
}

/** That the publisher has withdrawn an edition. */
export function withdrawn(site: Site, { retracted }: SaidEdition): readonly Element[] {
  return retracted ? [h('p.notice', { role: 'note' }, sayHast(site, retracted))] : [];
}

/** "Edition 2026.1 · January 31, 2026". */
function lineOf({ facts }: SaidEdition): readonly Say[] {
  return facts.flatMap((fact, at) => (at === 0 ? fact : [words(' · '), ...fact]));
}

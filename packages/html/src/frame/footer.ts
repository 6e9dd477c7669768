import { previewMark } from '@octavo/core';
import { isolated } from '@octavo/core/hast';
import { versionSegment } from '@octavo/core/ledger';
import { sayEdition } from '@octavo/core/say';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { levelOf } from '../level.ts';
import { isKept, WORKER_PATH } from '../offline/offline-file.ts';
import type { PageContent } from '../page.ts';
import { sayHast } from '../say.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** The foot of every page: which edition this is, whose it is, the pages about it, and the theme. */
export function footer(site: Site, page: PageContent): Element {
  const { handbook } = site;
  const { license } = handbook;
  const owner = handbook.copyright ?? handbook.publisher?.name;
  return h('footer.foot', [
    h('div', [
      h(
        'p.imprint',
        page.ofWork ? [h('span', [isolated(levelOf(site, page).title, handbook)])] : imprintLine(site),
      ),
      owner || license
        ? h('p', [
            owner ? h('span', [isolated(owner, handbook)]) : undefined,
            license
              ? h(
                  'span',
                  license.url ? h('a', { href: license.url, rel: 'license' }, license.name) : license.name,
                )
              : undefined,
          ])
        : undefined,
    ]),
    page.ofWork || page.isAside
      ? undefined
      : h(
          'ul',
          aboutLinks(site).map(([label, path]) => h('li', [h('a', { href: rooted(path) }, label)])),
        ),
    ...(page.isAside
      ? [h('p.theme', { hidden: true, ...editionData(site) })]
      : [h('p', [h('a', { href: '#_top' }, site.handbook.labels.backToTop)]), themeSwitch(site)]),
  ]);
}

/** Title, edition and date. */
export function imprintLine(site: Site): ElementContent[] {
  return [h('span', [isolated(site.handbook.title, site.handbook)]), ...editionLine(site)];
}

/** Edition and date, where the book has them. */
export function editionLine(site: Site): ElementContent[] {
  return sayEdition(site.handbook).map((fact) => h('span', sayHast(site, fact)));
}

/** Label and path of the pages that are about the book rather than in it. */
export function aboutLinks(site: Site): readonly (readonly [string, string])[] {
  const { labels } = site.handbook;
  const { matter } = site.paths;
  return [
    ...(site.changes.length > 0 ? [[labels.changes, matter.changes] as const] : []),
    ...(site.handbook.errata ? [[labels.errata, matter.errata] as const] : []),
    ...(site.options.siblings?.length ? [[labels.downloads, matter.downloads] as const] : []),
    [labels.colophon, matter.colophon],
    ...(site.editions.length > 0 ? [[labels.editions, matter.releases] as const] : []),
  ];
}

/** By this a page of a release is told what became of it since. */
function editionData({ editions, handbook, paths }: Site): Readonly<Record<string, string>> {
  return editions.length > 0 && previewMark(handbook) === undefined
    ? { dataEdition: versionSegment(handbook.edition.version), dataHome: rooted(paths.own('')) }
    : {};
}

function themeSwitch(site: Site): Element {
  const { labels } = site.handbook;
  // Its script has the words for what it puts on the page from here, and where the worker lies.
  const words = {
    dataCode: labels.copy,
    dataDone: labels.copied,
    dataResume: labels.continueReading,
    ...(isKept(site) ? { dataWorker: rooted(WORKER_PATH) } : {}),
    ...editionData(site),
  };
  return h('p.theme.needs-script', { ...words }, [
    h('label', { htmlFor: '_theme' }, labels.theme),
    h('select', { id: '_theme' }, [
      h('option', { value: 'system' }, labels.system),
      h('option', { value: 'light' }, labels.light),
      h('option', { value: 'dark' }, labels.dark),
    ]),
  ]);
}

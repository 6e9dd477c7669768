import type { Entry } from '@octavo/core';
import { entryIri, isStandIn } from '@octavo/core/say';
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';

/** What a reader can do with an entry among others: copy its link, cite it, report a mistake. */
export function actions(site: Site, entry: Entry): Element {
  const { labels } = site.handbook;
  const about = ` ${entry.number}`;
  return h('p.actions', [
    copyButton(site, entry),
    h('a', { href: rooted(site.paths.entry(entry.number), CITE) }, [labels.cite, h('span.unseen', about)]),
    ...reportLink(site, entry),
  ]);
}

/** Copies the permanent link. It needs a script, so it only shows when scripts run. */
export function copyButton(site: Site, entry: Entry): Element {
  const { labels } = site.handbook;
  return h(
    'button',
    {
      type: 'button',
      className: ['needs-script'],
      dataCopy: entryIri(site.handbook, entry.number),
      dataDone: labels.copied,
    },
    [h('span', { ariaLive: 'polite' }, labels.copyLink), h('span.unseen', ` ${entry.number}`)],
  );
}

/** A link that reports a mistake to the publisher's address and says which entry and edition it is about. */
export function reportLink(site: Site, entry: Entry): Element[] {
  const { report } = site.handbook.settings.html;
  if (report === undefined || !URL.canParse(report)) return [];
  const address = new URL(report);
  address.searchParams.set('entry', entry.number);
  const { edition } = site.handbook;
  if (!isStandIn('version', edition)) address.searchParams.set('edition', edition.version);
  return [
    h('a', { href: address.href, rel: 'nofollow' }, [
      site.handbook.labels.report,
      h('span.unseen', ` ${entry.number}`),
    ]),
  ];
}

/** The anchor of the citation on an entry's page. */
export const CITE = '_cite';

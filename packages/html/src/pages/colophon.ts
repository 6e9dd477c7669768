import { bookAddress, isbnsOf } from '@octavo/core';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { matterPage } from './matter-page.ts';

/** The colophon: which edition this is, by whom, under which licence, and where it lives for good. */
export function colophonPage(site: Site): PageContent {
  const { handbook } = site;
  const { labels, edition, identifiers } = handbook;
  const isbn = isbnsOf(identifiers, 'html').map(({ text }) => `ISBN ${text}`);
  const address = bookAddress(handbook);
  const doi = identifiers.doi;
  const people = handbook.contributors.map((person) =>
    person.role ? `${person.name} (${person.role})` : person.name,
  );
  return matterPage(site, 'colophon', labels.colophon, [
    h(
      'p',
      { className: ['lede'] },
      handbook.subtitle ? [h('cite', handbook.title), `. ${handbook.subtitle}`] : [h('cite', handbook.title)],
    ),
    h('dl', { className: ['facts-list'] }, [
      ...row(labels.edition, [edition.version]),
      ...row(labels.date, [h('time', { dateTime: edition.date }, edition.date)]),
      ...row(labels.questions, numbers(site)),
      ...row(
        labels.contributors,
        people.map((person) => h('p', person)),
      ),
      ...row(
        labels.publisher,
        handbook.publisher ? [linked(handbook.publisher.name, handbook.publisher.url)] : [],
      ),
      ...row(labels.copyright, handbook.copyright ? [handbook.copyright] : []),
      ...row(labels.license, handbook.license ? [linked(handbook.license.name, handbook.license.url)] : []),
      ...row(labels.identifier, [
        h('p', [h('a', { href: address, className: ['iri'], dir: 'ltr' }, address)]),
        ...isbn.map((line) => h('p', line)),
        ...(doi ? [h('p', [linked(`doi:${doi}`, `https://doi.org/${encodeURI(doi)}`)])] : []),
      ]),
      ...checksums(site),
    ]),
  ]);
}

/** A build of several formats has a manifest with the size and SHA-256 of every file. */
function checksums({ options, paths }: Site): Element[] {
  return options.siblings?.length
    ? row('SHA-256', [h('a', { href: rooted(paths.own('manifest.json')) }, 'manifest.json')])
    : [];
}

/** "601–700". */
function numbers({ index }: Site): string[] {
  const first = index.entries[0];
  const last = index.entries.at(-1);
  return first && last ? [`${first.number}–${last.number}`] : [];
}

function row(label: string, value: readonly (ElementContent | string)[]): Element[] {
  return value.length > 0 ? [h('dt', label), h('dd', [...value])] : [];
}

function linked(words: string, url: string | undefined): Element {
  return url === undefined ? h('span', words) : h('a', { href: url }, words);
}

import type { Sibling } from '@octavo/core';
import { isolated } from '@octavo/core/hast';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { encodePath } from '../tree/relative-address.ts';
import { matterPage } from './matter-page.ts';

/** The other formats of the book, with their sizes and checksums. */
export function downloadsPage(site: Site): PageContent {
  return matterPage(site, 'downloads', site.handbook.labels.downloads, [downloadList(site)]);
}

/** The files of the book with their sizes and checksums. */
export function downloadList(site: Site): Element {
  const { language } = site.handbook;
  return h(
    'ul.downloads',
    { role: 'list' },
    (site.options.siblings ?? []).map((sibling) =>
      h('li', [
        downloadLink(sibling, [
          h('strong', sibling.title),
          ' ',
          h('span.file', [isolated(sibling.path.split('/').at(-1) ?? '', site.handbook)]),
          ' ',
          h('span.size', size(sibling.bytes, language)),
        ]),
        h('p.description', purpose(site, sibling)),
        h('details.sum', [h('summary', 'SHA-256'), h('code', sibling.sha256)]),
      ]),
    ),
  );
}

/** The files of the book as a line of links that say what they are for, where there are any. */
export function downloadLinks(site: Site): Element[] {
  const { siblings = [] } = site.options;
  const links = siblings.map((sibling) =>
    h('li', [downloadLink(sibling, [h('strong', sibling.title), ' ', ...purpose(site, sibling)])]),
  );
  return links.length === 0 ? [] : [h('ul.matter.files', { role: 'list' }, links)];
}

function downloadLink({ path, mediaType }: Sibling, words: (ElementContent | string)[]): Element {
  return h('a', { href: rooted(encodePath(path)), type: mediaType, download: true }, words);
}

/** What a file is for, of those that readers know. */
function purpose({ handbook: { labels } }: Site, { mediaType }: Sibling): string[] {
  switch (mediaType) {
    case 'application/pdf':
      return [labels.forPrint];
    case 'application/epub+zip':
      return [labels.forReaders];
    case 'application/ld+json':
      return [labels.forMachines];
    default:
      return [];
  }
}

/** A file's size in decimal kilobytes or megabytes, as the language writes numbers. */
function size(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)}\u00A0${unit}`;
}

import { h } from 'hastscript';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { rooted } from '../site-paths.ts';
import { encodePath } from '../tree/relative-address.ts';
import { matterPage } from './matter-page.ts';

/** The other formats of the book, with their sizes and checksums. */
export function downloadsPage(site: Site): PageContent {
  const { labels, language } = site.handbook;
  return matterPage(site, 'downloads', labels.downloads, [
    h(
      'ul',
      { className: ['downloads'], role: 'list' },
      (site.options.siblings ?? []).map((sibling) =>
        h('li', [
          h('a', { href: rooted(encodePath(sibling.path)), type: sibling.mediaType, download: true }, [
            h('strong', sibling.title),
            ' ',
            h('span', { className: ['file'] }, sibling.path.split('/').at(-1)),
            ' ',
            h('span', { className: ['size'] }, size(sibling.bytes, language)),
          ]),
          h('p', { className: ['sum'] }, ['SHA-256 ', h('code', sibling.sha256)]),
        ]),
      ),
    ),
  ]);
}

/** A file's size in decimal kilobytes or megabytes, as the language writes numbers. */
function size(bytes: number, language: string): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  const digits = value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)}\u00A0${unit}`;
}

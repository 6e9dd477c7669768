import { numberKey } from '@octavo/core';
import { redirectsOf } from '../expected/expected-book.ts';
import type { HtmlReading } from './html-reading.ts';
import { aboutPage } from './html-site.ts';
import { OWN } from './site-address.ts';

/**
 * Checks that `#q618` and ids lead to their entry, that old numbers and ids do too, and that no address on
 * any page leads nowhere.
 */
export function compareAddresses({ findings, book, site, files }: HtmlReading): void {
  const there = new Set(files.paths);
  for (const page of site.pages.values())
    for (const address of page.addresses.filter((one) => one.startsWith(OWN))) {
      const place = address.slice(OWN.length);
      const [escaped = '', anchor] = place.split('#');
      const path = decodeURIComponent(escaped);
      const lands =
        there.has(path) && (anchor === undefined || site.pages.get(path)?.ids.has(anchor) !== false);
      const reason = `the address ${place} leads nowhere`;
      findings.about(aboutPage(page)).holds('anchors', lands, place, '', reason);
    }
  for (const { page, found } of site.entries) {
    const id = book.byNumber.get(found.number)?.entry.id;
    if (id === undefined) continue;
    const is = page.ids.get(id) ?? '';
    const reason = `#${id} should land on entry ${found.number} and lands ${is === '' ? 'nowhere' : `on ${is}`}`;
    const entry = findings.about({ entry: found.number, file: page.path });
    entry.holds('anchors', is === found.number, found.number, is, reason);
  }
  for (const { from, to } of redirectsOf(book)) {
    const file = `entry/${from}/index.html`;
    const page = site.pages.get(file);
    const lands = page?.refresh === undefined ? '' : site.resolve(page.refresh);
    const wanted = `#${to}, ${book.handbook.iri}entry/${numberKey(to)}`;
    const is = page ? `${lands}, ${page.canonical}` : '';
    const reason = `${file} should lead to ${to} and leads ${lands === '' ? 'nowhere' : `to ${is}`}`;
    findings.about({ entry: to, file }).holds('anchors', is === wanted, wanted, is, reason);
  }
}

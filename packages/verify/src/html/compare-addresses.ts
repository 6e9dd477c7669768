import type { Findings } from '../compare/findings.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import type { TreeFiles } from '../tree/tree-files.ts';
import type { HtmlSite } from './html-site.ts';
import { OWN } from './site-address.ts';

/** `#q618` and the ids land, old numbers and ids lead to the entry, and no address on any page leads nowhere. */
export function compareAddresses(
  findings: Findings,
  book: ExpectedBook,
  site: HtmlSite,
  files: TreeFiles,
): void {
  const there = new Set(files.paths);
  for (const page of site.pages.values()) {
    for (const address of page.addresses) {
      if (!address.startsWith(OWN)) continue;
      const [escaped = '', anchor] = address.slice(OWN.length).split('#');
      const path = decodeURIComponent(escaped);
      const lands =
        there.has(path) && (anchor === undefined || site.pages.get(path)?.ids.has(anchor) !== false);
      const [only, another] = page.entries;
      const about = {
        ...(only !== undefined && another === undefined ? { entry: only } : { part: page.path }),
        file: page.path,
      };
      const reason = `the address ${address.slice(OWN.length)} leads nowhere`;
      findings.holds('anchors', about, lands, address.slice(OWN.length), '', reason);
    }
  }
  for (const { page, found } of site.entries) {
    const id = book.byNumber.get(found.number)?.entry.id;
    if (id === undefined) continue;
    const is = page.ids.get(id) ?? '';
    const reason = `#${id} should land on entry ${found.number} and lands ${is === '' ? 'nowhere' : `on ${is}`}`;
    findings.holds(
      'anchors',
      { entry: found.number, file: page.path },
      is === found.number,
      found.number,
      is,
      reason,
    );
  }
  for (const { from, to } of redirectsOf(book)) {
    const path = `entry/${from}/index.html`;
    const page = site.pages.get(path);
    const lands = page?.refresh === undefined ? '' : site.resolve(page.refresh);
    const wanted = `#${to}, ${book.handbook.iri}entry/${to}`;
    const is = page ? `${lands}, ${page.canonical}` : '';
    const reason = `${path} should lead to ${to} and leads ${lands === '' ? 'nowhere' : `to ${is}`}`;
    findings.holds('anchors', { entry: to, file: path }, is === wanted, wanted, is, reason);
  }
}

function redirectsOf({ entries }: ExpectedBook): { from: string; to: string }[] {
  return entries.flatMap(({ number, entry }) =>
    [entry.id, ...entry.aliases].map((from) => ({ from, to: number })),
  );
}

import { numberKey, prosePages } from '@octavo/core';
import { compareMark } from '../compare/compare-mark.ts';
import { bareLetters } from '../content/normalise.ts';
import { address } from '../expected/address.ts';
import { ownPlace } from '../expected/book-place.ts';
import { sinceAddress } from '../expected/edition-address.ts';
import type { ExpectedBook } from '../expected/expected-book.ts';
import { ownAddresses } from '../expected/own-fields.ts';
import { plainAnswer, plainPhrasing } from '../expected/plain-text.ts';
import { addressesIn } from '../tree/document-text.ts';
import type { HtmlPage } from './html-page.ts';
import type { HtmlReading } from './html-reading.ts';

/** Pages that search engines must not index: the search itself, missing pages, moved pages, what entries once said, what changed since an edition. */
const CLOSED = /^(?:.*\/)?(?:404|search\/index|entry\/[^/]+\/history\/index|since\/[^/]+\/index)\.html$/;

/**
 * Checks what pages tell machines: which may be indexed, what they are about, which address is copied, where
 * links lead out.
 */
export function openPages({ findings, book, site }: HtmlReading): readonly string[] {
  const { handbook } = book;
  const pages = [...site.pages.values()];
  const ordinary = pages.filter(({ path, refresh }) => refresh === undefined && !CLOSED.test(path));
  // No page of a preview may be indexed.
  const preview = handbook.stage === 'preview';
  const out = addressesOut(book);
  const owned = ownAddresses(handbook);
  const { vocabulary } = site;
  for (const page of pages) {
    const own = findings.about({ part: page.path, file: page.path });
    compareMark(own, handbook, page.notes);
    const closed = preview || page.refresh !== undefined || CLOSED.test(page.path);
    const is = page.robots.includes('noindex');
    const reason = `the page ${is ? 'is closed to' : 'may be kept by'} search engines`;
    own.holds('documents', is === closed, closed ? 'noindex' : '', page.robots, reason);
    const described = page.description === '' || describes(page, book) ? [] : [page.description];
    own.words('documents', vocabulary, described, 'its description says');
    const addresses = new Set([
      handbook.iri,
      handbook.iri + ownPlace(handbook, ''),
      sinceAddress(handbook) ?? handbook.iri,
      ...page.entries.map((number) => `${handbook.iri}entry/${numberKey(number)}`),
    ]);
    // Of a clause: which one it is, its label is held to.
    const isHere = (one: string): boolean => {
      const [address = '', anchor] = one.split('#');
      return addresses.has(address) && (anchor === undefined || page.ids.has(decodeURIComponent(anchor)));
    };
    const copied = page.cited.find((one) => !isHere(one) && !owned.has(one));
    own.none('documents', copied, `the page cites ${copied}`);
    const foreign = page.addresses.find(
      (one) => /^[a-z][a-z0-9+.-]*:/i.test(one) && !one.startsWith('site:') && !out(one),
    );
    own.none('links', foreign, `the page leads to ${foreign}`);
  }
  return ordinary.filter(({ canonical }) => canonical !== '').map(({ canonical }) => canonical);
}

/** A description is the handbook's words, or the beginning of the answer. */
function describes({ description, entries }: HtmlPage, { handbook, byNumber }: ExpectedBook): boolean {
  const text = bareLetters(description.replace(/…$/, ''));
  const [only = ''] = entries;
  const entry = byNumber.get(only)?.entry;
  const sources = [
    ...(entry ? [plainAnswer(entry)] : []),
    handbook.description ?? '',
    handbook.subtitle ?? '',
    handbook.title,
    ...prosePages(handbook).flatMap(({ title, body }) => [
      `${title}\n${plainPhrasing(body)}`,
      plainPhrasing(body),
    ]),
    ...handbook.chapters.map(({ summary }) => summary ?? ''),
    ...handbook.topics.map(({ description: words }) => words ?? ''),
  ];
  return sources.some((source) => bareLetters(source).startsWith(text));
}

/** Says whether the handbook names an address, or the address is the book's own. */
function addressesOut({ handbook }: ExpectedBook): (one: string) => boolean {
  const { publisher, license, settings, iri, identifiers } = handbook;
  const known = new Set(
    [...addressesIn(handbook), ...ownAddresses(handbook), publisher?.url, license?.url, settings.html.report]
      .filter((one) => one !== undefined)
      .map(address),
  );
  const doi = identifiers.doi === undefined ? undefined : `https://doi.org/${identifiers.doi}`;
  return (one) =>
    known.has(address(one)) || one.startsWith(iri) || one === doi || reported(one, settings.html.report);
}

/** The address where mistakes are reported, with the entry in it. */
function reported(one: string, report: string | undefined): boolean {
  return report !== undefined && one.startsWith(report.split(/[?{]/)[0] ?? report);
}

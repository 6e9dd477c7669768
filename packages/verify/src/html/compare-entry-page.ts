import { crossReferences, entryNodes, numberKey } from '@octavo/core';
import { MARKUP } from '../content/normalise.ts';
import { type ExpectedBook, numbered } from '../expected/expected-book.ts';
import { expectedHistory } from '../expected/expected-history.ts';
import type { HtmlReading } from './html-reading.ts';
import type { SiteEntry } from './html-site.ts';

/** An entry's own page: its title, its permanent address, its neighbours, and who cites it. */
export function compareEntryPage(
  { findings, book, site }: HtmlReading,
  one: SiteEntry,
  cited: CitedBy,
): void {
  const { found } = one;
  const at = book.entries.findIndex((entry) => entry.number === found.number);
  const expected = book.entries[at];
  if (!expected) return;
  const own = findings.about({ entry: found.number, file: one.page.path });
  const title = `${numbered(expected)} – ${book.handbook.title}`;
  own.text('metadata', title, one.page.title, 'the title');
  const address = `${book.handbook.iri}entry/${numberKey(found.number)}`;
  own.same('metadata', address, one.page.canonical, 'the permanent address');
  const neighbours = [book.entries[at - 1], book.entries[at + 1]].map((entry) =>
    entry ? `#${entry.number}` : '',
  );
  own.list('order', neighbours, one.neighbours, 'the entry before and the entry behind');
  // A question that is named as related is not named again.
  const citing = (cited.get(found.number) ?? [])
    .filter((number) => !expected.entry.related.includes(number))
    .map((number) => `#${number}`);
  own.list('related', citing, one.citedBy, 'the entries that cite it');
  const { open, page } = expectedHistory(expected.entry, book.handbook);
  const path = `entry/${numberKey(found.number)}/history/index.html`;
  const told = site.histories.get(path) ?? [];
  own
    .about({ file: path })
    .list('documents', page.map(MARKUP.text), told.map(MARKUP.text), 'what it said in earlier editions');
  own.list('documents', open.map(MARKUP.text), one.history.map(MARKUP.text), 'its history');
}

/** Numbers of the entries whose answers link to an entry, in reading order. */
export type CitedBy = ReadonlyMap<string, readonly string[]>;

/** Finds who cites whom. */
export function citations({ entries }: ExpectedBook): CitedBy {
  const cited = new Map<string, string[]>();
  for (const { number, entry } of entries) {
    const targets = new Set(crossReferences(entryNodes(entry)).map((node) => node.number));
    for (const target of targets)
      if (target !== number) cited.set(target, [...(cited.get(target) ?? []), number]);
  }
  return cited;
}

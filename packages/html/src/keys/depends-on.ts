import { type ChapterPart, crossReferences, digest, type Entry, entryNodes, prosePages } from '@octavo/core';
import type { Site } from '../site.ts';
import { hasTheme } from '../theme.ts';

/*
 * What a page is made from, as data for the key of a cache. A page must be made from nothing else: a test
 * edits a book a thousand times and compares the result with a build from nothing.
 */

/** What every page is made from: the book without its entries and prose, and which other pages exist. */
export function bookParts(site: Site): unknown {
  const { handbook, options } = site;
  const {
    chapters,
    front,
    back,
    glossary,
    redirects: _redirects,
    errata,
    editions: _editions,
    ...rest
  } = handbook;
  return {
    ...rest,
    chapters: chapters.map(({ entries: _entries, intro: _intro, ...chapter }) => chapter),
    pages: [...front, ...back].map(({ id, title }) => [id, title, site.paths.page(id)]),
    matter: site.paths.matter,
    has: [
      site.hasTopics,
      site.hasTerms,
      glossary.length > 0,
      site.changes.length > 0,
      errata !== undefined,
      site.lists.map(({ id }) => site.paths.list(id)),
    ],
    theme: hasTheme(handbook, options),
    formats: (options.siblings ?? []).map(({ format }) => format),
    drafts: options.drafts ?? false,
    // What pictures of entries can be drawn with.
    faces: options.memory ? [] : (options.fonts ?? []).map(({ family, scripts }) => [family, scripts]),
    // Any answer may mention any term.
    glossary,
  };
}

/** What a link to an entry shows. */
export function card(site: Site, number: string): unknown {
  const entry = site.index.entry.get(number);
  return entry && [entry.number, entry.question, entry.status];
}

/** An entry in full, with what its text, its links and its notices say of others. */
export function whole(site: Site, entry: Entry): unknown {
  const { related, replacedBy } = entry;
  const linked = crossReferences(entryNodes(entry)).map(({ number }) => number);
  const others = [...related, ...linked, ...(replacedBy === undefined ? [] : [replacedBy])];
  return [digest(entry), others.map((other) => card(site, other))];
}

/** Where a chapter part stands and what it is called. */
export function partFacts(site: Site, part: ChapterPart | undefined): unknown {
  if (!part) return undefined;
  const { id, chapter, index, count, entries } = part;
  return [id, chapter.id, index, count, entries[0]?.number, entries.at(-1)?.number, site.paths.part(part)];
}

/**
 * What pages are made from that show the whole book but no entry's answer: the book, its prose, and those
 * fields of every entry that lists, indexes and the sitemap show.
 */
export function outline(site: Site): unknown {
  const { handbook, index, options, changes } = site;
  const { redirects, errata, editions } = handbook;
  const entries = index.entries.map(
    ({ answer: _a, footnotes: _n, fingerprint: _f, source: _s, history, ...shown }) => [
      shown,
      history?.events.map(({ words: _w, since: _i, ...event }) => event),
    ],
  );
  return [
    bookParts(site),
    entries,
    prosePages(handbook),
    redirects,
    errata,
    changes,
    options.changesSince,
    site.lists,
    editions,
  ];
}

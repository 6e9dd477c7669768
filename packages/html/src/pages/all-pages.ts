import type { Entry, Page } from '@octavo/core';
import { entryIri } from '@octavo/core/say';
import { hasHistoryPage } from '../entry/history.ts';
import type { Keys } from '../keys/keys.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { bookListPage } from './book-list.ts';
import { changesPage, errataPage } from './changes.ts';
import { chapterFacts, chapterPage } from './chapter.ts';
import { colophonPage } from './colophon.ts';
import { coverPage } from './cover.ts';
import { downloadsPage } from './downloads.ts';
import { editionsPage, releasePage } from './editions.ts';
import { entryPage } from './entry.ts';
import { glossaryPage } from './glossary.ts';
import { historyPage } from './history.ts';
import { NOT_FOUND, notFoundPage } from './not-found.ts';
import { prosePage } from './prose.ts';
import { searchPage } from './search.ts';
import { sincePage } from './since.ts';
import { termsPage } from './terms.ts';
import { topicPage } from './topic.ts';
import { topicsPage } from './topics.ts';

/** A page that has not been made yet. */
export interface PlannedPage {
  /** From the web root. */
  readonly path: string;
  /** The facts that the sitemap states, if they are known without making the page. */
  readonly facts?: Pick<PageContent, 'canonical' | 'modified'>;
  /** The key of everything that it is made from. */
  readonly key: (keys: Keys) => string;
  readonly make: () => PageContent;
}

/** Every page of the site, one after the other, in reading order. */
export function* allPages(site: Site): Generator<PlannedPage> {
  const { handbook, paths, index } = site;
  const { matter } = paths;
  const prose = (page: Page) => listing(paths.page(page.id), () => prosePage(site, page));
  yield listing(matter.contents, () => coverPage(site));
  yield* handbook.front.map(prose);
  for (const part of paths.parts)
    yield {
      path: paths.part(part),
      facts: chapterFacts(site, part),
      key: (keys) => keys.chapterPage(part),
      make: () => chapterPage(site, part),
    };
  for (const [place, entry] of index.entries.entries()) yield plannedEntry(site, entry, place);
  for (const entry of index.entries)
    if (hasHistoryPage(entry))
      yield {
        path: paths.history(entry.number),
        key: (keys) => keys.historyPage(entry),
        make: () => historyPage(site, entry),
      };
  for (const list of site.lists) yield listing(paths.list(list.id), () => bookListPage(site, list));
  if (site.hasTopics) {
    yield listing(matter.topics, () => topicsPage(site));
    for (const topic of handbook.topics) yield listing(paths.topic(topic.id), () => topicPage(site, topic));
  }
  if (handbook.glossary.length > 0) yield listing(matter.glossary, () => glossaryPage(site));
  if (site.hasTerms) yield listing(matter.terms, () => termsPage(site));
  if (site.changes.length > 0) yield listing(matter.changes, () => changesPage(site));
  if (handbook.errata) yield listing(matter.errata, () => errataPage(site));
  yield* handbook.back.map(prose);
  yield listing(matter.colophon, () => colophonPage(site));
  yield* editionPages(site);
  if (site.options.siblings?.length) yield listing(matter.downloads, () => downloadsPage(site));
  yield listing(matter.search, () => searchPage(site));
  // A volume has none of its own: a host shows that of the work.
  if (!paths.work) yield listing(NOT_FOUND, () => notFoundPage(site));
}

/** A page that shows the whole book but no answers. */
function listing(path: string, make: () => PageContent): PlannedPage {
  return { path, key: (keys) => keys.listing(path), make };
}

/** The list of all editions, and two pages for each. */
function* editionPages(site: Site): Generator<PlannedPage> {
  const { editions, paths } = site;
  if (editions.length === 0) return;
  yield listing(paths.matter.releases, () => editionsPage(site));
  for (const [age, edition] of editions.entries()) {
    yield listing(paths.edition('release', edition.version), () => releasePage(site, edition));
    yield listing(paths.edition('since', edition.version), () => sincePage(site, edition, age));
  }
}

function plannedEntry(site: Site, entry: Entry, place: number): PlannedPage {
  return {
    path: site.paths.entry(entry.number),
    facts: {
      canonical: entryIri(site.handbook, entry.number),
      modified: entry.revised ?? site.date,
    },
    key: (keys) => keys.entryPage(entry, place),
    make: () => entryPage(site, entry, place),
  };
}

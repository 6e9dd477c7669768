import type { Entry } from '@octavo/core';
import { entryIri } from '../entry/actions.ts';
import type { Keys } from '../keys/keys.ts';
import type { PageContent } from '../page.ts';
import type { Site } from '../site.ts';
import { changesPage } from './changes.ts';
import { chapterFacts, chapterPage } from './chapter.ts';
import { colophonPage } from './colophon.ts';
import { coverPage } from './cover.ts';
import { downloadsPage } from './downloads.ts';
import { entryPage } from './entry.ts';
import { glossaryPage } from './glossary.ts';
import { notFoundPage } from './not-found.ts';
import { prosePage } from './prose.ts';
import { searchPage } from './search.ts';
import { termsPage } from './terms.ts';
import { topicPage } from './topic.ts';
import { topicsPage } from './topics.ts';

/** A page: what the sitemap says of it, and how to make it. */
export interface PagePlan extends Pick<PageContent, 'path' | 'canonical' | 'modified'> {
  /** For a page that is worth keeping: the key of all it is made from. */
  readonly key?: (keys: Keys) => string;
  readonly make: () => PageContent;
}

/** Every page of the site, one after the other, in reading order. */
export function* allPages(site: Site): Generator<PagePlan> {
  for (const item of pagesOf(site)) yield 'make' in item ? item : { ...item, make: () => item };
}

function* pagesOf(site: Site): Generator<PagePlan | PageContent> {
  const { handbook } = site;
  yield coverPage(site);
  for (const page of handbook.front) yield prosePage(site, page);
  for (const part of site.paths.parts)
    yield {
      ...chapterFacts(site, part),
      key: (keys) => keys.chapterPage(part),
      make: () => chapterPage(site, part),
    };
  for (const [place, entry] of site.index.entries.entries()) yield entryPlan(site, entry, place);
  if (site.hasTopics) {
    yield topicsPage(site);
    for (const topic of handbook.topics) yield topicPage(site, topic);
  }
  if (handbook.glossary.length > 0) yield glossaryPage(site);
  if (site.hasTerms) yield termsPage(site);
  if (site.changes.length > 0) yield changesPage(site);
  for (const page of handbook.back) yield prosePage(site, page);
  yield colophonPage(site);
  if (site.options.siblings?.length) yield downloadsPage(site);
  yield searchPage(site);
  yield notFoundPage(site);
}

function entryPlan(site: Site, entry: Entry, place: number): PagePlan {
  return {
    path: site.paths.entry(entry.number),
    canonical: entryIri(site, entry.number),
    modified: entry.revised ?? site.handbook.edition.date,
    key: (keys) => keys.entryPage(entry, place),
    make: () => entryPage(site, entry, place),
  };
}

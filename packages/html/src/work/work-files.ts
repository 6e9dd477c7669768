import { type Moved, type OutputFile, withoutSlots } from '@octavo/core';
import { atom } from '../feeds/atom.ts';
import { jsonFeed } from '../feeds/json-feed.ts';
import { llms } from '../feeds/llms.ts';
import { robots } from '../feeds/robots.ts';
import { sitemap } from '../feeds/sitemap.ts';
import { document } from '../frame/document.ts';
import { sharedFrames } from '../frame/shared-frame.ts';
import { workLevel } from '../level.ts';
import { offlineFiles } from '../offline/offline-file.ts';
import type { PageContent } from '../page.ts';
import { notFoundPage } from '../pages/not-found.ts';
import { redirectRules } from '../redirects.ts';
import { searchParts } from '../search/search-files.ts';
import type { Site } from '../site.ts';
import { serialise } from '../tree/serialise.ts';
import { workPage } from './work-page.ts';

type Listed = Pick<PageContent, 'canonical' | 'modified'>;

/**
 * The files at the root of a work, as one of its volumes makes them: the page with the contents of all
 * volumes, the page for addresses that lead nowhere, search, feeds, sitemap, and what hosts and robots
 * read there. `own`: the volume's own files. In each the volume's own part is marked, so that publishing can put all volumes into it.
 */
export function workFiles(
  site: Site,
  moved: readonly Moved[],
  pages: () => readonly Listed[],
  own: readonly OutputFile[],
): OutputFile[] {
  if (!site.handbook.volume) return [];
  const level = workLevel(site);
  const frameOf = sharedFrames(site);
  const html = (page: PageContent): OutputFile => ({
    path: page.path,
    mediaType: 'text/html',
    content: serialise(document(site, page, frameOf(page))),
  });
  return [
    html(workPage(site, level)),
    html(notFoundPage(site)),
    searchParts(site, level),
    atom(site, level),
    jsonFeed(site, level),
    sitemap([{ canonical: level.home }], pages(), level),
    robots(site.handbook, level),
    llms(site, level),
    redirectRules(site, moved, level),
    ...offlineFiles(site, own),
  ].map(ofWork);
}

/** A file with marked slots: its text with this volume alone, and how it is combined with others. */
function ofWork(file: OutputFile): OutputFile {
  const work = new TextDecoder().decode(file.content as Uint8Array);
  return { ...file, content: new TextEncoder().encode(withoutSlots(work)), work };
}

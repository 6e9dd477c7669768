import type { Compiled, CompileOptions, Handbook, OutputFile } from '@octavo/core';
import { assetFiles } from './assets.ts';
import { atom } from './feeds/atom.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { llms } from './feeds/llms.ts';
import { openSearch } from './feeds/open-search.ts';
import { robots } from './feeds/robots.ts';
import { sitemap } from './feeds/sitemap.ts';
import { document } from './frame/document.ts';
import { sharedFrames } from './frame/shared-frame.ts';
import { imageFiles } from './images.ts';
import { entryMarkdown } from './markdown/entry-markdown.ts';
import type { PageContent } from './page.ts';
import { allPages } from './pages/all-pages.ts';
import { type Moved, redirectFiles, redirects } from './redirects.ts';
import { searchFiles } from './search/search-files.ts';
import { site as gather } from './site.ts';
import { themeFiles } from './theme.ts';
import { serialise } from './tree/serialise.ts';

export interface HtmlCompiled extends Compiled {
  /** Old names of entries and where they lead: for a server that can redirect. */
  readonly moved: readonly Moved[];
}

/**
 * Compiles a handbook into a website: plain files for the web root of the handbook's IRI that work
 * on a server, under any sub-path and from file://, with scripts and without.
 *
 * Reports `image-available` and `theme-available` (errors): a file the handbook names is not in
 * `options.assets`; and `alias-has-page` (warning): an old name cannot be a folder's.
 */
export async function compile(handbook: Handbook, options: CompileOptions = {}): Promise<HtmlCompiled> {
  const site = gather(handbook, options);
  const pages: Omit<PageContent, 'main' | 'side'>[] = [];
  const files: OutputFile[] = [];
  const { moved, messages } = redirects(site);
  const frameOf = sharedFrames(site);
  for (const page of allPages(site)) {
    const content = serialise(document(site, page, frameOf(page)));
    files.push({ path: page.path, mediaType: 'text/html', content });
    const { main: _main, side: _side, ...about } = page;
    pages.push(about);
  }
  files.push(
    ...site.index.entries.map((entry) => entryMarkdown(site, entry)),
    ...redirectFiles(site, moved),
    ...imageFiles(handbook, options),
    ...themeFiles(handbook, options),
    ...assetFiles(),
    ...searchFiles(site),
    sitemap(pages),
    robots(handbook),
    atom(site),
    jsonFeed(site),
    openSearch(site),
    llms(site),
  );
  return { files, messages: [...site.messages, ...messages], moved };
}

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
import { keysOf } from './keys/keys.ts';
import { remembered } from './keys/remembered.ts';
import { allPages, type PagePlan } from './pages/all-pages.ts';
import { type Moved, redirectFiles, redirects } from './redirects.ts';
import { searchFiles } from './search/search-files.ts';
import { searchPart, searchPartPath } from './search/search-part.ts';
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
  const { cache } = options;
  const keys = keysOf(site);
  const pages: Pick<PagePlan, 'canonical' | 'modified'>[] = [];
  const files: OutputFile[] = [];
  const { moved, messages } = redirects(site);
  const frameOf = sharedFrames(site);
  for (const plan of allPages(site)) {
    const print = () => {
      const page = plan.make();
      return serialise(document(site, page, frameOf(page)));
    };
    const { key, path } = plan;
    const content = key ? await remembered(cache, () => key(keys), print) : print();
    files.push({ path, mediaType: 'text/html', content });
    const { canonical, modified } = plan;
    // Not the plan: it would hold on to the page's tree.
    if (canonical !== undefined) pages.push({ canonical, ...(modified ? { modified } : {}) });
  }
  for (const entry of site.index.entries) {
    const content = await remembered(cache, () => keys.markdown(entry), () => entryMarkdown(site, entry));
    files.push({ path: site.paths.markdown(entry.number), mediaType: 'text/markdown', content });
  }
  for (const part of site.paths.parts) {
    const content = await remembered(cache, () => keys.searchPart(part), () => searchPart(site, part));
    files.push({ path: searchPartPath(site, part), mediaType: 'text/javascript', content });
  }
  files.push(
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

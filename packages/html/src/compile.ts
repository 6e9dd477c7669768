import type { Compiled, CompileOptions, Handbook, OutputFile } from '@octavo/core';
import { assetFiles } from './assets.ts';
import { atom } from './feeds/atom.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { llms } from './feeds/llms.ts';
import { openSearch } from './feeds/open-search.ts';
import { robots } from './feeds/robots.ts';
import { sitemap } from './feeds/sitemap.ts';
import { document } from './frame/document.ts';
import { imageFiles } from './images.ts';
import { entryMarkdown } from './markdown/entry-markdown.ts';
import { AT_ONCE, ON_DEMAND } from './on-demand.ts';
import type { PageContent } from './page.ts';
import { allPages } from './pages/all-pages.ts';
import { type Moved, redirectFiles, redirects } from './redirects.ts';
import { searchFiles } from './search/search-files.ts';
import { site as gather, type Site } from './site.ts';
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
  const file = options.memory ? ON_DEMAND : AT_ONCE;
  const { moved, messages } = redirects(site);
  const pages = [...allPages(site)].map(({ path, make }) => writtenPage(site, path, make));
  const files: OutputFile[] = [
    ...pages.map(({ path, bytes }) =>
      file(path, 'text/html', () => ({ path, mediaType: 'text/html', content: bytes() })),
    ),
    ...site.index.entries.map((entry) =>
      file(site.paths.markdown(entry.number), 'text/markdown', () => entryMarkdown(site, entry)),
    ),
    ...redirectFiles(site, moved, file),
    ...imageFiles(handbook, options),
    ...themeFiles(handbook, options),
    ...assetFiles(),
    ...searchFiles(site, file),
    file('sitemap.xml', 'application/xml', () => sitemap(pages.map(({ about }) => about()))),
    robots(handbook),
    file('feed.xml', 'application/atom+xml', () => atom(site)),
    file('feed.json', 'application/feed+json', () => jsonFeed(site)),
    openSearch(site),
    file('llms.txt', 'text/plain', () => llms(site)),
  ];
  return { files, messages: [...site.messages, ...messages], moved };
}

/** A page made once, when its bytes or what the sitemap says of it are first wanted; its tree is not kept. */
function writtenPage(site: Site, path: string, make: () => PageContent) {
  let made: { readonly bytes: Uint8Array; readonly about: Omit<PageContent, 'main' | 'side'> } | undefined;
  const page = () => {
    if (made) return made;
    const content = make();
    const { main: _main, side: _side, ...about } = content;
    made = { bytes: serialise(document(site, content)), about };
    return made;
  };
  return { path, bytes: () => page().bytes, about: () => page().about };
}

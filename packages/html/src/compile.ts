import type { Compiled, CompileOptions, Handbook, Moved, OutputFile } from '@octavo/core';
import { entryReading } from '@octavo/core/ledger';
import { assetFiles } from './assets.ts';
import { cardFiles } from './cards/cards.ts';
import { atom } from './feeds/atom.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { llms, llmsFull } from './feeds/llms.ts';
import { openSearch } from './feeds/open-search.ts';
import { robots } from './feeds/robots.ts';
import { sitemap } from './feeds/sitemap.ts';
import { fontFiles } from './fonts/font-files.ts';
import { document } from './frame/document.ts';
import { type SharedFrame, sharedFrames } from './frame/shared-frame.ts';
import { imageFiles } from './images.ts';
import { keysOf } from './keys/keys.ts';
import { remembered, rememberedFiles } from './keys/remembered.ts';
import { bookLevel } from './level.ts';
import { entryMarkdown } from './markdown/entry-markdown.ts';
import { introMarkdown } from './markdown/intro-markdown.ts';
import { offlineFiles } from './offline/offline-file.ts';
import { AT_ONCE, ON_DEMAND } from './on-demand.ts';
import type { PageContent } from './page.ts';
import { allPages, type PlannedPage } from './pages/all-pages.ts';
import { redirectFiles, redirects } from './redirects.ts';
import { searchFiles } from './search/search-files.ts';
import { searchBook, searchBookPath, searchPart, searchPartPath } from './search/search-part.ts';
import { site as gather, type Site } from './site.ts';
import { themeFiles } from './theme.ts';
import { serialise } from './tree/serialise.ts';
import { workFiles } from './work/work-files.ts';

export interface HtmlCompiled extends Compiled {
  /** Old names of entries and where they lead: for a server that can redirect. */
  readonly moved: readonly Moved[];
}

/**
 * Compiles a handbook into a website: plain files for the web root of the handbook's IRI that work on a
 * server, under any sub-path and from file://, with and without scripts. Reports `image-available` and
 * `theme-available` (errors) for a file that the handbook names and `options.assets` lacks, and
 * `alias-has-page` (warning) for an old name that cannot be a folder's name.
 */
export async function compile(handbook: Handbook, options: CompileOptions = {}): Promise<HtmlCompiled> {
  const site = gather(handbook, options);
  const file = options.memory ? ON_DEMAND : AT_ONCE;
  const { moved, messages } = redirects(site);
  const frameOf = sharedFrames(site);
  const pages = [...allPages(site)].map((plan) => writtenPage(site, plan, frameOf));
  const keys = keysOf(site);
  // A file that is made on demand is made from what is in memory.
  const cache = options.memory ? undefined : options.cache;
  const kept = async (path: string, mediaType: string, key: () => string, make: () => Uint8Array) =>
    cache
      ? { path, mediaType, content: await remembered(cache, key, make) }
      : file(path, mediaType, () => ({ path, mediaType, content: make() }));
  const files: OutputFile[] = [];
  for (const { path, key, bytes } of pages) files.push(await kept(path, 'text/html', () => key(keys), bytes));
  const twins: OutputFile[] = [];
  for (const chapter of handbook.chapters) {
    const path = site.paths.introMarkdown(chapter);
    if (path !== undefined) {
      const make = () => introMarkdown(site, path, chapter);
      twins.push(await kept(path, 'text/markdown', () => keys.introMarkdown(chapter), make));
    }
    for (const entry of chapter.entries) {
      // Markdown has no marks for edits in lists, tables and code: the twin of a redlined entry says this edition's words.
      const [twin = entry] = handbook.redline ? entryReading(entry, 'deleted') : [entry];
      const make = () => entryMarkdown(site, twin);
      twins.push(
        await kept(site.paths.markdown(entry.number), 'text/markdown', () => keys.markdown(entry), make),
      );
    }
  }
  files.push(...twins);
  for (const part of site.paths.parts) {
    const make = () => searchPart(site, part);
    files.push(await kept(searchPartPath(site, part), 'text/javascript', () => keys.searchPart(part), make));
  }
  const book = () => searchBook(site);
  files.push(await kept(searchBookPath(site), 'text/javascript', () => keys.listing('search'), book));
  const level = bookLevel(site);
  const { own } = site.paths;
  const about = () => pages.map((page) => page.about());
  const lists = (): OutputFile[] => [
    ...redirectFiles(site, moved, file),
    file(own('sitemap.xml'), 'application/xml', () => sitemap([], about(), level)),
    file(own('llms.txt'), 'text/plain', () => llms(site, level)),
  ];
  const inFolder = (made: OutputFile): OutputFile => ({ ...made, path: own(made.path) });
  files.push(
    ...(await rememberedFiles(cache, () => keys.listing('lists'), lists)),
    ...[
      ...imageFiles(handbook, options),
      ...themeFiles(handbook, options),
      ...fontFiles(handbook, options),
      ...assetFiles(),
    ].map(inFolder),
    ...searchFiles(site).map(inFolder),
    // Robots ask for it at the root, which a volume shares with others.
    ...(handbook.volume ? [] : [robots(handbook, level)]),
    file(own('llms-full.txt'), 'text/plain', () => llmsFull(site, twins)),
    file(own('feed.xml'), 'application/atom+xml', () => atom(site, level)),
    file(own('feed.json'), 'application/feed+json', () => jsonFeed(site, level)),
    inFolder(openSearch(site)),
  );
  files.push(...(await cardFiles(site)));
  files.push(...workFiles(site, moved, about, files), ...(handbook.volume ? [] : offlineFiles(site, files)));
  return { files, messages: [...site.messages, ...messages], moved };
}

/** Makes a page once, when its bytes or its line in the sitemap are first needed; its tree is not kept. */
function writtenPage(site: Site, plan: PlannedPage, frameOf: (page: PageContent) => SharedFrame) {
  let made: { readonly bytes: Uint8Array; readonly about: Omit<PageContent, 'main' | 'side'> } | undefined;
  const page = () => {
    if (made) return made;
    const content = plan.make();
    const { main: _main, side: _side, ...about } = content;
    made = { bytes: serialise(document(site, content, frameOf(content))), about };
    return made;
  };
  const { path, key, facts } = plan;
  return { path, key, bytes: () => page().bytes, about: () => facts ?? page().about };
}

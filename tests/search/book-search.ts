import { runInNewContext } from 'node:vm';
import { compile } from '@octavo/html';
import type { Book } from '../contract/load-book.ts';

/** What the search says first: the number of an entry, or the title of what is none. */
export interface BookSearch {
  readonly ask: (query: string) => readonly string[];
  /** What a reader loads to search, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface Hit {
  readonly item: { readonly numbers?: readonly string[]; readonly title: string };
}

interface Engine {
  readonly add: (item: unknown) => void;
  readonly search: (query: string) => readonly Hit[];
}

/** The search of a book's website, as its page runs it: scripts that find each other in one place. */
export async function bookSearch({ handbook, assets }: Book): Promise<BookSearch> {
  const { files } = await compile(handbook, { assets });
  const texts = new Map<string, Uint8Array>();
  for (const { path, content } of files)
    if (/static\/(?:engine|language|search\/.*)\.js$/.test(path) && content instanceof Uint8Array)
      texts.set(path, content);
  const found: unknown[] = [];
  const place: { octavoEngine?: { create: (...given: unknown[]) => Engine }; octavoLanguage?: unknown } = {};
  const page = Object.assign(place, {
    octavoSearchPart: (_chapter: string, items: readonly unknown[]) => found.push(...items),
  });
  for (const content of texts.values()) runInNewContext(new TextDecoder().decode(content), page);
  const cover = files.find(({ path }) => path.endsWith('search/index.html'))?.content;
  const html = cover instanceof Uint8Array ? new TextDecoder().decode(cover) : '';
  const cited = /data-cited="([^"]*)"/.exec(html)?.[1];
  const engine = page.octavoEngine?.create(page.octavoLanguage, [cited]);
  for (const item of found) engine?.add(item);
  return {
    ask: (query) => (engine?.search(query) ?? []).map(({ item }) => item.numbers?.[0] ?? item.title),
    files: texts,
  };
}

import { bookPath, type Chapter, type ChapterPart, chapterParts, type Handbook } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import { type BookList, entryPath } from '@octavo/core/say';

/** Where every page of the site lives, from the web root. Pure look-ups, made once. */
export interface SitePaths {
  readonly entry: (number: string) => string;
  readonly markdown: (number: string) => string;
  readonly history: (number: string) => string;
  /** The page of an edition, and that of what has changed since. */
  readonly edition: (folder: 'release' | 'since', version: string) => string;
  /** The chapter part that holds an entry in full. */
  readonly partOf: (number: string) => ChapterPart | undefined;
  readonly part: (part: ChapterPart) => string;
  /** The Markdown twin of a chapter with an introduction, beside its first page. */
  readonly introMarkdown: (chapter: Chapter) => string | undefined;
  readonly page: (id: string) => string;
  /** A file of this book's own, by its path from the book's folder: `static/octavo.css`. */
  readonly own: (path: string) => string;
  /** The page of the whole work, when the book is a volume of one. */
  readonly work?: string;
  readonly topic: (id: string) => string;
  readonly matter: Readonly<Record<Matter, string>>;
  readonly list: (id: BookList['id']) => string;
  readonly parts: readonly ChapterPart[];
}

/** The pages that the site adds itself. */
export type Matter =
  | 'contents'
  | 'topics'
  | 'glossary'
  | 'terms'
  | 'changes'
  | 'errata'
  | 'colophon'
  | 'releases'
  | 'downloads'
  | 'search';

/** The address of an entry or page in a tree, before `place` makes it relative to its page. */
export function rooted(path: string, fragment?: string): string {
  return `/${path}${fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`}`;
}

/**
 * Lays the site out. Chapters and prose pages have a folder named by their id. A page of our own whose folder
 * would meet one of those gets an underscore, which no id can contain.
 */
export function sitePaths(handbook: Handbook): SitePaths {
  const parts = handbook.chapters.flatMap((chapter: Chapter) => chapterParts(chapter));
  const taken = new Set<string>();
  const own = (path: string): string => bookPath(handbook, path);
  const claim = (name: string): string => {
    let folder = portable(name);
    while (taken.has(folder)) folder += '_';
    taken.add(folder);
    return own(`${folder}/index.html`);
  };
  const partPaths = new Map(parts.map((part) => [part, claim(part.id)]));
  const pagePaths = new Map([...handbook.front, ...handbook.back].map((page) => [page.id, claim(page.id)]));
  const matter: Record<Matter, string> = {
    contents: own('index.html'),
    topics: claim('topics'),
    glossary: claim('glossary'),
    terms: claim('terms'),
    changes: claim('changes'),
    errata: claim('errata'),
    colophon: claim('colophon'),
    releases: claim('releases'),
    downloads: claim('downloads'),
    search: claim('search'),
  };
  const [figures, tables, lists] = [claim('figures'), claim('tables'), claim('lists')];
  const partOf = new Map(parts.flatMap((part) => part.entries.map((entry) => [entry.number, part] as const)));
  return {
    entry: (number) => `${entryPath(number)}/index.html`,
    markdown: (number) => `${entryPath(number)}.md`,
    history: (number) => `${entryPath(number)}/history/index.html`,
    edition: (folder, version) => own(`${folder}/${versionSegment(version)}/index.html`),
    partOf: (number) => partOf.get(number),
    part: (part) => partPaths.get(part) ?? own(`${part.id}/index.html`),
    introMarkdown: (chapter) => {
      const first = parts.find((part) => part.chapter.id === chapter.id);
      return chapter.intro && first && partPaths.get(first)?.replace(/html$/, 'md');
    },
    page: (id) => pagePaths.get(id) ?? own(`${id}/index.html`),
    own,
    ...(handbook.volume ? { work: 'index.html' } : {}),
    list: (id) => {
      if (id === 'figures') return figures;
      return id === 'tables'
        ? tables
        : lists.replace(/index\.html$/, `${portable(id.slice('list_'.length))}/index.html`);
    },
    topic: (id) => matter.topics.replace(/index\.html$/, `${portable(id)}/index.html`),
    matter,
    parts,
  };
}

/** Windows reserves these names for devices, whatever their case: no folder may have one. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A folder name that every file system accepts. */
export function portable(name: string): string {
  return DEVICE.test(name) ? `${name}_` : name;
}

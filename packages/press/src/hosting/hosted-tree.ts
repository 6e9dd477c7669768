import { hash } from 'node:crypto';
import {
  bookFolder,
  bookPath,
  groupBy,
  type Moved,
  numberKey,
  type Placed,
  type ReleaseContent,
  slot,
} from '@octavo/core';
import type { EditionList } from '../editions/edition-list.ts';
import type { WrittenFile } from '../tally.ts';
import { NEGOTIATED } from './accept-rules.ts';
import { type TimeGate, timeGate } from './time-gate.ts';

/** What a web server has to know about a finished tree. */
export interface HostedTree {
  /** Path of the handbook's IRI, with a slash at both ends, decoded. */
  readonly root: string;
  /** The prefix of variable names, because two handbooks can share a server. */
  readonly name: string;
  readonly media: MediaRules;
  /** The exceptions in `media.files` that lie at the root of a work. */
  readonly commonFiles: MediaRules['files'];
  /** Data whose file name ending every host knows (`.json`), from the web root. */
  readonly plainData: readonly string[];
  /** The part of `plainData` that lies at the root of a work. */
  readonly commonData: readonly string[];
  /** Files that never change, from the web root. */
  readonly frozenFiles: readonly string[];
  /** Folders of sealed feed pages, from the web root, newest first. */
  readonly frozenFolders: readonly string[];
  /** Old names of entries, and what is in their addresses now. */
  readonly moved: readonly Moved[];
  /** Old names that have a document of their own. */
  readonly kept: readonly string[];
  /** Whether there is a page for addresses that lead nowhere. */
  readonly notFound: boolean;
  /** A regular expression for the addresses, below the root, that have both a page and data. */
  readonly negotiated: string;
  /** Marks the part that belongs to this book alone in a file that the volumes of a work build together. */
  readonly own: (name: string, text: string, between?: string) => string;
  /** How old editions are found by Accept-Datetime; absent for a volume, and where no edition was released. */
  readonly gate?: TimeGate;
  /** The prefix of rule names that belong to this book alone. */
  readonly ownName: string;
}

/** Collects what a server has to know from the files that were written and the earlier releases. */
export function hostedTree(
  book: Placed & { readonly iri: string },
  written: ReadonlyMap<string, WrittenFile>,
  {
    ledger,
    moved,
    common,
    editions,
  }: {
    readonly ledger: readonly ReleaseContent[];
    readonly moved: readonly Moved[];
    /** Files at the root of a work, which no volume lists as its own. */
    readonly common: readonly string[];
    readonly editions: EditionList;
  },
): HostedTree {
  const { id, iri, volume } = book;
  const { endings, files } = mediaRules([...written.values(), ...(volume ? WORK_FILES : [])]);
  const isCommon = ([path]: readonly [string, string]): boolean => !path.startsWith(bookFolder(book));
  const sealed = ledger.flatMap(({ pages }) =>
    pages.map(({ path }) => bookPath(book, path.slice(0, path.lastIndexOf('/')))),
  );
  return {
    root: decodeURI(new URL(iri).pathname),
    // All volumes of a work keep their rules in one place.
    name: `octavo_${volume ? hash('sha256', iri).slice(0, 12) : nameOf(id)}`,
    media: { endings, files: files.filter((file) => !isCommon(file)) },
    commonFiles: files.filter(isCommon),
    commonData: common.filter((path) => path.endsWith('inventory.json')),
    plainData: [
      ...new Set([
        ...[...written.values()]
          .filter(({ mediaType }) => mediaType === 'application/json')
          .map(({ path }) => path),
        // These are written later, or by a release alone.
        bookPath(book, 'manifest.json'),
        bookPath(book, 'parity.json'),
      ]),
    ].sort(),
    frozenFiles: [...written.keys()].filter((path) => /^context\/v\d+\.jsonld$/.test(path)).sort(),
    frozenFolders: [...new Set(sealed)].reverse(),
    moved: moved.map(({ from, to }) => ({ from, to: numberKey(to) })),
    kept: moved.map(({ from }) => from).filter((from) => written.has(`entry/${from}.jsonld`)),
    notFound: written.has('404.html') || common.includes('404.html'),
    negotiated: volume ? `(?:volume/[^/]+/)?${NEGOTIATED}` : NEGOTIATED,
    own: volume ? slot : (_name, text) => text,
    ...(volume || editions.editions.length === 0 ? {} : { gate: timeGate(iri, editions) }),
    ownName: volume ? `${nameOf(id)}_` : '',
  };
}

/** nginx keeps variable names in a hash table that has no room for long ones. */
function nameOf(id: string): string {
  return id.length > 24 ? hash('sha256', id).slice(0, 12) : id.replaceAll('-', '_');
}

/** What lies at the root of a work, and the picture types that only another volume may have. */
const WORK_FILES: readonly Pick<WrittenFile, 'path' | 'mediaType'>[] = [
  { path: 'feed.xml', mediaType: 'application/atom+xml' },
  { path: 'feed.json', mediaType: 'application/feed+json' },
  { path: 'sitemap.xml', mediaType: 'application/xml' },
  ...['png', 'jpeg', 'gif', 'webp'].map((name) => ({ path: `.${name}`, mediaType: `image/${name}` })),
  { path: '.jpg', mediaType: 'image/jpeg' },
  { path: '.svg', mediaType: 'image/svg+xml' },
];

/** The media type of every file, as a small set of rules. */
interface MediaRules {
  /** By the end of the name, the longer ends first: `.schema.json` before `.json`. */
  readonly endings: readonly (readonly [ending: string, mediaType: string])[];
  /** Files whose ending says something else, from the web root. */
  readonly files: readonly (readonly [path: string, mediaType: string])[];
}

/**
 * Of an ending with several types, such as `.xml`, the plain type is the rule and the others are exceptions.
 */
function mediaRules(written: Iterable<Pick<WrittenFile, 'path' | 'mediaType'>>): MediaRules {
  const byEnding = groupBy(
    [...written],
    ({ path }) => /(?:\.schema)?\.[A-Za-z0-9]+$/.exec(path.slice(path.lastIndexOf('/') + 1))?.[0],
  );
  const endings: [string, string][] = [];
  const files: [string, string][] = [];
  for (const [ending, own] of byEnding) {
    if (ending === undefined) continue;
    const plain = `application/${ending.slice(1)}`;
    const types = own.map(({ mediaType }) => mediaType).sort();
    const rule = types.includes(plain) ? plain : (types[0] ?? plain);
    endings.push([ending, rule]);
    for (const { path, mediaType } of own) if (mediaType !== rule) files.push([path, mediaType]);
  }
  return { endings: endings.sort(longerFirst), files: files.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

function longerFirst([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return b.split('.').length - a.split('.').length || (a < b ? -1 : 1);
}

import { type Handbook, versionSegment } from '@octavo/core';

/** The IRIs of a handbook's things. None ever changes: each is made of what the source declares. */
export interface Iris {
  /** The work's IRI, ends in `/`. */
  readonly root: string;
  /** This book: the whole work, or the volume that it is a slice of. */
  readonly book: string;
  readonly context: string;
  readonly topics: string;
  readonly glossary: string;
  readonly feed: string;
  readonly feedIndex: string;
  readonly releases: string;
  /** Of a number, or of an old id or number. */
  readonly entry: (number: string) => string;
  readonly answer: (number: string) => string;
  readonly chapter: (id: string) => string;
  readonly part: (id: string) => string;
  readonly page: (id: string) => string;
  readonly topic: (id: string) => string;
  readonly term: (id: string) => string;
  /** An image, where the HTML format puts it. */
  readonly asset: (path: string) => string;
  readonly release: (version: string) => string;
  readonly build: (version: string) => string;
}

export const CONTEXT_PATH = 'context/v1.jsonld';

/** The IRIs under a handbook's `iri`. */
export function irisOf(handbook: Pick<Handbook, 'iri' | 'volume'>): Iris {
  const root = handbook.iri;
  const { volume } = handbook;
  const book = volume ? `${root}volume/${volume.first}-${volume.last}` : `${root}handbook`;
  return {
    root,
    book,
    context: root + CONTEXT_PATH,
    topics: `${root}topics`,
    glossary: `${root}glossary`,
    feed: `${root}feed`,
    feedIndex: `${root}feed/index.jsonld`,
    releases: `${root}releases`,
    entry: (number) => `${root}entry/${encodeURIComponent(number)}`,
    answer: (number) => `${root}entry/${number}#answer`,
    chapter: (id) => `${root}chapter/${id}`,
    part: (id) => `${book}#part-${id}`,
    page: (id) => `${root}page/${id}`,
    topic: (id) => `${root}topic/${id}`,
    term: (id) => `${root}glossary#${id}`,
    asset: (path) => `${root}images/${encodePath(path)}`,
    release: (version) => `${root}release/${versionSegment(version)}`,
    build: (version) => `${root}build/${versionSegment(version)}`,
  };
}

/** A path as it stands in an IRI. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

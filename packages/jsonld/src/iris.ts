import { bookAddress, bookFolder, type Handbook } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import { aliasName, entryPath } from '@octavo/core/say';

/** The IRIs of a handbook's things. None ever changes, because each is made from what the source declares. */
export interface Iris {
  /** The work's IRI, ends in `/`. */
  readonly root: string;
  /** The folder of this book below the root: `volume/<id>/`, or nothing when it is the whole work. */
  readonly folder: string;
  /** Where this book lies: the root with the folder. */
  readonly home: string;
  /** This book: the whole work, or a volume of it. */
  readonly book: string;
  /** The work that the book is, or is a volume of. */
  readonly work: string;
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
  /** The property of a field that names none of its own. */
  readonly property: (name: string) => string;
  /** An entry type. */
  readonly type: (name: string) => string;
  /** A taxonomy beside that of the topics, or a concept of it. */
  readonly taxonomy: (id: string, concept?: string) => string;
  /** An image, where the HTML format puts it. */
  readonly asset: (path: string) => string;
  readonly release: (version: string) => string;
  readonly build: (version: string) => string;
}

export const CONTEXT_PATH = 'context/v1.jsonld';

/** The IRIs under a handbook's `iri`. */
export function irisOf(
  handbook: Pick<Handbook, 'id' | 'iri' | 'volume' | 'numbers' | 'formerNumbers'>,
): Iris {
  const root = handbook.iri;
  const folder = bookFolder(handbook);
  const home = bookAddress(handbook);
  const book = `${home}handbook`;
  return {
    root,
    folder,
    home,
    book,
    work: `${root}handbook`,
    context: root + CONTEXT_PATH,
    topics: `${home}topics`,
    glossary: `${home}glossary`,
    feed: `${home}feed`,
    feedIndex: `${home}feed/index.jsonld`,
    releases: `${home}releases`,
    entry: (number) => `${root}entry/${encodeURIComponent(aliasName(number, handbook))}`,
    answer: (number) => `${root}${entryPath(number)}#answer`,
    chapter: (id) => `${home}chapter/${id}`,
    part: (id) => `${book}#part-${id}`,
    page: (id) => `${home}page/${id}`,
    topic: (id) => `${home}topic/${id}`,
    term: (id) => `${home}glossary#${id}`,
    property: (name) => `${home}vocabulary#${name}`,
    type: (name) => `${home}vocabulary#type-${name}`,
    taxonomy: (id, concept) =>
      `${home}vocabulary#taxonomy-${id}${concept === undefined ? '' : `.${concept}`}`,
    asset: (path) => `${home}images/${encodePath(path)}`,
    release: (version) => `${home}release/${versionSegment(version)}`,
    build: (version) => `${home}build/${versionSegment(version)}`,
  };
}

/** The IRIs that once named a volume: its first and last number did so before its id. */
export function oldVolumeIris({ volume }: Pick<Handbook, 'volume'>, root: string): readonly string[] {
  return (volume?.aliases ?? []).flatMap((alias) => [
    `${root}volume/${alias}`,
    `${root}volume/${alias}/handbook`,
  ]);
}

/** A path as it stands in an IRI. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

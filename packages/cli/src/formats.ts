import type { PressFormat } from '@octavo/press';

/** A format that a book can be built into; its code is loaded when it is needed. */
export interface BookFormat {
  readonly name: string;
  readonly title: string;
  readonly load: () => Promise<PressFormat>;
  /**
   * The place from which npm packages with fonts are looked up, and whose code a cache depends on: the
   * format's own package.
   */
  readonly home: () => string;
  /** Set when its tasks are worth threads that start before the format is loaded. */
  readonly threads?: true;
  /** Set for a format whose files are statements about the work: they are the same whatever is marked in its text. */
  readonly statements?: true;
  /** Set for a format from outside Octavo: nothing of it is cached. */
  readonly foreign?: true;
}

/** The only list of Octavo's formats, in the order in which people are told about them. It loads nothing. */
export const FORMATS: readonly BookFormat[] = [
  {
    name: 'html',
    title: 'HTML',
    load: async () => (await import('@octavo/html')).FORMAT,
    home: () => import.meta.resolve('@octavo/html'),
  },
  {
    name: 'pdf',
    title: 'PDF',
    load: async () => (await import('@octavo/pdf')).FORMAT,
    home: () => import.meta.resolve('@octavo/pdf'),
    threads: true,
  },
  {
    name: 'epub',
    title: 'EPUB',
    load: async () => (await import('@octavo/epub')).FORMAT,
    home: () => import.meta.resolve('@octavo/epub'),
  },
  {
    name: 'jsonld',
    title: 'JSON-LD',
    statements: true,
    load: async () => (await import('@octavo/jsonld')).FORMAT,
    home: () => import.meta.resolve('@octavo/jsonld'),
  },
];

/** The names of Octavo's formats. */
export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);

/** Loads formats, in the order given. */
export function loadFormats(formats: readonly BookFormat[]): Promise<readonly PressFormat[]> {
  return Promise.all(formats.map(({ load }) => load()));
}

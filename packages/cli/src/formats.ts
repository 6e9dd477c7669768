import type { PressFormat } from '@octavo/press';

/** A format that a book can be built into: loaded when it is needed. */
export interface BookFormat {
  readonly name: string;
  readonly title: string;
  readonly load: () => Promise<PressFormat>;
  /** Where to look for npm packages with fonts, and which code a cache depends on: its own package. */
  readonly home: () => string;
  /** Set where its tasks are worth threads that are started before it is loaded. */
  readonly threads?: true;
  /** Set for a format of someone else's: nothing of it is cached. */
  readonly foreign?: true;
}

/** The one list of the formats of Octavo, in the order in which people are told of them. Nothing is loaded by it. */
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
    load: async () => (await import('@octavo/jsonld')).FORMAT,
    home: () => import.meta.resolve('@octavo/jsonld'),
  },
];

/** Their names. */
export const FORMAT_NAMES: readonly string[] = FORMATS.map(({ name }) => name);

/** Loads formats, in the order given. */
export function loadFormats(formats: readonly BookFormat[]): Promise<readonly PressFormat[]> {
  return Promise.all(formats.map(({ load }) => load()));
}

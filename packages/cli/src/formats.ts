import type { FormatDescriptor } from '@octavo/core';

/** A format that a book can be built into: its descriptor, loaded when it is needed. */
export interface BookFormat {
  readonly name: string;
  readonly title: string;
  readonly load: () => Promise<FormatDescriptor>;
  /** Where to look for npm packages with fonts, and which code a cache depends on: its own package. */
  readonly home: () => string;
  /** Set where its tasks are worth threads that are started before it is loaded. */
  readonly threads?: true;
  /** Set for a format of someone else's: what handbook.yaml says of it. Nothing of it is cached. */
  readonly foreign?: { readonly use: string; readonly own: unknown };
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

/** A format with what it says of itself. */
export type LoadedFormat = BookFormat & { readonly descriptor: FormatDescriptor };

/** Loads formats, in the order given. */
export function loadFormats(formats: readonly BookFormat[]): Promise<readonly LoadedFormat[]> {
  return Promise.all(formats.map(async (format) => ({ ...format, descriptor: await format.load() })));
}

/**
 * Formats in rounds: each needs only those of the rounds before it, so that those of one round can be
 * made side by side. Formats that need each other wait for none of the two: a need is met where it can be.
 */
export function inRounds(formats: readonly LoadedFormat[]): readonly (readonly LoadedFormat[])[] {
  const rounds: LoadedFormat[][] = [];
  let left = formats;
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const waits = ({ name, descriptor: { needs } }: LoadedFormat): boolean =>
      needs === '*'
        ? left.some((other) => other.descriptor.needs !== '*')
        : needs.some((need) => need !== name && names.has(need));
    const ready = left.filter((format) => !waits(format));
    // Only formats that need each other are left.
    const round = ready.length > 0 ? ready : [...left];
    rounds.push(round);
    left = left.filter((format) => !round.includes(format));
  }
  return rounds;
}

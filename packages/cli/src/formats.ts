import type { Compiled, FontRequest, Format, Handbook, OutputFile } from '@octavo/core';
import type { Moved } from '@octavo/html';
import type { JsonldOptions, LedgerRelease } from '@octavo/jsonld';

/** What a compiler returns; JSON-LD adds the hash of its graph and its record, HTML the old names of entries. */
export type Made = Compiled & {
  readonly stateHash?: string;
  readonly record?: LedgerRelease;
  readonly moved?: readonly Moved[];
};

/** A format of the product: its compiler, loaded when it is needed. */
export interface FormatModule {
  readonly compile: (handbook: Handbook, options: JsonldOptions) => Promise<Made>;
  /** The fonts it wants to be handed; `assets` are the handbook's files, by path. */
  readonly fontsNeeded?: (
    handbook: Handbook,
    assets: ReadonlyMap<string, Uint8Array>,
  ) => readonly FontRequest[];
  /** The name of the schema that a file of it keeps to. */
  readonly schemaOf?: (path: string) => string | undefined;
  /** The files of it that are the same for every handbook. */
  readonly sharedFiles?: () => readonly OutputFile[];
  /** Where to look for npm packages with fonts: the format's own package. */
  readonly home: string;
}

/** The one table of formats, in the order in which each can use what the ones before it made. */
export const FORMAT_ORDER: readonly Format[] = ['pdf', 'jsonld', 'epub', 'html'];

/** Loads a format's package. */
export async function loadFormat(format: Format): Promise<FormatModule> {
  switch (format) {
    case 'pdf':
      return { ...(await import('@octavo/pdf')), home: import.meta.resolve('@octavo/pdf') };
    case 'jsonld':
      return { ...(await import('@octavo/jsonld')), home: import.meta.resolve('@octavo/jsonld') };
    case 'epub':
      return { ...(await import('@octavo/epub')), home: import.meta.resolve('@octavo/epub') };
    case 'html':
      return { ...(await import('@octavo/html')), home: import.meta.resolve('@octavo/html') };
  }
}

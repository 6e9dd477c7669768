import type {
  Compiled,
  FontRequest,
  Format,
  Handbook,
  Needs,
  OutputFile,
  ReleaseContent,
} from '@octavo/core';
import type { Moved } from '@octavo/html';
import type { JsonldOptions } from '@octavo/jsonld';

/** What a compiler returns; JSON-LD adds the hash of its graph and its record, HTML the old names of entries. */
export type Made = Compiled & {
  readonly stateHash?: string;
  readonly record?: ReleaseContent;
  readonly moved?: readonly Moved[];
};

/** A format of the product: its compiler, loaded when it is needed. */
export interface FormatModule {
  readonly compile: (handbook: Handbook, options: JsonldOptions) => Promise<Made>;
  /** What it would refuse, without making it. */
  readonly needs: Needs;
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

/** The address of a format's package, without loading it. */
export function homeOf(format: Format): string {
  return import.meta.resolve(`@octavo/${format}`);
}

/** Loads a format's package. */
export async function loadFormat(format: Format): Promise<FormatModule> {
  switch (format) {
    case 'pdf':
      return { ...(await import('@octavo/pdf')), home: homeOf(format) };
    case 'jsonld':
      return { ...(await import('@octavo/jsonld')), home: homeOf(format) };
    case 'epub':
      return { ...(await import('@octavo/epub')), home: homeOf(format) };
    case 'html':
      return { ...(await import('@octavo/html')), home: homeOf(format) };
  }
}

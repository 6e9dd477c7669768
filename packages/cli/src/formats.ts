import type { Compile, FontRequest, Format, Handbook } from '@octavo/core';

/** A format of the product: its compiler, loaded when it is needed. */
export interface FormatModule {
  readonly compile: Compile;
  /** The fonts it wants to be handed. */
  readonly fontsNeeded?: (handbook: Handbook) => readonly FontRequest[];
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

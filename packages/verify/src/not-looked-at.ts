import type { Format } from '@octavo/core';
import type { Place } from './parity.ts';

/** Something that this report does not answer for. */
export interface NotLookedAt {
  readonly format: Place;
  readonly what: string;
}

/** What no comparison covers. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  tree: [
    'whether a signature is the publisher’s',
    'sealed pages of earlier releases, beyond their hashes; of a volume, what all volumes of its work have in common',
    'that changes.json has the right kind of change, and what lists of changes quote of earlier editions',
    'the mark of a preview in llms.txt, in lists of changes and in the picture of a cover',
    'rules for web servers, beyond redirects, types of files and hosts',
  ],
  pdf: [
    'that a glyph has the shape of its letter',
    'which formula is drawn: its ink is counted, and seen',
    'the shapes within an SVG picture, and the pixels of pictures that were decoded from WebP, GIF or CMYK',
    'bold, slanted and struck words',
  ],
  epub: ['the fonts', 'how a reading system lays the pages out, and in which colours'],
  html: [
    'what scripts do, when they were made by another version of Octavo',
    'how a browser lays the pages out, and styles that depend on a reader or a width',
    'the letters over the parts of an index',
  ],
  jsonld: ['activities of earlier releases in the feed of changes'],
};

/** What was not looked at in a reading of some formats. */
export function notLookedAt(
  formats: readonly Format[],
  {
    shipped,
    site,
    unread,
  }: {
    /** Formats that nothing was at hand to read back with. */
    readonly unread: readonly Format[];
    readonly shipped: boolean;
    readonly site: boolean;
  },
): readonly NotLookedAt[] {
  const places: readonly Place[] = ['tree', ...formats];
  const always = places.flatMap((format) => (ALWAYS[format] ?? []).map((what) => ({ format, what })));
  return [
    ...always,
    ...unread.map((format) => ({ format, what: 'what it says: no reader of it was at hand' })),
    ...(shipped
      ? []
      : [
          {
            format: 'tree' as const,
            what: 'files that are alike in every handbook: scripts, style sheet, schemas, contexts, shapes',
          },
        ]),
    ...(site || !formats.includes('pdf')
      ? []
      : [
          {
            format: 'pdf' as const,
            what: 'the pixels of pictures: the handbook’s files are not in the folder',
          },
        ]),
  ];
}

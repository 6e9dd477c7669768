import type { Format } from '@octavo/core';
import type { NotLookedAt, Place } from './parity.ts';

/** What no comparison covers, by place. docs/subjects.md says the same, and a test keeps the two alike. */
export const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  tree: [
    'whether a signature is the publisher’s',
    'sealed pages of earlier releases, beyond their hashes',
    'of a volume, the words of the files at the root of its work, beyond what work.json puts there',
    'that changes.json has the right kind of change, and what lists of changes quote of earlier editions',
    'the mark of a preview in llms.txt, in lists of changes and in the picture of a cover',
    'rules for web servers, beyond redirects, types of files and hosts',
    'in an entry’s Markdown, emphasis, tables and code beyond their letters',
  ],
  pdf: [
    'that a glyph has the shape of its letter',
    'which formula is drawn: its ink is counted, and seen',
    'the shapes within an SVG picture, and what its viewBox shows of them: the place that it fills is compared',
    'the pixels of a moving WebP, and of pictures of more than 40 million pixels',
    'bold, slanted and struck words, and spaces at the ends of lines of code',
  ],
  epub: ['the fonts', 'how a reading system lays the pages out, and in which colors'],
  html: [
    'what scripts do, when they were made by another version of Octavo',
    'how a browser lays the pages out, and styles that depend on a reader or a width',
    'the letters over the parts of an index',
  ],
  jsonld: ['activities of earlier releases in the feed of changes'],
};

/** What is not covered in some runs only. */
export const SOMETIMES = {
  unread: 'everything it says: no reader of it was at hand',
  unshipped: 'files that are alike in every handbook: scripts, style sheet, schemas, contexts, shapes',
  withoutSite: 'the pixels of pictures: the handbook’s files are not in the folder',
} as const;

interface Reading {
  /** Formats for which no reader was available. */
  readonly unread: readonly Format[];
  /** Whether the files that are the same in every folder were available. */
  readonly shipped: boolean;
  /** Whether the handbook's pictures are in the folder. */
  readonly site: boolean;
}

/** What was not looked at in a reading of some formats. */
export function notLookedAt(
  formats: readonly Format[],
  { unread, shipped, site }: Reading,
): readonly NotLookedAt[] {
  const places: readonly Place[] = ['tree', ...formats];
  const isDrawn = formats.includes('pdf') && !site;
  return [
    ...places.flatMap((format) => (ALWAYS[format] ?? []).map((what) => ({ format, what }))),
    ...unread.map((format) => ({ format, what: SOMETIMES.unread })),
    ...(shipped ? [] : [{ format: 'tree', what: SOMETIMES.unshipped } as const]),
    ...(isDrawn ? [{ format: 'pdf', what: SOMETIMES.withoutSite } as const] : []),
  ];
}

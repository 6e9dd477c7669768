import type { Direction, Handbook, ImageFile, Labels, NumberSystem } from '@octavo/core';

/** What layout must know of the handbook beyond the piece it is laying out. Plain data. */
export interface BookFacts {
  readonly language: string;
  readonly direction: Direction;
  readonly labels: Labels;
  /** The day that decides what is in force; empty where no entry says when it is. */
  readonly edition: Pick<Handbook['edition'], 'date'>;
  /** The publisher's own types and fields, and the names that their values refer to. */
  readonly types?: NonNullable<Handbook['types']>;
  readonly topics: Handbook['topics'];
  readonly glossary: Handbook['glossary'];
  /** How its numbers are built now, and were before: which old names are numbers. */
  readonly numbers?: NumberSystem;
  readonly formerNumbers?: readonly NumberSystem[];
  readonly settings: Handbook['settings']['pdf'];
  readonly images: readonly ImageFile[];
  /** Bytes of the images, by path. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Whether there is TeX to set. */
  readonly formulas: boolean;
  /** How many digits the widest page number has. */
  readonly digits: number;
}

import type { ElementContent, Properties } from 'hast';
import type { Code, CrossReference, Direction, Image } from '../model/answer.ts';
import type { Labels } from '../model/labels.generated.ts';

declare module 'hast' {
  interface ElementData {
    /** The entry, or the part or clause in it, that a cross-reference leads to. */
    leadsTo?: { readonly [Key in 'number' | 'fragment' | 'clause' | 'numbered']: CrossReference[Key] };
  }
}

/** What a format decides when nodes become hast. */
export interface ToHastOptions {
  /** The address of the entry, or of the part or clause in it, that a cross-reference points to. */
  readonly href: (reference: CrossReference) => string;
  /** The address and size (CSS pixels) of an image. */
  readonly image: (
    path: string,
    image: Image,
  ) => { readonly src: string; readonly width?: number; readonly height?: number };
  /** The HTML heading level of `Heading` depth 1; deeper ones stop at 6. */
  readonly headingLevel: number;
  /** Put before the ids of parts, clauses, footnotes and their marks: `q618-`. */
  readonly idPrefix: string;
  /** Put before the ids of parts and clauses, where it is another prefix. */
  readonly headingPrefix?: string;
  /** The properties of the link that a clause's label is; the label is no link without. `id`: its own. */
  readonly labelLink?: (id: string) => Properties;
  readonly labels: Labels;
  /** Of the book: numbers, and words that run against it, are isolated. */
  readonly direction: Direction;
  /** `epub` adds `epub:type` beside the roles. */
  readonly dialect?: 'html' | 'epub';
  /** Highlighted code; undefined leaves the text as it is. */
  readonly highlight?: (code: Code) => readonly ElementContent[] | undefined;
}

import type { FootnoteDefinition } from 'mdast';
import type { FoundDocument, FoundDropped, FoundProse, FoundQuestion } from './found.ts';

/** A question, and the document that it came from. */
export interface Placed {
  readonly found: FoundQuestion;
  readonly document: FoundDocument;
}
export interface PlacedProse {
  readonly found: FoundProse;
  readonly document: FoundDocument;
}
/** A chapter in the making. */
export interface Arranged {
  /** Undefined for questions under no heading. */
  readonly title: string | undefined;
  /** The headings above it, outermost first. */
  readonly above: readonly string[];
  readonly anchors: readonly { readonly id: string; readonly path: string }[];
  readonly heading: string | undefined;
  readonly path: string;
  readonly intro: PlacedProse[];
  readonly questions: Placed[];
}
export interface Arrangement {
  readonly chapters: readonly Arranged[];
  readonly front: readonly PlacedProse[];
  readonly back: readonly PlacedProse[];
  readonly dropped: readonly FoundDropped[];
  readonly footnotes: ReadonlyMap<FoundDocument, ReadonlyMap<string, FootnoteDefinition>>;
}

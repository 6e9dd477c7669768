import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Finding } from './finding.ts';
import type { FoundDropped, FoundPart } from './found.ts';
import type { SourceText, SourceWord } from './source.ts';

/** What a reader makes of a file: blocks in which questions are still to be recognised, or parts that the format itself names. */
export interface ReadDocument {
  readonly title?: string | undefined;
  /** The file itself says its title, in front matter. */
  readonly declared?: boolean | undefined;
  readonly language?: string | undefined;
  readonly date?: string | undefined;
  /** For a document that is one question: its number, chapter and topics. */
  readonly number?: string | undefined;
  readonly chapter?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  /** Its place among the files of its folder. */
  readonly order?: number | undefined;
  /** Absolute address against which relative links are to be read. */
  readonly base?: string | undefined;
  readonly content:
    | { readonly kind: 'blocks'; readonly blocks: readonly RootContent[] }
    | { readonly kind: 'parts'; readonly parts: readonly FoundPart[] };
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  /** The values that it gives to variables, by their names. */
  readonly variables?: ReadonlyMap<string, string> | undefined;
  readonly dropped: readonly FoundDropped[];
  readonly words: readonly SourceWord[];
  readonly findings: readonly Finding[];
}

/** One kind of source: a decoded file in, a document out. Never throws for anything that a file can hold. */
export type Reader = (source: SourceText) => ReadDocument | Promise<ReadDocument>;

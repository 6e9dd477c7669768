import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Place } from '../model/source.ts';
import type { OwnGrammar } from './own-grammar.ts';

/** An entry, ready to be written. */
export interface BookEntry {
  readonly number: string;
  readonly id: string;
  readonly question: readonly PhrasingContent[];
  readonly answer: readonly RootContent[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  readonly chapter: string;
  readonly place: Place;
}
export interface BookChapter {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
}
export interface BookPage {
  readonly id: string;
  readonly title: string;
  readonly body: readonly RootContent[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly place: Place;
}
export interface BookPart {
  readonly id: string;
  readonly title: string;
  readonly chapters: readonly string[];
}

/** A handbook before it is written: everything has its number, id and chapter. */
export interface Book {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly date?: string;
  /** `numbers:` of handbook.yaml, where the numbers of the source speak for a grammar of their own. */
  readonly numbers?: OwnGrammar['declared'];
  readonly volume?: { readonly first: string; readonly last: string; readonly of?: number };
  readonly chapters: readonly BookChapter[];
  readonly parts: readonly BookPart[];
  readonly entries: readonly BookEntry[];
  readonly front: readonly BookPage[];
  readonly back: readonly BookPage[];
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** The numbers are ours, not the source's. */
  readonly provisional: boolean;
}

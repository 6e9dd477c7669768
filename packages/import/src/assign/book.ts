import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Place } from '../model/source.ts';
import type { OwnGrammar } from './own-grammar.ts';

/** How many links lead to entries, to addresses, and how many are text now. */
export interface LinkCounts {
  readonly entries: number;
  readonly addresses: number;
  readonly text: number;
}

/** An entry, ready to be written. */
export interface BookEntry {
  readonly number: string;
  /** The number that the source gives it. */
  readonly sourceNumber?: string | undefined;
  readonly id: string;
  readonly question: readonly PhrasingContent[];
  readonly answer: readonly RootContent[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly aliases: readonly string[];
  readonly topics: readonly string[];
  readonly chapter: string;
  readonly place: Place;
  /** The source calls it a draft, or neither this entry nor any other is answered there. */
  readonly draft?: boolean | undefined;
  /** More of its front matter, where the source is a handbook of ours; `origin: null` for none. */
  readonly matter?: Readonly<Record<string, unknown>> | undefined;
}
export interface BookChapter {
  readonly id: string;
  readonly title: string;
  readonly summary?: string | undefined;
  /** The mixins of types.yaml that it demands of its entries. */
  readonly requires?: readonly string[] | undefined;
}
export interface BookPage {
  readonly id: string;
  readonly title: string;
  readonly body: readonly RootContent[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly place: Place;
  /** What its front matter says beside the title. */
  readonly matter?: Readonly<Record<string, unknown>> | undefined;
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
  readonly date?: string | undefined;
  /** `numbers:` of handbook.yaml, where the numbers of the source speak for a grammar of their own. */
  readonly numbers?: OwnGrammar['declared'] | undefined;
  readonly volume?: { readonly first: string; readonly last: string; readonly of?: number } | undefined;
  readonly chapters: readonly BookChapter[];
  readonly parts: readonly BookPart[];
  readonly entries: readonly BookEntry[];
  readonly front: readonly BookPage[];
  readonly back: readonly BookPage[];
  /** The introductions of chapters, with the ids of the chapters. */
  readonly intros?: readonly BookPage[] | undefined;
  readonly topics: readonly { readonly id: string; readonly title: string }[];
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** The numbers are ours, not the source's. */
  readonly provisional: boolean;
  /** More of handbook.yaml, and the terms of glossary.yaml, where the source is a handbook of ours. */
  readonly matter?: Readonly<Record<string, unknown>> | undefined;
  readonly edition?: unknown | undefined;
  /** Where the links of the source lead now. */
  readonly links?: LinkCounts | undefined;
  readonly glossary?: readonly unknown[] | undefined;
  /** types.yaml and the files of `taxonomies/`, by their ids, where the source is a handbook of ours with fields of its own. */
  readonly types?: unknown | undefined;
  readonly taxonomies?: Readonly<Record<string, unknown>> | undefined;
  /** The files of `snippets/`, as they are written, by their names without `.md`. */
  readonly snippets?: Readonly<Record<string, string>> | undefined;
}

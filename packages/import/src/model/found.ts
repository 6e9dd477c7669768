import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast';
import type { Finding } from './finding.ts';
import type { Place, SourceKind, SourceWord } from './source.ts';

/** A question and its answer, as found. */
export interface FoundQuestion {
  readonly kind: 'question';
  /** The number that the source gives it, with ASCII digits: `12`, `1.3`, `634A`. */
  readonly number?: string | undefined;
  /** What stood before the question and was taken for its number, as printed: `§ 14a `. */
  readonly printed?: string | undefined;
  readonly question: readonly PhrasingContent[];
  readonly answer: readonly RootContent[];
  /** Explicit ids and anchors that lead here. */
  readonly anchors: readonly string[];
  /** Texts of headings that lead here: the question's, and those inside the answer. */
  readonly headings: readonly string[];
  readonly topics?: readonly string[] | undefined;
  /** It is a heading: pages give those an anchor by themselves. */
  readonly headed?: boolean | undefined;
  /** The source's data says that it is not published yet. */
  readonly draft?: boolean | undefined;
  /** The chapter, where the source's data names it. */
  readonly chapter?: string | undefined;
  /** What that chapter stands in, outermost first. */
  readonly above?: readonly string[] | undefined;
  readonly place: Place;
}

/** A heading above questions. */
export interface FoundChapter {
  readonly kind: 'chapter';
  readonly title: string;
  readonly depth: number;
  readonly anchors: readonly string[];
  readonly place: Place;
}

/** Text that is no answer: a preface, an introduction to a chapter, a closing section. */
export interface FoundProse {
  readonly kind: 'prose';
  readonly title?: string | undefined;
  /** The level of its heading, where it has one. */
  readonly depth?: number | undefined;
  readonly body: readonly RootContent[];
  readonly anchors: readonly string[];
  readonly headings: readonly string[];
  readonly place: Place;
}

/** Something that has no place in a handbook: left out, and said so. */
export interface FoundDropped {
  readonly kind: 'dropped';
  readonly what: DroppedKind;
  readonly text: string;
  /** Anchors that led to it. */
  readonly anchors: readonly string[];
  readonly place: Place;
}

export type DroppedKind =
  | 'contents list'
  | 'link back to the top'
  | 'template tag'
  | 'front matter'
  | 'modeline'
  | 'comment'
  | 'navigation'
  | 'script'
  | 'form control'
  | 'drawing'
  | 'embedded content'
  | 'numbers and marks'
  | 'directive'
  | 'data field'
  | 'empty heading'
  | 'other title';

/** Makes the record of something that was left out. */
export function droppedPart(
  what: DroppedKind,
  text: string,
  place: Place,
  anchors: readonly string[] = [],
): FoundDropped {
  return { kind: 'dropped', what, text, anchors, place };
}

export type FoundPart = FoundQuestion | FoundChapter | FoundProse | FoundDropped;

/** A source document, understood; parts in reading order. */
export interface FoundDocument {
  readonly path: string;
  readonly kind: SourceKind;
  readonly title?: string | undefined;
  readonly language?: string | undefined;
  readonly date?: string | undefined;
  /** Its place among the files of its folder. */
  readonly order?: number | undefined;
  /** It is one question as a whole. */
  readonly single?: boolean | undefined;
  /** What the contents of its book call it, and what it stands in there. */
  readonly listed?: { readonly title?: string | undefined; readonly above: readonly string[] } | undefined;
  /** Its absolute address, where it says so. */
  readonly base?: string | undefined;
  /** The values that it gives to variables, by their names. */
  readonly variables?: ReadonlyMap<string, string> | undefined;
  readonly parts: readonly FoundPart[];
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>;
  readonly words: readonly SourceWord[];
  readonly findings: readonly Finding[];
}

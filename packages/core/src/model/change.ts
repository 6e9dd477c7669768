import type { NumberSystem } from '../numbers/number-system.ts';
import type { EntryFacts, FactName } from './entry-facts.ts';

/** How one item changed between two editions. */
export type Change = EntryChange | ItemChange;

/** A change of an entry. */
export interface EntryChange {
  readonly subject: 'entry';
  /** As it is now; of an entry that is gone, as it was. */
  readonly number: string;
  readonly kind: ChangeKind;
  readonly significance: Significance;
  /** The editor's words about it. */
  readonly note?: string;
  /** Plain text, as it is now. */
  readonly question: string;
  /** The title of the chapter it is in. */
  readonly chapter: string;
  /** The title of the chapter it was in, when that is another one. Also of a changed entry. */
  readonly movedFrom?: string;
  /** The number of the entry that replaces this one. */
  readonly replacedBy?: string;
  /**
   * The paragraphs whose words differ, in reading order, then the facts that differ. A changed entry without
   * any changed only in form: formatting, images, the addresses of links.
   */
  readonly passages: readonly Passage[];
}

/** A change of anything else that the book says: its titles, prose pages, terms and topics. */
export interface ItemChange {
  readonly subject: ItemSubject;
  /** Of a page with its place: `front/preface`. */
  readonly id: string;
  /** As it is now; of what is gone, as it was. */
  readonly title: string;
  readonly kind: 'added' | 'changed' | 'moved' | 'deleted';
  readonly significance: 'minor';
  /** The title of the part that a chapter was in, when that is another one. */
  readonly movedFrom?: string;
  readonly passages: readonly Passage[];
  readonly number?: never;
  readonly note?: never;
  readonly replacedBy?: never;
}

export type ItemSubject = 'book' | 'part' | 'chapter' | 'page' | 'term' | 'topic';
type Significance = 'editorial' | 'minor' | 'major';

/** `inserted`: with a number before the last one of the earlier edition, such as 634A; `added`: after it. */
export type ChangeKind = 'added' | 'inserted' | 'changed' | 'moved' | 'deprecated' | 'withdrawn' | 'restored';

/**
 * One paragraph, old and new words in reading order: of an entry's question or answer, of a fact about it,
 * or of something else's title or text.
 */
export interface Passage {
  /** A fact is called by its key in front matter. */
  readonly part: 'question' | 'answer' | 'title' | 'text' | FactName | (string & {});
  readonly segments: readonly Segment[];
}

export interface Segment {
  readonly kind: 'same' | 'inserted' | 'deleted';
  /** One line of plain text that is not empty. */
  readonly text: string;
}

/** What an edition said, as far as later editions are compared with it. */
export interface EditionText {
  readonly version: string;
  readonly date: string;
  /** All but the entries, in reading order. */
  readonly items: readonly ItemText[];
  /** In reading order. */
  readonly entries: readonly EntryText[];
  /** How its numbers are built; absent where handbook.yaml declares nothing. */
  readonly numbers?: NumberSystem;
  /** Old numbers and ids, each with the number it leads to. */
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
}

export interface ItemText {
  readonly subject: ItemSubject;
  readonly id: string;
  readonly title: string;
  readonly fingerprint: string;
  /** The id of the part that a chapter is in. */
  readonly within?: string;
  /** Plain text, as in `EntryWords`; absent when it was not kept. */
  readonly text?: string;
}

export interface EntryText {
  readonly number: string;
  /** A chapter's id. */
  readonly chapter: string;
  readonly status: 'draft' | 'active' | 'deprecated' | 'withdrawn';
  readonly fingerprint: string;
  readonly replacedBy?: string;
  /** Topics by their ids; absent when they were not kept. */
  readonly facts?: EntryFacts;
  /** What was said of its last change. */
  readonly change?: { readonly significance: Significance; readonly note?: string };
  /** Its words; absent when they were not kept. */
  readonly words?: EntryWords;
}

/** Plain text; paragraphs end at a line feed, the target of a link stands behind it in brackets. */
export interface EntryWords {
  readonly question: string;
  readonly answer: string;
}

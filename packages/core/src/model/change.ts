import type { NumberSystem } from '../numbers/number-system.ts';
import type { Entry, EntryChange, ItemOfChange, ItemSubject, Page, Term } from './documents.generated.ts';
import type { EntryFacts } from './entry-facts.ts';

export type * from './documents.generated.ts';

/** How one item changed between two editions. */
export type Change = EntryChange | ItemChange;

/** A change of anything else that the book says: its titles, prose pages, terms and topics. */
export interface ItemChange extends ItemOfChange {
  readonly number?: never;
  readonly note?: never;
  readonly replacedBy?: never;
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
  /** The nodes of a prose page or a term; absent when they were not kept. */
  readonly nodes?: KeptNodes;
}

/** What an item says, with its marks: as in handbook.json, without places in the source. */
export type KeptNodes = Partial<Pick<Entry, 'question' | 'answer' | 'footnotes'>> &
  Partial<Pick<Page, 'body'> & Pick<Term, 'definition'>>;

export interface EntryText {
  readonly number: string;
  /** A chapter's id. */
  readonly chapter: string;
  readonly status: 'draft' | 'active' | 'deprecated' | 'withdrawn';
  readonly fingerprint: string;
  readonly replacedBy?: string;
  /** Topics by their ids; absent when they were not kept. */
  readonly facts?: EntryFacts;
  /** The roles in which it was approved in this form. */
  readonly approvedBy?: Entry['approvedBy'];
  /** What was said of its last change. */
  readonly change?: { readonly significance: EntryChange['significance']; readonly note?: string };
  /** Its words; absent when they were not kept. */
  readonly words?: EntryWords;
  /** Its question, answer and footnotes; absent when they were not kept. */
  readonly nodes?: KeptNodes;
}

/** Plain text; paragraphs end at a line feed, the target of a link stands behind it in brackets. */
export interface EntryWords {
  readonly question: string;
  readonly answer: string;
}

import type { NumberSystem } from '../numbers/number-system.ts';
import type { Block, Direction, FootnoteDefinition, Phrasing } from './answer.ts';
import type { Labels } from './labels.generated.ts';
import type { FieldValue, OwnTypes } from './own-types.ts';

/** Where something was written: a path from the handbook's folder, and a 1-based line and column. */
export interface SourcePlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/**
 * The whole handbook: plain, JSON-serialisable data, the one input of every compiler. After
 * `validate` found no error, every number, id, topic and image named in it exists.
 */
export interface Handbook {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly description?: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
  readonly keywords: readonly string[];
  readonly publisher?: Publisher;
  readonly contributors: readonly Contributor[];
  readonly license?: License;
  readonly copyright?: string;
  readonly identifiers: Identifiers;
  readonly cover?: Cover;
  /** Absolute IRI of the work, ends in `/`. An entry's IRI is `<iri>entry/<key of its number>`. */
  readonly iri: string;
  /** How its numbers are built; absent where handbook.yaml declares nothing: 634, 634A, 3.1.6. */
  readonly numbers?: NumberSystem;
  /** How they were built in earlier releases, oldest first: old numbers are aliases. */
  readonly formerNumbers?: readonly NumberSystem[];
  readonly volume?: Volume;
  readonly edition: Edition;
  /** Set when every format must mark every page: see `asPreview`. A release does not have it. */
  readonly stage?: 'preview';
  /** Of what it has a list, with numbers and captions. */
  readonly lists?: readonly ListKind[];
  readonly settings: Settings;
  /** The product's own words in the book's language. */
  readonly labels: Labels;
  readonly front: readonly Page[];
  readonly back: readonly Page[];
  /** Empty, or every chapter is in exactly one part, in reading order. */
  readonly parts: readonly Part[];
  readonly chapters: readonly Chapter[];
  readonly topics: readonly Topic[];
  /** What types.yaml declares; absent without one. */
  readonly types?: OwnTypes;
  readonly glossary: readonly Term[];
  /** Every image used, by path. */
  readonly images: readonly ImageFile[];
  /** Old ids and numbers that must keep resolving, each with the number that it now stands for. */
  readonly redirects: readonly Redirect[];
}

/** What a book may have a list of. */
export type ListKind = 'figures' | 'tables';

export interface Publisher {
  readonly name: string;
  readonly url?: string;
}
export interface Contributor {
  readonly name: string;
  readonly role?: string;
}
export interface License {
  readonly name: string;
  readonly url?: string;
}
export interface Identifiers {
  readonly isbn?: {
    readonly pdf?: string;
    readonly epub?: string;
    readonly html?: string;
    readonly print?: string;
  };
  readonly doi?: string;
}
export interface Cover {
  /** A path among `images`. */
  readonly image: string;
  readonly alternative: string;
}
/** The range of the work that this book is. Its root is `<iri>volume/<id>/`, whatever the range. */
export interface Volume {
  readonly first: string;
  readonly last: string;
  readonly of?: number;
  /** The title of the whole work. */
  readonly work?: string;
  /** Names that once stood in the volume's address in place of its id. */
  readonly aliases?: readonly string[];
}
/** `date` is a date or an RFC 3339 time; Octavo has no other clock. */
export interface Edition {
  readonly version: string;
  readonly date: string;
  /** The version of the release that it follows, when its editor says so. */
  readonly previous?: string;
}
export interface Settings {
  /** See `asPrinted`; not said, every character is printed as it is written. */
  readonly typography?: 'smart';
  readonly pdf: PdfSettings;
  readonly epub: EpubSettings;
  readonly html: HtmlSettings;
  readonly review: { readonly required: boolean };
}
export interface PdfSettings {
  readonly page: 'A4' | 'Letter' | '6x9in';
  readonly standard: 'PDF/UA-1' | 'PDF/A-2a' | 'PDF/A-3a' | 'PDF/UA-2' | 'PDF/A-4f';
  /** Millimetres. */
  readonly bleed: number;
  readonly fonts: readonly string[];
}
export interface EpubSettings {
  readonly fonts: readonly string[];
  readonly conformsTo?: string;
  readonly certifiedBy?: string;
}
export interface HtmlSettings {
  readonly theme?: string;
  readonly report?: string;
  readonly terms?: boolean;
  readonly offline?: boolean;
  readonly cards?: boolean;
  readonly fonts?: 'system' | 'book';
}
/** A prose page before or after the entries. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly body: readonly Block[];
  readonly footnotes: readonly FootnoteDefinition[];
  readonly source: SourcePlace;
}
export interface Part {
  readonly id: string;
  readonly title: string;
  /** Chapter ids. */
  readonly chapters: readonly string[];
}
export interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly entries: readonly Entry[];
}
export type Status = 'draft' | 'active' | 'deprecated' | 'withdrawn';
export interface Entry {
  /** As written in the source, the same in every format. */
  readonly number: string;
  /** A second, readable anchor. */
  readonly id: string;
  /** One of `Handbook.types`; absent for a plain question. */
  readonly type?: string;
  readonly question: readonly Phrasing[];
  /** For a withdrawn entry: why it was withdrawn. Only a withdrawn entry may have an empty answer. */
  readonly answer: readonly Block[];
  readonly footnotes: readonly FootnoteDefinition[];
  /** Topic ids. */
  readonly topics: readonly string[];
  /** Numbers of entries. */
  readonly related: readonly string[];
  readonly index: readonly IndexTerm[];
  /** Other words by which readers may search for it; they are printed nowhere. */
  readonly search?: readonly string[];
  readonly status: Status;
  /** The publisher's own fields, in the order in which they are shown; absent when it has none. */
  readonly fields?: readonly FieldValue[];
  /** The number of the entry that replaces this one. */
  readonly replacedBy?: string;
  readonly revised?: string;
  readonly reviewBy?: string;
  /** Old ids and numbers of this entry. */
  readonly aliases: readonly string[];
  readonly origin?: { readonly source: string; readonly location?: string };
  readonly change?: { readonly significance: 'editorial' | 'minor' | 'major'; readonly note?: string };
  /** Nobody has approved it in its present form. Set only where approval is required and drafts are shown. */
  readonly unapproved?: true;
  /** See `fingerprint`. */
  readonly fingerprint: string;
  readonly source: SourcePlace;
}
/** `["schema", "evolution"]`: the term, then the sub-entry when there is one. */
export type IndexTerm = readonly [string, ...string[]];
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** A topic id. */
  readonly broader?: string;
  /** IRIs of other vocabularies (SKOS). */
  readonly exactMatch?: readonly string[];
  readonly broadMatch?: readonly string[];
  readonly source: SourcePlace;
}
export interface Term {
  readonly id: string;
  readonly term: string;
  readonly definition: readonly Phrasing[];
  readonly also: readonly string[];
  /** Numbers of the entries that explain it. */
  readonly entries: readonly string[];
  readonly source: SourcePlace;
}
export interface ImageFile {
  /** From the handbook's folder: a key of `CompileOptions.assets`. */
  readonly path: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/svg+xml' | 'image/gif' | 'image/webp';
  /** Pixels (for SVG, user units). */
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
}
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

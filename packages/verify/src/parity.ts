import type { Edition, Format } from '@octavo/core';

/** Where a difference was found: one of the formats, or `tree`: the folder's own files. */
export type Place = Format | 'tree';

/** What a difference is about. Each is described in docs/subjects.md. */
export type Subject =
  | 'file'
  | 'handbook'
  | 'metadata'
  | 'presence'
  | 'number'
  | 'question'
  | 'answer'
  | 'notes'
  | 'links'
  | 'tables'
  | 'code'
  | 'formulas'
  | 'images'
  | 'lists'
  | 'headings'
  | 'numbered'
  | 'emphasis'
  | 'languages'
  | 'boxes'
  | 'notice'
  | 'related'
  | 'order'
  | 'contents'
  | 'navigation'
  | 'anchors'
  | 'pages'
  | 'search'
  | 'structured-data'
  | 'statements'
  | 'painting'
  | 'active'
  | 'documents';

/** One thing that a built file says and the handbook does not, or the other way round. */
export interface Difference {
  readonly format: Place;
  readonly subject: Subject;
  /** The number of the entry it is about. */
  readonly entry?: string;
  /** What else it is about: `page preface`, `chapter stove`, `term simmer`. */
  readonly part?: string;
  /** The file it was found in (for the EPUB with the path inside: `x.epub!/OEBPS/a.xhtml`). */
  readonly file: string;
  /** What the handbook says: the words around the difference. Empty when it says nothing. */
  readonly expected: string;
  /** What the file says. Empty when it says nothing. */
  readonly found: string;
  /** Both in one sentence, for a person. */
  readonly message: string;
}

/** What was read of one entry in one format. */
export interface EntryReading {
  readonly format: Format;
  /** Where it stands: a file and an anchor in it; the permanent place where there are several. */
  readonly at: string;
  /** The label of the page it begins on, in formats that have pages. */
  readonly page?: string;
  /** Words of the answer and its notes as read. */
  readonly words: number;
  /** Where its links lead, in reading order: `#618` is an entry. */
  readonly links: readonly string[];
  /** What differs from the handbook. */
  readonly differs: readonly Subject[];
}

/** One entry in every format. */
export interface EntryParity {
  readonly number: string;
  readonly question: string;
  readonly fingerprint: string;
  readonly status: string;
  readonly formats: readonly EntryReading[];
}

/** One format as a whole. */
export interface FormatParity {
  readonly format: Place;
  /** The artifact, or where the reading began. */
  readonly file: string;
  /** How many entries, prose pages and terms were read. */
  readonly entries: number;
  /** How many comparisons were made, by subject. */
  readonly compared: Readonly<Partial<Record<Subject, number>>>;
  readonly differences: number;
}

/** Something that a report makes no statement about. */
export interface NotLookedAt {
  readonly format: Place;
  readonly what: string;
}

/** parity.json (schemas/parity.schema.json): deterministic, without a clock. */
export interface Parity {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly iri: string;
  readonly edition: Edition;
  /** True when there is no difference. */
  readonly agrees: boolean;
  readonly formats: readonly FormatParity[];
  readonly entries: readonly EntryParity[];
  readonly differences: readonly Difference[];
  /** What no comparison covers, for each format. */
  readonly notLookedAt: readonly NotLookedAt[];
}

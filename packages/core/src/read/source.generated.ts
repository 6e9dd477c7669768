// Generated from schemas/*.schema.json by test/generated-types.test.ts (vitest -u). Do not edit.
/**
 * Pieces of a number, from left to right.
 *
 * @minItems 1
 * @maxItems 40
 */
export type NumberPieces = [NumberPiece, ...NumberPiece[]];
/**
 * A piece of a number: decimal (1, 2, 3 …), letters or LETTERS (a, b … z, aa), roman or ROMAN (i, ii …), insertion or INSERTION (letters, or none, of an inserted number: 14a), prefix (that of the chapter), or any other text as it is printed. With options an object.
 */
export type NumberPiece =
  | string
  | {
      /**
       * Text as it is printed, also when it is the name of a kind of piece.
       */
      text?: string;
      /**
       * 1, 2, 3 …
       */
      decimal?: {
        /**
         * The first number (default: 1).
         */
        from?: 0 | 1;
        /**
         * Zeros fill the number to as many digits: 3 for 001.
         */
        width?: number;
      };
      /**
       * a, b … z, aa, ab …
       */
      letters?: {
        /**
         * a or A (default: lower).
         */
        case?: 'lower' | 'upper';
        /**
         * The most letters (default: 2).
         */
        most?: number;
      };
      /**
       * One of these texts; numbers stand in the order of this list.
       *
       * @minItems 1
       * @maxItems 200
       *
       * Items: Text as it is printed.
       */
      words?: [string, ...string[]];
      maybe?: NumberPieces1;
      repeat?: NumberPieces2;
    };
/**
 * Pieces that a number may have or not.
 *
 * @minItems 1
 * @maxItems 40
 */
export type NumberPieces1 = [NumberPiece, ...NumberPiece[]];
/**
 * Pieces that a number may have any number of times, or not at all.
 *
 * @minItems 1
 * @maxItems 40
 */
export type NumberPieces2 = [NumberPiece, ...NumberPiece[]];

/**
 * handbook.yaml: what the book is, and its chapters.
 */
export interface HandbookSource {
  /**
   * The version of the source format: 1.
   */
  schemaVersion: 1;
  /**
   * Names the handbook: its folder in dist and its files. Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  id: string;
  /**
   * One line of text that is not blank.
   */
  title: string;
  /**
   * One line of text that is not blank.
   */
  subtitle?: string;
  /**
   * What the book is, in a sentence or two.
   */
  description?: string;
  /**
   * A BCP 47 language tag such as en, pt-BR or zh-Hant.
   */
  language: string;
  /**
   * Reading direction; follows from the language unless given.
   */
  direction?: 'ltr' | 'rtl';
  /**
   * What the handbook is built into; every format of Octavo unless given. Formats of others run only with --allow-code.
   *
   * @minItems 1
   *
   * Items: A format of Octavo, a module from the handbook's folder that begins with ./, an npm package, or one of these with its options.
   */
  formats?: [
    (
      | string
      | {
          /**
           * A format of Octavo, a module from the handbook's folder that begins with ./, or an npm package.
           */
          use: string;
          /**
           * What the format takes; its own schema says what.
           */
          options?: {
            [k: string]: unknown;
          };
        }
    ),
    ...(
      | string
      | {
          /**
           * A format of Octavo, a module from the handbook's folder that begins with ./, or an npm package.
           */
          use: string;
          /**
           * What the format takes; its own schema says what.
           */
          options?: {
            [k: string]: unknown;
          };
        }
    )[]
  ];
  /**
   * Subject keywords, for catalogues and the PDF.
   *
   * Items: One line of text that is not blank.
   */
  keywords?: string[];
  publisher?: Publisher;
  contributors?: Contributor[];
  license?: License;
  /**
   * The copyright line as printed.
   */
  copyright?: string;
  identifiers?: Identifiers;
  cover?: Cover;
  /**
   * The permanent IRI of the work; every entry lives for ever at <iri>entry/<number>. An absolute http or https IRI that ends in a slash.
   */
  iri: string;
  numbers?: Numbers;
  volume?: Volume;
  edition: Edition;
  /**
   * Prose pages before the entries: front/<id>.md, in order.
   *
   * Items: Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  front?: string[];
  /**
   * Prose pages after the entries: back/<id>.md, in order.
   *
   * Items: Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  back?: string[];
  /**
   * Parts above the chapters.
   */
  parts?: PartSource[];
  /**
   * In reading order.
   *
   * @minItems 1
   */
  chapters: [ChapterSource, ...ChapterSource[]];
  pdf?: PdfSettings;
  epub?: EpubSettings;
  html?: HtmlSettings;
  review?: ReviewSettings;
  labels?: LabelOverrides;
  rules?: RuleSettings;
  /**
   * Files and folders of this folder that are no part of the handbook, in the form of a .gitignore: drafts/, *.bak, !keep.md. What a .gitignore names is left out too; a pattern here decides over it.
   *
   * Items: One line of text that is not blank.
   */
  ignore?: string[];
  inventories?: Inventories;
}
export interface Publisher {
  /**
   * One line of text that is not blank.
   */
  name: string;
  /**
   * An absolute http or https address.
   */
  url?: string;
}
export interface Contributor {
  /**
   * One line of text that is not blank.
   */
  name: string;
  /**
   * Such as author, editor, translator.
   */
  role?: string;
}
export interface License {
  /**
   * One line of text that is not blank.
   */
  name: string;
  /**
   * An absolute http or https address.
   */
  url?: string;
}
export interface Identifiers {
  isbn?: Isbn;
  /**
   * A DOI such as 10.1234/abc.
   */
  doi?: string;
}
export interface Isbn {
  /**
   * An ISBN-10 or ISBN-13.
   */
  pdf?: string;
  /**
   * An ISBN-10 or ISBN-13.
   */
  epub?: string;
  /**
   * An ISBN-10 or ISBN-13.
   */
  html?: string;
  /**
   * An ISBN-10 or ISBN-13.
   */
  print?: string;
}
export interface Cover {
  /**
   * A path inside the handbook, with forward slashes.
   */
  image: string;
  /**
   * What the cover shows, for those who do not see it.
   */
  alternative: string;
}
/**
 * How the numbers of this book are built. A promise: once a release has numbers, changing it takes a migration.
 */
export interface Numbers {
  /**
   * decimal: 634, 634A, 3.1.6 (default). legal: § 14a. standard: 4.1.2, annexes A, A.2. rulebook: UG-3.1.6A. regulation: 4b1, A1a1.
   */
  preset?: 'decimal' | 'legal' | 'standard' | 'rulebook' | 'regulation';
  /**
   * The forms that numbers have, instead of a preset. Numbers of an earlier form stand before those of a later one.
   *
   * @minItems 1
   */
  forms?: [NumberPieces, ...NumberPieces[]];
  /**
   * What every number ends in, such as ).
   */
  closing?: string;
}
/**
 * The slice of the work that this book is. The volume lives at <iri>volume/<id>/, whatever the slice; its entries, like those of all volumes, at <iri>entry/<number>.
 */
export interface Volume {
  /**
   * An entry number such as 601, 634A or 3.1.6.
   */
  first: string;
  /**
   * An entry number such as 601, 634A or 3.1.6.
   */
  last: string;
  /**
   * How many entries the whole work has.
   */
  of?: number;
  /**
   * The title of the whole work, for its page at iri, where all volumes meet (default: the title of the latest volume).
   */
  work?: string;
  /**
   * Names that once stood in the place of id in the volume's address <iri>volume/<id>/: they go on leading here.
   */
  aliases?: string[];
}
export interface Edition {
  /**
   * The version of the edition, such as 2026.1 or 1.0.0.
   */
  version: string;
  /**
   * The only clock: every date in every output. A date (2026-11-01) or an RFC 3339 time (2026-11-01T09:00:00Z).
   */
  date: string;
  /**
   * The version of the release that this edition follows. A release is refused when the ledger ends with another one, or is lost.
   */
  previous?: string;
}
export interface PartSource {
  /**
   * Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  id: string;
  /**
   * One line of text that is not blank.
   */
  title: string;
  /**
   * Chapter ids, in reading order.
   *
   * @minItems 1
   *
   * Items: Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  chapters: [string, ...string[]];
}
export interface ChapterSource {
  /**
   * The folder of the chapter. Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  id: string;
  /**
   * One line of text that is not blank.
   */
  title: string;
  /**
   * What the numbers of this chapter begin with, such as UG-, where numbers: has a piece prefix.
   */
  prefix?: string;
  /**
   * Text that is not blank.
   */
  summary?: string;
}
export interface PdfSettings {
  /**
   * The trim size; A4 unless given.
   */
  page?: 'A4' | 'Letter' | '6x9in';
  standard?: 'PDF/UA-1' | 'PDF/A-2a' | 'PDF/A-3a';
  /**
   * Bleed in millimetres.
   */
  bleed?: number;
  /**
   * Font files inside the handbook (TTF, OTF or WOFF), tried before the built-in ones; those whose family is called Mono or Code set code only. Each must allow embedding and subsetting.
   *
   * Items: A path inside the handbook, with forward slashes.
   */
  fonts?: string[];
}
export interface EpubSettings {
  /**
   * Font files inside the handbook to embed.
   *
   * Items: A path inside the handbook, with forward slashes.
   */
  fonts?: string[];
  /**
   * The accessibility claim, such as "EPUB Accessibility 1.1 - WCAG 2.2 Level AA".
   */
  conformsTo?: string;
  /**
   * One line of text that is not blank.
   */
  certifiedBy?: string;
}
export interface HtmlSettings {
  /**
   * A path inside the handbook, with forward slashes.
   */
  theme?: string;
  /**
   * Where readers report a mistake.
   */
  report?: string;
}
export interface ReviewSettings {
  /**
   * Whether a release needs every entry approved.
   */
  required?: boolean;
}
/**
 * The product's own words, overridden.
 */
export interface LabelOverrides {
  /**
   * One line of text that is not blank.
   */
  [k: string]: string;
}
/**
 * Severity of the style rules.
 */
export interface RuleSettings {
  [k: string]: 'off' | 'warning' | 'error';
}
/**
 * Other handbooks, and other volumes of this work, that entries link to: a prefix for each, and where "octavo inventory update" takes its inventory from. The inventory itself is the committed file inventory/<prefix>.json.
 */
export interface Inventories {
  [k: string]: InventorySource;
}
/**
 * url: or path:, one of the two, or {} when the file is put there by hand.
 */
export interface InventorySource {
  /**
   * The http or https address of the other handbook's inventory.json.
   */
  url?: string;
  /**
   * A path from this handbook's folder, with forward slashes: the other handbook's folder, or an inventory.json.
   */
  path?: string;
}

/**
 * The front matter of an entry.
 */
export interface EntrySource {
  /**
   * An entry number such as 601, 634A or 3.1.6.
   */
  number: string;
  /**
   * The question, inline Markdown, on one line.
   */
  question: string;
  /**
   * A slug that is not shaped like a number. Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  id?: string;
  /**
   * Topic ids from topics.yaml.
   *
   * Items: Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  topics?: string[];
  /**
   * Numbers or ids of entries a reader would want next.
   *
   * Items: The number or the id of an entry.
   */
  related?: string[];
  /**
   * Items: An index term; "schema > evolution" for a sub-entry.
   */
  index?: string[];
  /**
   * Lifecycle; active unless given.
   */
  status?: 'draft' | 'active' | 'deprecated' | 'withdrawn';
  /**
   * The number or the id of an entry.
   */
  replacedBy?: string;
  /**
   * A calendar date, YYYY-MM-DD.
   */
  revised?: string;
  /**
   * A calendar date, YYYY-MM-DD.
   */
  reviewBy?: string;
  /**
   * Old ids and numbers that must go on resolving.
   *
   * Items: The number or the id of an entry.
   */
  aliases?: string[];
  origin?: Origin;
  change?: Change;
}
export interface Origin {
  /**
   * The document the entry came from.
   */
  source: string;
  /**
   * Where in it.
   */
  location?: string;
}
export interface Change {
  significance: 'editorial' | 'minor' | 'major';
  /**
   * What changed, for readers.
   */
  note?: string;
}

/**
 * The front matter of a prose page.
 */
export interface PageSource {
  /**
   * One line of text that is not blank.
   */
  title: string;
}

/**
 * topics.yaml: the taxonomy.
 */
export interface TopicsSource {
  topics: TopicSource[];
}
export interface TopicSource {
  /**
   * Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  id: string;
  /**
   * One line of text that is not blank.
   */
  title: string;
  /**
   * Text that is not blank.
   */
  description?: string;
  /**
   * Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  broader?: string;
}

/**
 * glossary.yaml: the terms.
 */
export interface GlossarySource {
  terms: TermSource[];
}
export interface TermSource {
  /**
   * Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  id?: string;
  /**
   * One line of text that is not blank.
   */
  term: string;
  /**
   * Inline Markdown.
   */
  definition: string;
  /**
   * Other names of the same thing.
   *
   * Items: One line of text that is not blank.
   */
  also?: string[];
  /**
   * Entries that explain the term.
   *
   * Items: The number or the id of an entry.
   */
  entries?: string[];
}

/**
 * A line of approvals/<number>.jsonl, approvals/term/<id>.jsonl, or approvals/front/<id>.jsonl and back/<id>.jsonl: who approved which state of an entry, a term of the glossary or a prose page. Lines are appended by octavo approve, and never changed.
 */
export interface Approval {
  /**
   * The version of the source format: 1.
   */
  schemaVersion: 1;
  /**
   * The number of the entry, which is also the name of the file; of an entry alone.
   */
  number?: string;
  /**
   * Of what is no entry, in place of a number: term/<id>, front/<id> or back/<id>, which is also the name of the file.
   */
  item?: string;
  /**
   * The fingerprint of what was approved, as it was.
   */
  fingerprint: string;
  /**
   * Who approved it: one line of text that is not blank.
   */
  by: string;
  /**
   * When: a date (2026-11-01) or an RFC 3339 time (2026-11-01T09:00:00Z).
   */
  date: string;
  /**
   * What the reviewer had to say: one line of text that is not blank.
   */
  note?: string;
  /**
   * The hash of the line before, absent on the first line; the hashes of the last lines of both branches when two were merged.
   */
  previous?: string | [string, string, ...string[]];
  /**
   * SHA-256 of this line without its hash, as canonical JSON (RFC 8785).
   */
  hash: string;
}

/**
 * manifest.json: what a built tree holds.
 */
export interface Manifest {
  /**
   * The version of the source format: 1.
   */
  schemaVersion: 1;
  /**
   * Lower-case letters, digits and single hyphens, such as data-engineering.
   */
  id: string;
  /**
   * An absolute http or https IRI that ends in a slash.
   */
  iri: string;
  /**
   * One line of text that is not blank.
   */
  title: string;
  /**
   * A BCP 47 language tag such as en, pt-BR or zh-Hant.
   */
  language: string;
  edition: ManifestEdition;
  volume?: ManifestVolume;
  /**
   * release, or preview for a build that is no part of the history; absent means preview.
   */
  stage?: 'preview' | 'release';
  /**
   * The releases before this one, oldest first, each the successor of the one before; absent in a first edition. A web root that publishes one of them can go on to this one.
   */
  history?: ManifestRelease[];
  source?: ManifestSource;
  /**
   * SHA-256 of the graph as canonical N-Quads.
   */
  stateHash?: string;
  license?: ManifestLicense;
  /**
   * The formats that were built.
   */
  formats: string[];
  /**
   * Of formats that are not of Octavo: their titles and the files that a reader opens.
   */
  others?: ManifestFormat[];
  counts: Counts;
  generator: Generator;
  /**
   * Every file but the manifest and SHA256SUMS, by path.
   */
  files: ManifestFile[];
  /**
   * Feed pages that earlier releases sealed. They belong under the same web root and are neither in files nor in SHA256SUMS: a build has those that were at hand.
   */
  sealed?: SealedPage[];
}
export interface ManifestEdition {
  /**
   * One line of text that is not blank.
   */
  version: string;
  /**
   * A date (2026-11-01) or an RFC 3339 time (2026-11-01T09:00:00Z).
   */
  date: string;
}
/**
 * The slice of a work that the book is. Its folder is volume/<id>/, which holds this file; paths are from the web root of the work.
 */
export interface ManifestVolume {
  /**
   * The first number of the slice.
   */
  first: string;
  /**
   * Its last number.
   */
  last: string;
  /**
   * Names that the volume had before its id.
   */
  aliases?: string[];
}
export interface ManifestRelease {
  /**
   * One line of text that is not blank.
   */
  version: string;
  /**
   * The hash of its record in the ledger.
   */
  hash: string;
  /**
   * SHA-256 of its SHA256SUMS.
   */
  sums: string;
}
/**
 * Where a release comes from.
 */
export interface ManifestSource {
  /**
   * The last commit that touched the sources.
   */
  commit: string;
}
export interface ManifestLicense {
  /**
   * One line of text that is not blank.
   */
  name: string;
  /**
   * An absolute http or https address.
   */
  url?: string;
}
export interface ManifestFormat {
  format: string;
  /**
   * One line of text that is not blank.
   */
  title: string;
  /**
   * A path inside the handbook, with forward slashes.
   */
  file: string;
}
export interface Counts {
  chapters: number;
  entries: number;
  crossReferences: number;
}
export interface Generator {
  /**
   * One line of text that is not blank.
   */
  name: string;
  /**
   * One line of text that is not blank.
   */
  version: string;
  /**
   * SHA-256 of the lockfile of npm packages that a release was made with.
   */
  lockfile?: string;
}
export interface ManifestFile {
  /**
   * A path inside the handbook, with forward slashes.
   */
  path: string;
  /**
   * One line of text that is not blank.
   */
  mediaType: string;
  format?: string;
  bytes: number;
  sha256: string;
}
export interface SealedPage {
  /**
   * From the top of the folder.
   */
  path: string;
  bytes: number;
  sha256: string;
}

/**
 * inventory.json: the numbers of a handbook, for links from other handbooks.
 */
export interface Inventory {
  /**
   * The version of this format: 1.
   */
  schemaVersion: 1;
  /**
   * The id of the handbook.
   */
  id: string;
  /**
   * The permanent IRI of the work; it ends in a slash.
   */
  iri: string;
  /**
   * The title of the handbook.
   */
  title: string;
  /**
   * A BCP 47 language tag.
   */
  language: string;
  volume?: InventoryVolume;
  edition: InventoryEdition;
  /**
   * Every published entry, in reading order.
   */
  entries: InventoryEntry[];
}
/**
 * The slice of the work that the handbook is.
 */
export interface InventoryVolume {
  /**
   * An entry number such as 601, 634A or 3.1.6.
   */
  first: string;
  /**
   * An entry number such as 601, 634A or 3.1.6.
   */
  last: string;
  /**
   * How many entries the whole work has.
   */
  of?: number;
}
/**
 * The edition that the inventory is of.
 */
export interface InventoryEdition {
  /**
   * The version of the edition, such as 2026.1.
   */
  version: string;
  /**
   * A date or an RFC 3339 time.
   */
  date: string;
}
export interface InventoryEntry {
  /**
   * The number, as printed.
   */
  number: string;
  /**
   * The second, readable name.
   */
  id: string;
  /**
   * Old numbers and ids that go on resolving.
   *
   * Items: An old number or id.
   */
  aliases?: string[];
  /**
   * The question, as plain text.
   */
  question: string;
  /**
   * The permanent IRI of the entry.
   */
  iri: string;
  /**
   * Set when the entry is not active.
   */
  status?: 'deprecated' | 'withdrawn';
}

/** Every word the product itself prints. `{…}` marks what is filled in. */
export interface Labels {
  readonly contents: string;
  readonly cover: string;
  readonly titlePage: string;
  readonly imprint: string;
  readonly colophon: string;
  /** "Chapter {number}" */
  readonly chapter: string;
  /** "Part {number}" */
  readonly part: string;
  readonly question: string;
  readonly answer: string;
  readonly questions: string;
  readonly related: string;
  readonly citedBy: string;
  readonly topics: string;
  readonly glossary: string;
  readonly index: string;
  readonly notes: string;
  readonly note: string;
  readonly tip: string;
  readonly warning: string;
  readonly figure: string;
  readonly table: string;
  /** "p. {page}", with a space that no line ends at. */
  readonly pageReference: string;
  readonly page: string;
  readonly see: string;
  readonly seeAlso: string;
  readonly alsoCalled: string;
  readonly withdrawn: string;
  readonly withdrawnNotice: string;
  readonly deprecated: string;
  readonly deprecatedNotice: string;
  readonly draft: string;
  readonly unapproved: string;
  /** Marks everything that a build makes and no release: "Preview, not released". */
  readonly preview: string;
  /** "Replaced by {entry}" */
  readonly replacedBy: string;
  readonly changes: string;
  readonly edition: string;
  /** "Edition {version}" */
  readonly editionNumber: string;
  readonly version: string;
  readonly date: string;
  readonly publisher: string;
  readonly license: string;
  readonly copyright: string;
  readonly identifier: string;
  /** "Questions {first} to {last}" */
  readonly range: string;
  /** "Questions {first} to {last} of {of}" */
  readonly rangeOf: string;
  /** Behind the number of an entry in another volume: "vol. {first}-{last}" */
  readonly inVolume: string;
  readonly revised: string;
  readonly next: string;
  readonly previous: string;
  readonly home: string;
  readonly search: string;
  readonly searchPlaceholder: string;
  /** "{count} results" */
  readonly searchResults: string;
  readonly searchNone: string;
  readonly skipToContent: string;
  readonly backToText: string;
  readonly downloads: string;
  readonly cite: string;
  readonly report: string;
  readonly copyLink: string;
  readonly copied: string;
  readonly print: string;
  readonly theme: string;
  readonly light: string;
  readonly dark: string;
  readonly system: string;
  readonly notFound: string;
  readonly pageMoved: string;
  readonly done: string;
  readonly open: string;
  readonly provisional: string;
  readonly added: string;
  readonly inserted: string;
  readonly changed: string;
  readonly moved: string;
  /** Withdrawn once, and there again. */
  readonly restored: string;
  /** Of words. */
  readonly deleted: string;
  /** Heads the changes that are of no consequence. */
  readonly corrections: string;
  /** "Moved from “{chapter}”" */
  readonly movedFrom: string;
  /** Of a changed entry: only links, images or formatting differ. */
  readonly wordsUnchangedNotice: string;
  /** "Since edition {version} of {date}" */
  readonly changesSince: string;
  readonly contributors: string;
  readonly breadcrumb: string;
  /** One result, as `searchResults` for more. */
  readonly searchResult: string;
  /** Sentences of the EPUB's accessibility summary, each said where it is true. */
  readonly accessText: string;
  readonly accessImages: string;
  readonly accessSomeImages: string;
  readonly accessMath: string;
  readonly accessTables: string;
  readonly accessIndex: string;
  readonly accessPages: string;
  /** Heads an index whose numbers are not those of pages. */
  readonly indexNumbersNotice: string;
  readonly backToTop: string;
  /** On the button of a block of code. */
  readonly copy: string;
  /** What a download is for. */
  readonly forPrint: string;
  readonly forReaders: string;
  readonly forMachines: string;
}

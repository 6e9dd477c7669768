/** Where an entry comes from and where it is in the outputs: what `trace --format json` prints. */
export interface Trail {
  readonly number: string;
  readonly id: string;
  readonly question: string;
  readonly status: string;
  readonly iri: string;
  readonly source: SourceTrail;
  /** Null when nothing was built yet. */
  readonly built: BuiltTrail | null;
}

export interface SourceTrail {
  /** From the handbook's folder. */
  readonly path: string;
  readonly line: number;
  readonly fingerprint: string;
  /** What the file puts in: snippets, entries that it quotes, variables; null when only a built folder is at hand. */
  readonly through: readonly Through[] | null;
  /** Of the file; null when only a built folder without JSON-LD is at hand. */
  readonly sha256: string | null;
  /** The last commit of the file; null when the file differs from it, or there is no git. */
  readonly commit: string | null;
}

/** Something that an entry shows and that is written elsewhere, and where. */
export interface Through {
  /** `snippets/refund.md`, `{{product}}`. */
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

export interface BuiltTrail {
  readonly edition: { readonly version: string; readonly date: string };
  /** Whether the entry in the build says what it says in the source; null without the source. */
  readonly current: boolean | null;
  /** Addresses from the web root: the entry's own page first. */
  readonly html: readonly string[];
  readonly pdf: PdfTrail | null;
  readonly epub: EpubTrail | null;
  /** Documents from the web root that hold the entry: its own first. */
  readonly jsonld: readonly string[];
  /**
   * Files of other formats, by the name of the format; only those formats know where in them the entry is.
   */
  readonly others: Readonly<Record<string, readonly string[]>>;
}

export interface PdfTrail {
  readonly file: string;
  /** As printed. */
  readonly pages: readonly string[];
  /** The named destination: `file#q618` opens there. */
  readonly destination: string;
}

export interface EpubTrail {
  readonly file: string;
  /** From the top of the container. */
  readonly document: string;
  readonly id: string;
}

import type { Compiled, CompileOptions, FontRequest, Format, Needs, OutputFile } from './compile.ts';
import type { Handbook } from './documents.generated.ts';
import type { LedgerNotice, ReleaseContent } from './ledger.ts';
import type { Tree } from './tree.ts';

/** What a format receives: what every compiler receives, the history, and its own options. */
export interface FormatOptions extends CompileOptions {
  /** The records of all releases, oldest first; none before the first release. */
  readonly ledger?: readonly ReleaseContent[];
  /** What became of releases: which were retracted. */
  readonly notices?: readonly LedgerNotice[];
  /** Its own options, as `formats:` in handbook.yaml gives them, validated against its schema. */
  readonly own?: unknown;
}

/**
 * What a format returns. Everything besides files and messages is handed on to later formats and to the
 * press.
 */
export interface FormatResult extends Compiled {
  /** SHA-256 of the book as data. */
  readonly stateHash?: string;
  /** What the ledger will say of a release. */
  readonly record?: ReleaseContent;
  /** Old names that a server can redirect. */
  readonly moved?: readonly Moved[];
}

/**
 * An old name that keeps resolving: `from` is an old id or number, or an entry's id, and `to` is a number.
 */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/** An entry as a format's reader found it in the built files. */
export interface EntryRead {
  readonly number: string;
  /** Without the number. */
  readonly question: string;
  /** The words of the answer and its footnotes, in reading order. */
  readonly text: string;
  /** Where its links lead, in reading order: `#618` is an entry, anything else an address. */
  readonly links: readonly string[];
  /** The file it was found in, from the web root. */
  readonly file: string;
}

/**
 * A format: everything that the rest of Octavo knows about it. Its package, or its module, exports it as
 * `FORMAT`.
 */
export interface FormatDescriptor {
  /** Lower-case letters, digits and hyphens: the name for `--to` and in the manifest. */
  readonly name: Format;
  /** As readers know it: `EPUB`. */
  readonly title: string;
  readonly mediaType: string;
  /** The file that a reader downloads or opens, from the web root. */
  readonly mainFile: (handbook: Pick<Handbook, 'id' | 'volume'>) => string;
  /**
   * The formats whose results it uses; when they are built too, they are compiled first. `*` means every
   * format that names its needs, for a website that offers the others for download.
   */
  readonly needs: readonly Format[] | '*';
  readonly compile: (handbook: Handbook, options: FormatOptions) => Promise<FormatResult>;
  /** Reports for `octavo check` what `compile` would refuse, without compiling. */
  readonly check?: Needs;
  /** Returns the fonts that it needs; `assets` are the handbook's files, by path. */
  readonly fontsNeeded?: (
    handbook: Handbook,
    assets: ReadonlyMap<string, Uint8Array>,
  ) => readonly FontRequest[];
  /** Returns the name of the Octavo schema that one of its files keeps to. */
  readonly schemaOf?: (path: string) => string | undefined;
  /** Returns its files that are the same for every handbook. */
  readonly sharedFiles?: () => readonly OutputFile[];
  /** JSON Schema 2020-12 of its own options. */
  readonly options?: object;
  /** Reads back what its files say, entry by entry; `octavo verify` then compares that with the handbook. */
  readonly read?: (files: Tree, handbook: Handbook) => Promise<readonly EntryRead[]>;
}

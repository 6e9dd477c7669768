import type { Compiled, CompileOptions, FontRequest, Format, Needs, OutputFile } from './compile.ts';
import type { Handbook } from './handbook.ts';
import type { ReleaseContent } from './ledger.ts';
import type { Tree } from './tree.ts';

/** What a format is given: what every compiler is, the history, and its own options. */
export interface FormatOptions extends CompileOptions {
  /** The records of all releases, oldest first; none before the first release. */
  readonly ledger?: readonly ReleaseContent[];
  /** Its own options, as `formats:` in handbook.yaml gives them, held to its schema. */
  readonly own?: unknown;
}

/** What a format hands back. What a later format or the press uses of it is handed on, whoever made it. */
export interface FormatResult extends Compiled {
  /** SHA-256 of the book as data. */
  readonly stateHash?: string;
  /** What the ledger will say of a release. */
  readonly record?: ReleaseContent;
  /** Old names that a server can redirect. */
  readonly moved?: readonly Moved[];
}

/** An old name that goes on resolving: `from` is an old id or number, or an entry's id; `to` a number. */
export interface Moved {
  readonly from: string;
  readonly to: string;
}

/** An entry as the reader of a format found it in the built files. */
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

/** A format: everything that the rest of Octavo knows of it. Its package, or its module, exports it as `FORMAT`. */
export interface FormatDescriptor {
  /** Lower-case letters, digits and hyphens: what `--to` and the manifest call it. */
  readonly name: Format;
  /** As readers know it: `EPUB`. */
  readonly title: string;
  readonly mediaType: string;
  /** The file that a reader downloads or opens, from the web root. */
  readonly mainFile: (handbook: Pick<Handbook, 'id' | 'volume'>) => string;
  /**
   * The formats whose results it uses where they are built too: they are made before it. `*` is every format
   * that names its needs: a website, which offers the others for download and is none itself.
   */
  readonly needs: readonly Format[] | '*';
  readonly compile: (handbook: Handbook, options: FormatOptions) => Promise<FormatResult>;
  /** What `octavo check` asks: what `compile` would refuse, without making it. */
  readonly check?: Needs;
  /** The fonts it wants to be handed; `assets` are the handbook's files, by path. */
  readonly fontsNeeded?: (
    handbook: Handbook,
    assets: ReadonlyMap<string, Uint8Array>,
  ) => readonly FontRequest[];
  /** The name of our schema that a file of it keeps to. */
  readonly schemaOf?: (path: string) => string | undefined;
  /** The files of it that are the same for every handbook. */
  readonly sharedFiles?: () => readonly OutputFile[];
  /** JSON Schema 2020-12 of its own options. */
  readonly options?: object;
  /** Reads back what its files say, entry by entry: `octavo verify` then compares it with the handbook. */
  readonly read?: (files: Tree, handbook: Handbook) => Promise<readonly EntryRead[]>;
}

import type { VFileMessage } from 'vfile-message';
import type { Memory } from '../cache/memory.ts';
import type { Change } from './change.ts';
import type { Handbook } from './documents.generated.ts';

/** What a compiler receives besides the handbook: only data, and two helpers that never change a byte. */
export interface CompileOptions {
  /** Bytes of every file the handbook names (images, fonts, themes), by path from its folder. */
  readonly assets?: ReadonlyMap<string, Uint8Array>;
  /** Bytes of the fonts that a format's `fontsNeeded` asked for. */
  readonly fonts?: readonly FontFile[];
  /** The handbook as handbook.json has it, where other characters are printed. */
  readonly source?: Handbook;
  /** What changed since the last release, in reading order. */
  readonly changes?: readonly Change[];
  /** The edition that `changes` compares with. */
  readonly changesSince?: { readonly version: string; readonly date: string };
  /** SHA-256 of the book as data, where a format computed it. */
  readonly stateHash?: string;
  /** Where the pages of the PDF begin; the EPUB's page list is made from it. */
  readonly pageMap?: PageMap;
  /** schema.org blocks to embed in HTML pages, by page key: `entry/<number>` or a chapter part's id. */
  readonly structuredData?: StructuredData;
  /** What was built beside this format, to be offered for download. */
  readonly siblings?: readonly Sibling[];
  /** Includes drafts, watermarked. */
  readonly drafts?: boolean;
  readonly executor?: Executor;
  /** The results that an earlier run left in memory. A format may then make files when they are read. */
  readonly memory?: Memory;
  readonly cache?: Cache;
}

/** A font a format needs: `package` is an npm package, `file` a path in it. */
export interface FontRequest {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly package: string;
  readonly file: string;
  /** BCP 47 script subtags the face is for, such as Latn or Arab. */
  readonly scripts: readonly string[];
  /** Whether a build continues without the font when no character needs its script. */
  readonly optional: boolean;
}
export interface FontFile extends FontRequest {
  readonly bytes: Uint8Array;
}
/** The first word of each page of the PDF, in order. */
export type PageMap = readonly PageBreak[];
export interface PageBreak {
  /** As printed: `iv`, `12`. */
  readonly label: string;
  readonly at: PageBreakPlace;
}
export interface PageBreakPlace {
  /** `entry` with a number; `page` with a prose page's id; `matter` for what the format itself makes (cover, contents, glossary, index, …). */
  readonly kind: 'entry' | 'page' | 'chapter' | 'matter';
  readonly id: string;
  /** Child indexes from the entry's answer (or the page's body) down to the node; empty for its heading. */
  readonly path: readonly number[];
  /** UTF-16 offset in the node's text. */
  readonly offset: number;
}
export type StructuredData = ReadonlyMap<string, JsonValue>;
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
export interface Sibling {
  readonly format: Format;
  /** The format as readers know it: `EPUB`. */
  readonly title: string;
  /** From the web root. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}
/** The name of a format, as its descriptor gives it. */
export type Format = string;

/** Runs a named, pure task, in process or on a worker thread; arguments and results are structured-cloneable. */
export interface Executor {
  readonly run: <Input, Output>(task: Task<Input, Output>, input: Input) => Promise<Output>;
  /** How many tasks run at once. */
  readonly width: number;
}
/** `module` and `name` let a worker import the very function that `run` is. */
export interface Task<Input, Output> {
  readonly module: string;
  readonly name: string;
  readonly run: (input: Input) => Output | Promise<Output>;
}
export interface Cache {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
}

/** One file of a format's output. `path` is from the web root, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly mediaType: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /**
   * Set for a file at the root of a work that its volumes build together: the text with marked slots
   * (`slot`). `content` is the text with this volume alone; publishing fills in all volumes.
   */
  readonly work?: string;
  /**
   * Set for a file that says what was built: makes its content when everything is known. `content` is what
   * the format knows by itself.
   */
  readonly afterwards?: (built: Built) => Uint8Array;
}
/** What was built, for a file that says so. All of it is given or counted. */
export interface Built {
  readonly stage: 'preview' | 'release';
  /** In words, that it is a preview. */
  readonly note: string | undefined;
  /** The files that readers download whole. */
  readonly downloads: readonly Sibling[];
  /** What the handbook was read from. */
  readonly sources: readonly BuiltFrom[];
  /** The last commit that touched the sources. */
  readonly commit: string | undefined;
  /** Octavo's own version. */
  readonly generator: { readonly version: string };
}
/** A source file: its hash and, where known, the entry that it holds, the line on which that begins, and its last commit. */
export interface BuiltFrom {
  readonly path: string;
  readonly sha256: string;
  readonly entry?: string;
  readonly line?: number;
  readonly commit?: string;
}
export interface Compiled {
  readonly files: readonly OutputFile[];
  /**
   * What the format could not do, each with its place in the source. With an error among them, nothing may be
   * published.
   */
  readonly messages: readonly VFileMessage[];
  readonly pageMap?: PageMap;
  readonly structuredData?: StructuredData;
}
/**
 * Reports what a format needs of a book without compiling it: everything that its `compile` would refuse,
 * each with its place, and cheaply enough for every `octavo check`. `compile` asks it first, so that no
 * refusal appears only in a build.
 */
export type Needs = (
  handbook: Handbook,
  options?: Pick<CompileOptions, 'assets' | 'fonts'>,
) => readonly VFileMessage[] | Promise<readonly VFileMessage[]>;
export type Compile = (handbook: Handbook, options?: CompileOptions) => Promise<Compiled>;

import type {
  Cache,
  Executor,
  FontFile,
  FontRequest,
  FormatDescriptor,
  OutputFile,
  SourceCache,
} from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { Progress } from './progress.ts';

/** A format as the press is given it. */
export interface PressFormat extends FormatDescriptor {
  /**
   * Set for a format from outside Octavo: makes the error that blames it, at the place where the handbook
   * names it.
   */
  readonly blame?: (reason: string) => VFileMessage;
}

/** Where files are written to. */
export interface Stage {
  /** `path` is from the web root, with forward slashes. `sha256` is that of the content, where it is known. */
  readonly write: (
    path: string,
    content: Uint8Array | AsyncIterable<Uint8Array>,
    sha256?: string,
  ) => Promise<void>;
}

/** The results of earlier runs. It never changes a byte of what is built. */
export interface PressCache {
  /** The cache of one of Octavo's own formats. Its keys need not include the code that made the values. */
  readonly format: (name: string) => Cache | undefined;
  /** The cache for what the press itself makes. */
  readonly own: SourceCache;
  /** Returns the SHA-256 of bytes and computes it only once. */
  readonly sha256Of: (bytes: Uint8Array) => string;
}

/** The result of reading a tree back. With an error among the objections, the tree must not be published. */
export interface Proof {
  /** Files to add, such as parity.json. */
  readonly files: readonly OutputFile[];
  readonly objections: readonly VFileMessage[];
}

/** A file that an earlier release has sealed. */
export interface SealedFile {
  readonly path: string;
  readonly sha256: string;
  /** The release that made it. */
  readonly release: string;
}

/** How the press reaches the outside world. Only the stage is required. */
export interface Ports {
  readonly stage: Stage;
  /**
   * Returns the fonts that a format asks for, as far as they can be found. Without this port there are none.
   */
  readonly fonts?: (requests: readonly FontRequest[], format: PressFormat) => Promise<readonly FontFile[]>;
  /** Returns the bytes of a sealed file of an earlier release, if they exist anywhere. */
  readonly sealed?: (file: SealedFile) => Promise<Uint8Array | undefined>;
  readonly cache?: PressCache | undefined;
  /** Receives the progress of the work. */
  readonly progress?: Progress | undefined;
  /** Threads for work that can be done side by side. They never change a byte. */
  readonly executor?: Executor | undefined;
  /** Reads back what was written, before the last documents are written. `paths` are from the web root. */
  readonly prove?: (paths: readonly string[], progress: Progress) => Promise<Proof>;
  readonly signal?: AbortSignal | undefined;
}

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
  /** Set for a format that is not Octavo's: makes the error that blames it, where the handbook names it. */
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

/** What earlier runs made. It never changes a byte of what is made now. */
export interface PressCache {
  /** For a format of Octavo; keys need not hold which code made what is kept. */
  readonly format: (name: string) => Cache | undefined;
  /** For what the press itself makes. */
  readonly own: SourceCache;
  /** The SHA-256 of bytes, worked out once. */
  readonly sha256Of: (bytes: Uint8Array) => string;
}

/** What came of reading a tree back. With an error among the objections it is not to be published. */
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

/** How the press reaches the world. Only the stage has to be there. */
export interface Ports {
  readonly stage: Stage;
  /** The fonts that a format asks for, as far as they can be found; without it there are none. */
  readonly fonts?: (requests: readonly FontRequest[], format: PressFormat) => Promise<readonly FontFile[]>;
  /** The bytes of a sealed file of an earlier release, where somebody has them. */
  readonly sealed?: (file: SealedFile) => Promise<Uint8Array | undefined>;
  readonly cache?: PressCache | undefined;
  /** Is told what is going on. */
  readonly progress?: Progress | undefined;
  /** Threads for what can be done side by side. They never change a byte. */
  readonly executor?: Executor | undefined;
  /** Reads back what was written, before the last documents are. `paths` are from the web root. */
  readonly prove?: (paths: readonly string[], progress: Progress) => Promise<Proof>;
  readonly signal?: AbortSignal | undefined;
}

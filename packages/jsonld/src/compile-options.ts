import type { Compiled, CompileOptions, LedgerNotice, ReleaseContent } from '@octavo/core';

/** The options of every compiler and, beside them, the history. */
export interface JsonldOptions extends CompileOptions {
  /** The records of all releases, oldest first; none before the first release. */
  readonly ledger?: readonly ReleaseContent[];
  /** What became of releases: which were retracted. */
  readonly notices?: readonly LedgerNotice[];
}

export interface JsonldCompiled extends Compiled {
  /** SHA-256 of the snapshot's N-Quads; undefined when the ledger was refused. */
  readonly stateHash?: string;
  /** What `octavo release` commits to the ledger; undefined when the edition cannot be released. */
  readonly record?: ReleaseContent;
}

import type {
  CompileOptions,
  Format,
  FormatResult,
  Handbook,
  Ledger,
  LedgerNotice,
  OutputFile,
} from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { PressFormat } from '../ports.ts';
import type { WrittenFile } from '../tally.ts';
import { type PathSet, pathSet } from './path-set.ts';

export interface CompileRequest {
  readonly handbook: Handbook;
  /** The handbook as handbook.json has it. */
  readonly source: Handbook;
  readonly formats: readonly PressFormat[];
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly drafts: boolean;
  readonly ledger: Ledger;
  readonly notices: readonly LedgerNotice[];
  /** What changed since the previous release, if there is one. */
  readonly changes: Pick<CompileOptions, 'changes' | 'changesSince'> | undefined;
}

/** Files of one format that are not written yet. */
export interface Held {
  readonly format: PressFormat;
  readonly files: readonly OutputFile[];
}

/** The results of the compilation so far. */
export interface CompileRun {
  readonly request: CompileRequest;
  readonly written: Map<string, WrittenFile>;
  /** Files at the root of the work, by path, with marked slots. No volume lists them as its own. */
  readonly work: Map<string, string>;
  /** Results without their files: those would take a quarter of a gigabyte for a long book. */
  readonly results: Map<Format, Omit<FormatResult, 'files'>>;
  readonly failed: Set<Format>;
  readonly messages: VFileMessage[];
  /** Files that say what was built; each is made when everything else is known. */
  readonly afterwards: Held[];
  /**
   * Files of formats from outside Octavo. They are written once it is known that no other file needs their
   * paths.
   */
  readonly strangers: Held[];
  /** The format that each path belongs to, when formats from outside Octavo are built too. */
  readonly claims: PathSet<PressFormat>;
  /** A format from outside Octavo that took the path of one of our own files. */
  spoiler?: { readonly format: Format; readonly message: VFileMessage };
}

export function newRun(request: CompileRequest): CompileRun {
  return {
    request,
    written: new Map(),
    work: new Map(),
    results: new Map(),
    failed: new Set(),
    messages: [],
    afterwards: [],
    strangers: [],
    claims: pathSet(),
  };
}

/**
 * What an earlier format handed on under this name, and the name of that format. The first in the list
 * counts.
 */
export function handedOn<Key extends keyof FormatResult>(
  { request, results }: CompileRun,
  key: Key,
): { readonly by: Format; readonly value: NonNullable<FormatResult[Key]> } | undefined {
  for (const { name } of request.formats) {
    const value = (results.get(name) as FormatResult | undefined)?.[key];
    if (value !== undefined && value !== null) return { by: name, value };
  }
  return undefined;
}

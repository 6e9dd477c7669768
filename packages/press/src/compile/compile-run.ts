import type { CompileOptions, Format, FormatResult, Handbook, Ledger, OutputFile } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { PressFormat } from '../ports.ts';
import type { WrittenFile } from '../tally.ts';
import { type PathSet, pathSet } from './path-set.ts';

export interface CompileRequest {
  readonly handbook: Handbook;
  readonly formats: readonly PressFormat[];
  readonly assets: ReadonlyMap<string, Uint8Array>;
  readonly drafts: boolean;
  readonly ledger: Ledger;
  /** What changed since the release before, when there is one. */
  readonly changes: Pick<CompileOptions, 'changes' | 'changesSince'> | undefined;
}

/** Files of one format that are not written yet. */
export interface Held {
  readonly format: PressFormat;
  readonly files: readonly OutputFile[];
}

/** What has come of compiling so far. */
export interface CompileRun {
  readonly request: CompileRequest;
  readonly written: Map<string, WrittenFile>;
  /** Files at the root of the work, with marked slots, by path: no list of a volume has them. */
  readonly work: Map<string, string>;
  /** But for the files, which are a quarter of a gigabyte in a long book. */
  readonly results: Map<Format, Omit<FormatResult, 'files'>>;
  readonly failed: Set<Format>;
  readonly messages: VFileMessage[];
  /** Files that say what was built, with what makes them. */
  readonly afterwards: Held[];
  /** What formats that are not Octavo's have made: written when it is known that no other file has its place. */
  readonly strangers: Held[];
  /** Whose each path is, where there are such formats. */
  readonly claims: PathSet<PressFormat>;
  /** A format that is not Octavo's and has taken the place of a file of ours. */
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

/** What a format before handed back under this name, whichever it was, with its name; the first of the list counts. */
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

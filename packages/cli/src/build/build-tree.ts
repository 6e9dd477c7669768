import { asPreview, type Executor, type Handbook, type ReleaseContent } from '@octavo/core';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import type { HandbookCache } from '../cache/handbook-cache.ts';
import { type Diagnostic, diagnosticsOf } from '../diagnostics.ts';
import type { Stage } from '../disk/stage.ts';
import type { BookFormat, LoadedFormat } from '../formats.ts';
import { changesSince, type History } from '../history/history.ts';
import type { LoadedFolder } from '../load.ts';
import type { Progress } from '../progress/progress.ts';
import { compileFormats } from './compile-formats.ts';
import type { WrittenFile } from './tally.ts';
import { type ReleaseFacts, writeDocuments } from './write-documents.ts';

export interface TreeRequest {
  readonly loaded: LoadedFolder;
  /** Of `loaded`, without error. */
  readonly handbook: Handbook;
  /** Without the edition's own release, when it is made again. */
  readonly history: History;
  readonly formats: readonly BookFormat[];
  /** Why other formats are not built. */
  readonly messages: readonly VFileMessage[];
  readonly drafts: boolean;
  /** The folder that the stage will replace. */
  readonly out: string;
  /** Another folder to look for sealed pages in. */
  readonly previous?: string | undefined;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** Threads for what can be done side by side. They never change a byte. */
  readonly executor?: Executor | undefined;
  /** What earlier builds made. It never changes a byte. */
  readonly cache?: HandbookCache | undefined;
  /** What makes it a release. */
  readonly release?: ReleaseFacts;
}

export interface BuiltTree {
  /** Of the source and of the formats, in the order of paths and places. */
  readonly diagnostics: readonly Diagnostic[];
  /** The formats that the tree holds. None: it is not finished, and the stage is to be discarded. */
  readonly formats: readonly LoadedFormat[];
  /** Every file of the tree, by path. */
  readonly written: ReadonlyMap<string, WrittenFile>;
  /** What the ledger will say of it, when the edition can be released. */
  readonly record: ReleaseContent | undefined;
}

/**
 * Writes the whole tree of a handbook to a stage: the formats, then the documents that speak of all
 * of them. A format that reports an error is left out, and what the others and the documents say is of those that
 * are there; of a release, nothing is finished then.
 */
export async function buildTree(request: TreeRequest, stage: Stage): Promise<BuiltTree> {
  const { loaded, history, formats, release } = request;
  const handbook = release ? request.handbook : asPreview(request.handbook);
  const { ledger } = history;
  const changes = changesSince(handbook, history);
  const result = await compileFormats(
    { ...request, handbook, ledger, changes, assets: assetsOf(loaded.files), root: loaded.root },
    stage,
  );
  const diagnostics = diagnosticsOf(loaded.files, loaded.prefix, [...request.messages, ...result.messages]);
  const isWhole = result.formats.length === formats.length;
  // A release needs every format; a preview is of those that could be made.
  if (result.formats.length === 0 || (release && !isWhole))
    return { diagnostics, formats: [], written: result.written, record: undefined };
  const book = {
    handbook,
    formats: result.formats,
    ledger,
    changes,
    sources: loaded.files,
    release,
    cache: request.cache,
  };
  const objections = await request.progress.during('documents', (own) =>
    writeDocuments(stage, book, result, own),
  );
  return {
    diagnostics:
      objections.length === 0
        ? diagnostics
        : diagnosticsOf(loaded.files, loaded.prefix, [
            ...request.messages,
            ...result.messages,
            ...objections,
          ]),
    formats: objections.some(({ fatal }) => fatal === true) ? [] : result.formats,
    written: result.written,
    record: result.record,
  };
}

/** Every file that is not source text, by path. */
export function assetsOf(files: readonly VFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.flatMap((file) =>
      typeof file.value === 'string' || /\.(md|ya?ml)$/.test(file.path)
        ? []
        : [[file.path, file.value] as const],
    ),
  );
}

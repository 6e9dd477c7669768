import type { Format, Handbook } from '@octavo/core';
import type { Ledger } from '@octavo/jsonld';
import type { VFile } from 'vfile';
import { type Diagnostic, diagnosticsOf } from '../diagnostics.ts';
import type { Stage } from '../disk/stage.ts';
import type { LoadedFolder } from '../load.ts';
import { compileFormats } from './compile-formats.ts';
import type { WrittenFile } from './tally.ts';
import { writeDocuments } from './write-documents.ts';

export interface TreeRequest {
  readonly loaded: LoadedFolder;
  /** Of `loaded`, without error. */
  readonly handbook: Handbook;
  readonly ledger: Ledger;
  readonly formats: readonly Format[];
  readonly drafts: boolean;
  /** The folder that the stage will replace. */
  readonly out: string;
  readonly signal: AbortSignal;
  /** Told before each format, for a progress line. */
  readonly progress: (format: Format) => void;
}

export interface BuiltTree {
  /** Of the source and of the formats, in the order of paths and places. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file of the tree, by path; the tree is finished only when no diagnostic is an error. */
  readonly written: ReadonlyMap<string, WrittenFile>;
}

/**
 * Writes the whole tree of a handbook to a stage: the formats, then the documents that speak of all
 * of them. When a format reports an error the documents are not written: discard the stage.
 */
export async function buildTree(request: TreeRequest, stage: Stage): Promise<BuiltTree> {
  const { loaded, handbook, ledger, formats } = request;
  const result = await compileFormats(
    { ...request, assets: assetsOf(loaded.files), root: loaded.root },
    stage,
  );
  const diagnostics = diagnosticsOf(loaded.files, loaded.prefix, result.messages);
  if (!diagnostics.some(({ severity }) => severity === 'error'))
    await writeDocuments(stage, { handbook, formats, ledger, sources: loaded.files }, result);
  return { diagnostics, written: result.written };
}

/** Every file that is not source text, by path. */
function assetsOf(files: readonly VFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.flatMap((file) =>
      typeof file.value === 'string' || /\.(md|ya?ml)$/.test(file.path)
        ? []
        : [[file.path, file.value] as const],
    ),
  );
}

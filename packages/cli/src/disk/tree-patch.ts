import { mkdirSync, readFileSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** How a tree becomes the next one: which files of the stage go in, what goes. Paths with forward slashes. */
export interface TreePatch {
  readonly write: readonly string[];
  readonly remove: readonly string[];
  /** Folders that will be empty, the innermost first. */
  readonly removeFolders: readonly string[];
}

/** In the stage: once the tree is out of its place, this says how to finish it. */
const JOURNAL = '.octavo-patch.json';

export function writeJournal(stage: string, patch: TreePatch): void {
  writeFileSync(join(stage, JOURNAL), JSON.stringify(patch));
}

/** The patch that a stage holds, if it does. */
export function readJournal(stage: string): TreePatch | undefined {
  try {
    return JSON.parse(readFileSync(join(stage, JOURNAL), 'utf8')) as TreePatch;
  } catch {
    return undefined;
  }
}

/** Moves the files of a stage into a tree, and removes what goes; begun and cut off, it can be done again. */
export function applyPatch(tree: string, stage: string, patch: TreePatch): void {
  for (const path of patch.remove) unlessDone(() => unlinkSync(join(tree, path)));
  for (const path of patch.removeFolders) unlessDone(() => rmdirSync(join(tree, path)));
  for (const path of patch.write) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    unlessDone(() => renameSync(join(stage, path), join(tree, path)));
  }
}

/** What a first attempt has done: the file is gone, or its folder is a file by now, or the other way round. */
const DONE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EPERM', 'ENOTEMPTY', 'EEXIST']);

function unlessDone(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && DONE.has(error.code))) throw error;
  }
}

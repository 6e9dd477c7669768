import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Stage } from '@octavo/press';
import { codeOf } from './faults.ts';
import { addFolders, hasSameNames, isUntouched, recordTree, type TreeRecord } from './tree-record.ts';
import { makeFolder } from './write-file.ts';

/**
 * A folder that is written beside the one it will replace. A file that the published tree has with the given
 * SHA-256 is kept there.
 */
export interface FolderStage extends Stage {
  /** The folder that holds the files until they are published. */
  readonly folder: string;
  /** Puts the finished tree in place by renaming. */
  readonly publish: () => Promise<void>;
  /** After `publish`: what the next stage compares with. */
  readonly record: () => TreeRecord;
  /** Removes what was written. */
  readonly discard: () => Promise<void>;
}

/** Up to this many changed files go into the existing tree; with more, a new tree replaces it. */
const FEW = 500;

/**
 * Opens a stage for a folder. A build that was killed is repaired first: the previous output goes back in
 * place, or is finished if it was being patched, and half-written files are removed. With the record of the
 * existing tree, unchanged files need not be written.
 */
export async function openStage(folder: string, last?: TreeRecord): Promise<FolderStage> {
  const next = `${folder}.next`;
  const previous = `${folder}.previous`;
  await mend(folder, next, previous);
  await makeFolder(next);
  const before = last && hasSameNames(folder, last) ? last : undefined;
  const made = new Set([next]);
  const hashes = new Map<string, string>();
  const kept = new Set<string>();
  let swapped = false;
  return {
    folder: next,
    async write(path, content, sha256 = '') {
      hashes.set(path, sha256);
      if (before && isUntouched(folder, path, sha256, before)) {
        kept.add(path);
        return;
      }
      const target = join(next, path);
      makeParent(made, target);
      // There are thousands of small files, and waiting for each would cost more than writing it.
      if (content instanceof Uint8Array) writeFileSync(target, content);
      else await writeChunks(target, content);
    },
    async publish() {
      const write = [...hashes.keys()].filter((path) => !kept.has(path));
      if (before && kept.size > 0 && write.length <= FEW) {
        await patchTree(before, write);
      } else {
        for (const path of kept) {
          makeParent(made, join(next, path));
          linkOrCopy(join(folder, path), join(next, path));
        }
        swapped = true;
        if (existsSync(folder)) await rename(folder, previous);
        await rename(next, folder);
        await rm(previous, { recursive: true, force: true });
      }
    },
    record: () => (swapped ? recordTree(folder, hashes) : recordTree(folder, hashes, before, kept)),
    discard: () => mend(folder, next, previous),
  };

  /** The tree is moved out of its place while it is patched, so that nobody ever sees it half done. */
  async function patchTree({ files, folders }: TreeRecord, write: readonly string[]): Promise<void> {
    const remove = Object.keys(files).filter((path) => !hashes.has(path));
    const wanted = new Set(['.']);
    for (const path of hashes.keys()) addFolders(wanted, path);
    const removeFolders = Object.keys(folders).filter((path) => !wanted.has(path));
    const patch = { write, remove, removeFolders: removeFolders.sort((a, b) => b.length - a.length) };
    writeJournal(next, patch);
    renameSync(folder, previous);
    applyPatch(previous, next, patch);
    renameSync(previous, folder);
    await rm(next, { recursive: true, force: true });
  }
}

/** Opens a stage, works with it, and removes what was written unless it was published. */
export async function withStage<Result>(
  folder: string,
  work: (stage: FolderStage) => Promise<Result>,
  last?: TreeRecord,
): Promise<Result> {
  const stage = await openStage(folder, last);
  try {
    const result = await work(stage);
    await stage.discard();
    return result;
  } catch (error) {
    await stage.discard().catch(() => {});
    throw error;
  }
}

async function mend(folder: string, next: string, previous: string): Promise<void> {
  if (existsSync(previous)) {
    if (existsSync(folder)) await rm(previous, { recursive: true, force: true });
    else {
      const patch = readJournal(next);
      if (patch) applyPatch(previous, next, patch);
      await rename(previous, folder);
    }
  }
  await rm(next, { recursive: true, force: true });
}

async function writeChunks(path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(path, 'w');
  try {
    for await (const chunk of content) await handle.write(chunk);
  } finally {
    await handle.close();
  }
}

function makeParent(made: Set<string>, path: string): void {
  const parent = dirname(path);
  if (made.has(parent)) return;
  mkdirSync(parent, { recursive: true });
  made.add(parent);
}

/** The tree that the file is linked from will be removed; a disk without links gets a copy. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/**
 * How a tree becomes the next one: the files of the stage that go in, and what is removed. Paths have forward
 * slashes.
 */
export interface TreePatch {
  readonly write: readonly string[];
  readonly remove: readonly string[];
  /** Folders that will be empty, innermost first. */
  readonly removeFolders: readonly string[];
}

/** This file in the stage says how to finish the tree once it has been moved out of its place. */
const JOURNAL = '.octavo-patch.json';

export function writeJournal(stage: string, patch: TreePatch): void {
  writeFileSync(join(stage, JOURNAL), JSON.stringify(patch));
}

/** Returns the patch that a stage holds, if there is one. */
export function readJournal(stage: string): TreePatch | undefined {
  try {
    return JSON.parse(readFileSync(join(stage, JOURNAL), 'utf8')) as TreePatch;
  } catch {
    return undefined;
  }
}

/**
 * Moves the files of a stage into a tree and removes what goes. When it was interrupted, it can be run again.
 */
export function applyPatch(tree: string, stage: string, patch: TreePatch): void {
  for (const path of patch.remove) unlessDone(() => unlinkSync(join(tree, path)));
  for (const path of patch.removeFolders) unlessDone(() => rmdirSync(join(tree, path)));
  for (const path of patch.write) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    unlessDone(() => renameSync(join(stage, path), join(tree, path)));
  }
}

/**
 * Errors that show what a first attempt has done: the file is gone, or its folder is now a file, or the other
 * way round.
 */
const DONE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EPERM', 'ENOTEMPTY', 'EEXIST']);

function unlessDone(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!DONE.has(codeOf(error))) throw error;
  }
}

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** A folder being written beside the one it will replace. */
export interface Stage {
  /** Where the files are until they are published. */
  readonly folder: string;
  /** Writes a file; `path` has forward slashes. */
  readonly write: (path: string, content: Uint8Array | AsyncIterable<Uint8Array>) => Promise<void>;
  /** Puts the finished folder in place by renames. */
  readonly publish: () => Promise<void>;
  /** Removes what was written. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens a stage for a folder. A build that was killed is mended first: the previous output goes back
 * in place, half-written files go.
 */
export async function openStage(folder: string): Promise<Stage> {
  const next = `${folder}.next`;
  const previous = `${folder}.previous`;
  await mend(folder, next, previous);
  await makeFolder(next);
  const folders = new Set([next]);
  return {
    folder: next,
    async write(path, content) {
      const target = join(next, path);
      const parent = dirname(target);
      // Thousands of small files: waiting for each on its own costs more than writing it.
      if (!folders.has(parent)) mkdirSync(parent, { recursive: true });
      folders.add(parent);
      if (content instanceof Uint8Array) writeFileSync(target, content);
      else await writeChunks(target, content);
    },
    async publish() {
      if (existsSync(folder)) await rename(folder, previous);
      await rename(next, folder);
      await rm(previous, { recursive: true, force: true });
    },
    discard: () => mend(folder, next, previous),
  };
}

/** Opens a stage, works with it, and removes what was written unless it was published. */
export async function withStage<Result>(
  folder: string,
  work: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const stage = await openStage(folder);
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
    else await rename(previous, folder);
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

import { type OutputFile, withoutSlots } from '@octavo/core';
import type { Stage } from './ports.ts';
import { type WrittenFile, writeAll } from './tally.ts';

/**
 * Writes the files at the root of the work as this volume alone makes them, and returns their texts. They
 * belong to the work and not to the volume: publishing makes them again from all volumes that exist.
 */
export async function writeWork(
  stage: Stage,
  files: readonly OutputFile[],
  work: Map<string, string>,
): Promise<void> {
  for (const file of files) {
    if (file.work === undefined) continue;
    await writeAll(stage, 'data', [file], new Map<string, WrittenFile>());
    work.set(file.path, file.work);
  }
}

/** Makes a file at the root of the work from a text with marked slots. */
export function workFile(path: string, mediaType: string, work: string): OutputFile {
  return { path, mediaType, content: new TextEncoder().encode(withoutSlots(work)), work };
}

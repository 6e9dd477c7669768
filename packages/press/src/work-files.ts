import { type OutputFile, withoutSlots } from '@octavo/core';
import type { Stage } from './ports.ts';
import { type WrittenFile, writeAll } from './tally.ts';

/**
 * Writes the files at the root of the work as they are with this volume alone, and keeps their texts.
 * They are the work's and not the volume's: publishing makes them again of all volumes that are there.
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

/** A text with marked slots as a file at the root of the work. */
export function workFile(path: string, mediaType: string, work: string): OutputFile {
  return { path, mediaType, content: new TextEncoder().encode(withoutSlots(work)), work };
}

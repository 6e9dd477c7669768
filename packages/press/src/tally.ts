import { createHash, hash } from 'node:crypto';
import type { Format, OutputFile } from '@octavo/core';
import type { PressCache, Stage } from './ports.ts';

/** A file as it was written. */
export interface WrittenFile {
  readonly path: string;
  readonly mediaType: string;
  readonly format: Format | 'data';
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes files to the stage, and counts and hashes their bytes as they pass. Two files with one path are a
 * bug in a compiler.
 */
export async function writeAll(
  stage: Stage,
  format: WrittenFile['format'],
  files: readonly OutputFile[],
  written: Map<string, WrittenFile>,
  cache?: Pick<PressCache, 'sha256Of'>,
): Promise<void> {
  for (const file of files) {
    const { path, mediaType, content } = file;
    if (written.has(path)) throw new Error(`two files are both "${path}"`);
    const { bytes, sha256 } =
      content instanceof Uint8Array
        ? { bytes: content.length, sha256: cache?.sha256Of(content) ?? hash('sha256', content) }
        : await writeStream(stage, path, content);
    if (content instanceof Uint8Array) await stage.write(path, content, sha256);
    written.set(path, { path, mediaType, format, bytes, sha256 });
  }
}

async function writeStream(
  stage: Stage,
  path: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Pick<WrittenFile, 'bytes' | 'sha256'>> {
  const sum = createHash('sha256');
  let bytes = 0;
  async function* tapped(): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      sum.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  await stage.write(path, tapped());
  return { bytes, sha256: sum.digest('hex') };
}

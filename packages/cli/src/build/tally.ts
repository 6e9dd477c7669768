import { createHash } from 'node:crypto';
import type { Format, OutputFile } from '@octavo/core';
import type { Stage } from '../disk/stage.ts';

/** A file as it was written. */
export interface WrittenFile {
  readonly path: string;
  readonly mediaType: string;
  readonly format: Format | 'data';
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes files to the stage, counting and hashing the bytes as they pass. Two files of one path are a bug of a compiler. */
export async function writeAll(
  stage: Stage,
  format: WrittenFile['format'],
  files: readonly OutputFile[],
  written: Map<string, WrittenFile>,
): Promise<void> {
  for (const file of files) {
    if (written.has(file.path)) throw new Error(`two files are both "${file.path}"`);
    const hash = createHash('sha256');
    let bytes = 0;
    const tap = (chunk: Uint8Array) => {
      hash.update(chunk);
      bytes += chunk.length;
      return chunk;
    };
    await stage.write(
      file.path,
      file.content instanceof Uint8Array ? tap(file.content) : tapped(file.content, tap),
    );
    written.set(file.path, {
      path: file.path,
      mediaType: file.mediaType,
      format,
      bytes,
      sha256: hash.digest('hex'),
    });
  }
}

async function* tapped(
  chunks: AsyncIterable<Uint8Array>,
  tap: (chunk: Uint8Array) => Uint8Array,
): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) yield tap(chunk);
}

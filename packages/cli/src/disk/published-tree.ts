import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A tree that was published: its checksums as written, and which of its files are not what they say. */
export interface PublishedTree {
  readonly sums: string;
  readonly damaged: readonly string[];
}

/** Reads a published folder back, every byte, by its list of checksums; undefined when there is none. */
export async function readPublished(folder: string, list: string): Promise<PublishedTree | undefined> {
  const sums = await readFile(join(folder, ...list.split('/')), 'utf8').catch(() => undefined);
  if (sums === undefined) return undefined;
  const damaged: string[] = [];
  for (const [path, sha256] of parseSums(sums)) {
    const found = await hashFile(join(folder, ...path.split('/'))).catch(() => undefined);
    if (found !== sha256) damaged.push(path);
  }
  return { sums, damaged };
}

/** The lines of a SHA256SUMS: hash by path. */
export function parseSums(sums: string): ReadonlyMap<string, string> {
  const lines = sums.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** SHA-256 of a file. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

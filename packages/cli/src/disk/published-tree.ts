import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Manifest } from '@octavo/core';
import { type PublishedRelease, type PublishedTree, parseSums } from '@octavo/press/release';

/**
 * Tells which release of a book a folder holds, a link to it followed; undefined when it holds none. `own`
 * is the book's folder below it, `volume/<id>/` of a volume.
 */
export async function readPublishedRelease(
  folder: string,
  own: string,
): Promise<PublishedRelease | undefined> {
  try {
    const home = join(folder, own);
    const manifest = JSON.parse(await readFile(join(home, 'manifest.json'), 'utf8')) as Partial<Manifest>;
    const { id, iri, edition, stage } = manifest;
    if (stage !== 'release' || !id || !iri || !edition) return undefined;
    return { id, iri, version: edition.version, sums: await hashFile(join(home, 'SHA256SUMS')) };
  } catch {
    return undefined;
  }
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

/** SHA-256 of a file. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

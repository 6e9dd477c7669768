import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Tree } from '@octavo/core';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import type { Stage } from '../ports.ts';

/** Formats that are already compressed. */
const STORED = /\.(pdf|epub|png|jpe?g|gif|webp|avif|woff2?|zip)$/;

/**
 * Packs files into one zip in the given order, each under `folder/`, and yields it piece by piece. The same
 * files give the same bytes: compression is done in JavaScript, because zlib differs between releases of
 * Node, and dates are those of the edition.
 */
async function* zipTree(
  folder: string,
  paths: readonly string[],
  read: (path: string) => Promise<Uint8Array>,
  date: string,
): AsyncIterable<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let fault: Error | undefined;
  const zip = new Zip((error, chunk) => {
    if (error) fault = error;
    else chunks.push(chunk);
  });
  const mtime = noon(date);
  for (const path of paths) {
    const name = `${folder}/${path}`;
    const file = STORED.test(path) ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 9 });
    file.mtime = mtime;
    zip.add(file);
    file.push(await read(path), true);
    if (fault) throw fault;
    yield* chunks.splice(0);
  }
  zip.end();
  if (fault) throw fault;
  yield* chunks.splice(0);
}

/**
 * Zip has no time zones (APPNOTE 4.4.6), so the time is noon of the day everywhere; no clock change skips
 * noon.
 */
function noon(date: string): Date {
  const day = new Date(date);
  return new Date(Math.max(1980, day.getUTCFullYear()), day.getUTCMonth(), day.getUTCDate(), 12);
}

/**
 * Adds the release as one zip to its own folder, with a file for `sha256sum --check` beside it. The zip
 * contains every file of SHA256SUMS, that list itself and the manifest, so no list inside it can name it.
 */
export async function addArchive(
  stage: Stage,
  /** From the top of the folder, without the file name ending. */
  path: string,
  files: Tree,
  date: string,
): Promise<void> {
  const name = basename(path);
  const hash = createHash('sha256');
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = await files.read(path);
    if (!bytes) throw new Error(`${path} is not on the stage`);
    return bytes;
  };
  async function* hashed(): AsyncIterable<Uint8Array> {
    for await (const chunk of zipTree(name, files.paths, read, date)) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await stage.write(`${path}.zip`, hashed());
  await stage.write(`${path}.zip.sha256`, new TextEncoder().encode(`${hash.digest('hex')}  ${name}.zip\n`));
}

import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Manifest } from '@octavo/core';
import { type PublishedRelease, type PublishedTree, parseSums } from '@octavo/press/release';
import { EXIT, fail } from '../exit-code.ts';
import { codeOf } from './faults.ts';

/**
 * Returns the release of a book that a folder holds, following a link to the folder; undefined when it holds
 * none. `own` is the book's folder below it, `volume/<id>/` for a volume.
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

/**
 * Reads every byte of a published folder back by its list of checksums; returns undefined when there is no
 * list.
 */
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

/**
 * Points `latest` of a folder at one of the folders in it, by renaming a relative link over the old one: it
 * leads to a whole release at every moment, and stays right when the folder is moved. Where such links are not
 * permitted (Windows, without the right to make them) it is a junction; false where there can be no link at all.
 */
export async function pointLatest(folder: string, name: string): Promise<boolean> {
  const link = join(folder, 'latest');
  const there = await lstat(link).catch(() => undefined);
  if (there && !there.isSymbolicLink())
    fail(
      EXIT.disk,
      `"${link}" is no link of ours`,
      'Move it away and release again: what is released stays.',
    );
  if (there && basename(await readlink(link)) === name) return true;
  const beside = `${link}.next`;
  await rm(beside, { force: true });
  const isMade =
    (await makeLink(name, beside, 'dir')) || (await makeLink(resolve(folder, name), beside, 'junction'));
  if (!isMade) return false;
  try {
    await rename(beside, link);
  } catch (error) {
    // Windows renames no link to a folder over another one.
    if (!there || !NO_LINKS.has(codeOf(error) ?? '')) throw error;
    await rm(link, { force: true });
    await rename(beside, link);
  }
  return true;
}

/** What a system says that has no links, or lets nobody make them. */
const NO_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']);

async function makeLink(target: string, path: string, kind: 'dir' | 'junction'): Promise<boolean> {
  try {
    await symlink(target, path, kind);
    return true;
  } catch (error) {
    if (NO_LINKS.has(codeOf(error) ?? '')) return false;
    throw error;
  }
}

/**
 * Returns the bytes of a file, by path with forward slashes, from the first of the folders in which they have
 * this SHA-256.
 */
export async function findFile(
  path: string,
  sha256: string,
  folders: readonly string[],
): Promise<Uint8Array | undefined> {
  for (const folder of folders) {
    const bytes = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
    if (bytes && hash('sha256', bytes) === sha256) return bytes;
  }
  return undefined;
}

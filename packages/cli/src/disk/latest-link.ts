import { lstat, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, type Failure, failure } from '../exit-code.ts';

/**
 * Points `latest` of a folder at one of the folders in it, by renaming a relative link over the old
 * one: at every moment it leads to a whole release, and it stays right when the folder is moved.
 */
export async function pointLatest(folder: string, name: string): Promise<Failure | undefined> {
  const link = join(folder, 'latest');
  const there = await lstat(link).catch(() => undefined);
  if (there && !there.isSymbolicLink())
    return failure(
      EXIT.disk,
      `"${link}" is no link of ours`,
      'Move it away and release again: what is released stays.',
    );
  if (there && (await readlink(link)) === name) return undefined;
  const beside = `${link}.next`;
  await rm(beside, { force: true });
  await symlink(name, beside, 'dir');
  await rename(beside, link);
  return undefined;
}

import { link, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { EXIT, fail } from '../exit-code.ts';
import { codeOf } from './faults.ts';
import { makeFolder } from './write-file.ts';

/** Reserves a folder for one build at a time. */
export interface Lock {
  readonly release: () => Promise<void>;
}

/**
 * Takes the lock beside a folder. A lock whose process no longer exists is taken over. Refuses while another
 * build runs.
 */
export async function takeLock(folder: string): Promise<Lock> {
  const path = `${folder}.lock`;
  const made = await makeFolder(dirname(folder));
  // The lock is linked into place with the process number already in it, so that nobody reads an empty lock.
  const own = `${path}.${process.pid}`;
  try {
    await writeFile(own, String(process.pid));
    for (let attempt = 0; attempt < 3; attempt++) {
      if (await taken(own, path)) {
        await sweep(path);
        return {
          async release() {
            await rm(path, { force: true });
            // A folder that was made only for this is removed again.
            if (made !== undefined) await rmdir(dirname(folder)).catch(() => {});
          },
        };
      }
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isAlive(holder)) {
        fail(
          EXIT.disk,
          `another build (process ${holder}) is writing "${folder}"`,
          'Wait for it, or build elsewhere with --out.',
        );
      }
      await removeStale(path, holder);
    }
  } finally {
    await rm(own, { force: true });
  }
  fail(EXIT.disk, `"${path}" cannot be taken`, 'Another build took it first: try again.');
}

async function taken(own: string, path: string): Promise<boolean> {
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a lock that is still the stale one; a lock that another process has taken meanwhile is put back.
 */
async function removeStale(path: string, holder: number): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  await rename(path, aside).catch(() => {});
  const found = Number(await readFile(aside, 'utf8').catch(() => String(holder)));
  if (found !== holder && isAlive(found)) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
}

/** Removes what processes that no longer exist have left behind. */
async function sweep(path: string): Promise<void> {
  const prefix = `${basename(path)}.`;
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(prefix)) continue;
    const [, pid] = /^(\d+)(\.stale)?$/.exec(name.slice(prefix.length)) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(dirname(path), name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

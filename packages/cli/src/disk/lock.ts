import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EXIT, type Failure, failure } from '../exit-code.ts';

/** Holds a folder for one build at a time. */
export interface Lock {
  readonly release: () => Promise<void>;
}

/** Takes the lock beside a folder; a lock whose process is gone is taken over. Refuses while another build runs. */
export async function takeLock(folder: string): Promise<Lock | Failure> {
  const path = `${folder}.lock`;
  await mkdir(dirname(folder), { recursive: true });
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = Number(await readFile(path, 'utf8').catch(() => ''));
      if (isAlive(holder)) {
        return failure(
          EXIT.disk,
          `another build (process ${holder}) is writing "${folder}"`,
          'Wait for it, or build elsewhere with --out.',
        );
      }
      await rm(path, { force: true });
    }
  }
  return failure(EXIT.disk, `"${path}" cannot be taken`, 'Another build took it first: try again.');
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command as it is installed. */
export const OCTAVO: string = fileURLToPath(new URL('../../packages/cli/bin/octavo.js', import.meta.url));

export interface Ended {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly stderr: string;
}

/**
 * Runs the command in a process of its own; `kill` is handed what kills it without warning, `flags` are those of
 * Node.
 */
export async function octavo(
  args: readonly string[],
  kill: (now: () => void) => void = () => {},
  flags: readonly string[] = [],
): Promise<Ended> {
  const child = spawn(process.execPath, [...flags, OCTAVO, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  kill(() => child.kill('SIGKILL'));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr };
}

/** Whether a folder is a whole build: every file that it lists is there, byte for byte. */
export async function isWhole(folder: string): Promise<boolean> {
  const lines = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  const sums = await Promise.all(
    lines.map(async (line) => {
      const content = await readFile(join(folder, line.slice(66))).catch(() => undefined);
      return (
        content !== undefined && createHash('sha256').update(content).digest('hex') === line.slice(0, 64)
      );
    }),
  );
  return sums.length > 0 && sums.every(Boolean);
}

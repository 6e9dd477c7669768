import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './places.ts';

/** What one run took. */
export interface Measured {
  /** User and system seconds of the process and all its descendants. */
  readonly cpu: number;
  readonly wall: number;
  /** Peak resident megabytes. */
  readonly peak: number;
  readonly bytes: number;
}

interface Run {
  /** Null when it did not end in time. */
  readonly status: number | null;
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number;
}

/**
 * Runs a shell command that makes `output`; throws, with what it said, when it fails. `counted` are the names of the
 * files that are the format itself.
 */
export function measure(command: string, output: string, seconds: number, counted: RegExp): Measured {
  const { stdout, stderr, error } = spawnSync(
    'python3',
    [`${ROOT}tests/bench/measure.py`, `${seconds}`, command],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  if (error) throw new Error(`python3, which measures, did not run: ${error.message}`);
  const run = JSON.parse(stdout) as Run;
  if (run.status === null) throw new Error(`not done after ${seconds} s`);
  if (run.status !== 0) throw new Error(stderr.trim() || `status ${run.status}`);
  const { cpu, wall, peak } = run;
  return { cpu, wall, peak, bytes: sizeOf(output, counted) };
}

/** Bytes of a file, or of the counted files in a folder; a peer may add an extension to the name. */
function sizeOf(path: string, counted: RegExp): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return statSync(`${path}.pdf`).size;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path, { withFileTypes: true }).reduce(
    (total, file) =>
      file.isDirectory() || counted.test(file.name) ? total + sizeOf(join(path, file.name), counted) : total,
    0,
  );
}

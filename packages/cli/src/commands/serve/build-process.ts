import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../package-root.ts';

export interface BuildOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An `octavo build` in a process of its own, with lower priority than everything else on the machine. */
export interface BuildProcess {
  readonly outcome: Promise<BuildOutcome>;
  /** Ends it at once; its half-written files are in a folder of ours. */
  readonly kill: () => void;
}

/** Starts `octavo build` with these arguments. */
export function buildProcess(argv: readonly string[]): BuildProcess {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'bin', 'octavo.js'), 'build', ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  yieldTo(child);
  const outcome = new Promise<BuildOutcome>((resolve) => {
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', (error) => resolve({ code: null, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return { outcome, kill: () => void child.kill('SIGKILL') };
}

/** The server, which somebody is waiting for, goes first. */
function yieldTo(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    setPriority(child.pid, constants.priority.PRIORITY_LOW);
  } catch {
    // When lowering the priority is not allowed, the build runs with the usual one.
  }
}

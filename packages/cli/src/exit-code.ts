/** The exit codes of the command, documented in README.md. */
export const EXIT = {
  ok: 0 as const,
  /** The content is wrong, including handbook.yaml. */
  content: 1 as const,
  /** The command line is wrong. */
  usage: 2 as const,
  /** Warnings under `--fail-on warning`. */
  warnings: 3 as const,
  /** A release is refused because a promise would be broken. */
  refused: 4 as const,
  /** An external tool failed. */
  tool: 5 as const,
  /** The disk is full, read-only or locked. */
  disk: 6 as const,
  /** Octavo has a bug. */
  bug: 70 as const,
  interrupted: 130 as const,
};

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An end that is not a bug: what to say, what to do about it, and the exit code. */
export interface Failure {
  readonly kind: 'failure';
  readonly code: ExitCode;
  readonly reason: string;
  readonly note?: string;
}

/** Makes a failure to return (or to throw from deep inside the disk). */
export function failure(code: ExitCode, reason: string, note?: string): Failure {
  return { kind: 'failure', code, reason, ...(note === undefined ? {} : { note }) };
}

/** Whether a thrown or returned value is a failure. */
export function isFailure(value: unknown): value is Failure {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'failure';
}

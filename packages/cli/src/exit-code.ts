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

/**
 * An end of a command that is not a bug: the exit code, what to say and what to do about it. It is thrown where it
 * is found, and `main` tells it. Without a reason there is nothing to say: messages have said it already.
 */
export class Failure extends Error {
  readonly code: ExitCode;
  readonly reason: string;
  readonly note: string | undefined;

  constructor(code: ExitCode, reason = '', note?: string) {
    super([reason, note].filter(Boolean).join('\n'));
    this.code = code;
    this.reason = reason;
    this.note = note;
  }
}

/** Ends the command with a failure. */
export function fail(code: ExitCode, reason?: string, note?: string): never {
  throw new Failure(code, reason, note);
}

/** Ends the command because the command line is wrong (exit code 2). */
export function misuse(reason: string, note = '"octavo help" lists commands and options.'): never {
  throw new Failure(EXIT.usage, reason, note);
}

/** What some work gives back, or the failure that ended it. */
export async function outcomeOf<Result>(work: Promise<Result>): Promise<Result | Failure> {
  return work.catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });
}

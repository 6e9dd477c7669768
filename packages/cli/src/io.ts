/** What the command needs from the process; tests supply their own. */
export interface Io {
  readonly cwd: string;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A clock in milliseconds, for the "in 3.2 s" of a terminal; never part of an output. */
  readonly now: () => number;
  /**
   * Today's date in UTC, as 2026-11-01, for facts about this moment, such as an approval; never part of what
   * a build makes.
   */
  readonly today: () => string;
  /** This moment in UTC, as 2026-11-01T12:00:00.000Z, for the report of a run; never part of a built tree. */
  readonly moment: () => string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

export interface Stream {
  readonly isTTY: boolean;
  readonly columns: number;
  readonly write: (text: string) => void;
}

import type { Progress } from '@octavo/press';
import type { Io } from '../io.ts';
import { plainLines } from './plain-lines.ts';
import { type Profile, startProfile } from './profile.ts';
import { startProgress } from './progress.ts';
import { terminalLine } from './terminal-line.ts';

/** How the progress of a command is shown. */
export interface Watching {
  readonly quiet: boolean;
  /** Says where the time went. */
  readonly profile: boolean;
}

/**
 * Runs work and shows its progress: a line on a terminal, plain lines elsewhere, and a table of
 * where the time went if one is asked for. The work is told how long its parts took until now.
 */
export async function watched<Result>(
  { quiet, profile: isWanted }: Watching,
  io: Io,
  work: (progress: Progress, phases: Profile['phases']) => Promise<Result>,
): Promise<Result> {
  const profile = startProfile();
  const shown = io.stderr.isTTY ? terminalLine(io.stderr, io.now) : plainLines(io.stderr);
  const listeners = [...(quiet ? [] : [shown]), profile.listener];
  try {
    return await work(startProgress(io.now, listeners), profile.phases);
  } finally {
    if (isWanted) io.stderr.write(profile.table());
  }
}

import type { Progress } from '@octavo/press';
import type { Io } from '../io.ts';
import { plainLines } from './plain-lines.ts';
import { startProfile } from './profile.ts';
import { startProgress } from './progress.ts';
import { terminalLine } from './terminal-line.ts';

/** How the progress of a command is shown. */
export interface Watching {
  readonly quiet: boolean;
  /** Says where the time went. */
  readonly profile: boolean;
}

/**
 * Runs work and shows its progress: a line on a terminal, plain lines elsewhere, and a profile if one is
 * asked for.
 */
export async function watched<Result>(
  { quiet, profile: wanted }: Watching,
  io: Io,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const profile = wanted ? startProfile() : undefined;
  const shown = io.stderr.isTTY ? terminalLine(io.stderr, io.now) : plainLines(io.stderr);
  const listeners = [...(quiet ? [] : [shown]), ...(profile ? [profile.listener] : [])];
  try {
    return await work(startProgress(io.now, listeners));
  } finally {
    if (profile) io.stderr.write(profile.table());
  }
}

import { resolve } from 'node:path';
import type { Progress } from '@octavo/press';
import { writeAtomic } from '../disk/write-file.ts';
import type { Io } from '../io.ts';
import { plainLines } from './plain-lines.ts';
import { startProfile } from './profile.ts';
import { startProgress } from './progress.ts';
import { terminalLine } from './terminal-line.ts';

/** How the progress of a command is shown. */
export interface Watching {
  readonly quiet: boolean;
  /** The file to write the profile to; undefined for none. */
  readonly profile: string | undefined;
}

/**
 * Runs work and shows its progress: a line on a terminal, plain lines elsewhere, and a profile if one is
 * asked for.
 */
export async function watched<Result>(
  { quiet, profile: path }: Watching,
  io: Io,
  work: (progress: Progress) => Promise<Result>,
): Promise<Result> {
  const profile = path === undefined ? undefined : startProfile();
  const shown = io.stderr.isTTY ? terminalLine(io.stderr, io.now) : plainLines(io.stderr);
  const listeners = [...(quiet ? [] : [shown]), ...(profile ? [profile.listener] : [])];
  try {
    return await work(startProgress(io.now, listeners));
  } finally {
    if (profile && path !== undefined) {
      await writeAtomic(resolve(io.cwd, path), new TextEncoder().encode(profile.trace()));
      io.stderr.write(`${profile.table()}  the trace is in ${path}\n`);
    }
  }
}

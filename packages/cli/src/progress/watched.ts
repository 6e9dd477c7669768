import { resolve } from 'node:path';
import type { Progress, Steps } from '@octavo/press';
import { writeAtomic } from '../disk/write-file.ts';
import type { Io, Stream } from '../io.ts';
import { startProfile } from './profile.ts';
import { type Listener, pathOf, type Span, startProgress } from './progress.ts';

/** Returns to the start of the line and empties it (ECMA-48: CR, EL). */
const CLEAR = '\r\u001b[2K';
/** The least time between two drawings, in milliseconds. */
const PACE = 80;
/** How long a part must have run before its remaining time is estimated, in milliseconds. */
const LONG = 1500;

/** Draws one line again and again in its place, and removes it when the work is done. */
export function terminalLine(stream: Stream, now: () => number): Listener {
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (text: string) => {
    drawn = now();
    stream.write(CLEAR + shorten(text, stream.columns - 1));
  };
  return {
    began: (span) => draw(`${pathOf(span).join(' › ')} …`),
    stepped: (span, steps) => {
      const isLast = steps.done === steps.total;
      if (!isLast && now() - drawn >= PACE) draw(lineOf(span, steps, now() - span.started));
    },
    ended: (span) => {
      if (span.parent) draw(`${pathOf(span.parent).join(' › ')} …`);
      else stream.write(CLEAR);
    },
  };
}

/** `html › write  1,240 of 3,099 files  12 s left`. */
function lineOf(span: Span, { done, total, unit }: Steps, elapsed: number): string {
  const count = (number: number) => number.toLocaleString('en-GB');
  const counted = `${pathOf(span).join(' › ')}  ${count(done)} of ${count(total)} ${unit}`;
  if (elapsed < LONG || done === 0) return counted;
  const seconds = Math.round(((elapsed / done) * (total - done)) / 1000);
  return seconds < 1 ? counted : `${counted}  ${leftOf(seconds)} left`;
}

function leftOf(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return `${Math.round(seconds / 60)} min`;
}

function shorten(text: string, columns: number): string {
  const letters = [...text];
  return letters.length <= columns ? text : `${letters.slice(0, Math.max(0, columns - 1)).join('')}…`;
}

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

/** Prints a line for each stage when it is done: for logs, where nothing can be redrawn. */
export function plainLines(stream: Stream): Listener {
  /** By the outermost part of the work. */
  const steps = new Map<Span, Steps>();
  return {
    began: () => {},
    stepped: (span, newest) => {
      steps.set(outermost(span), newest);
    },
    ended: (span, milliseconds) => {
      if (span.parent) return;
      const last = steps.get(span);
      const count = last ? `, ${last.total.toLocaleString('en-GB')} ${last.unit}` : '';
      stream.write(`${span.name}: ${(milliseconds / 1000).toFixed(1)} s${count}\n`);
    },
  };
}

function outermost(span: Span): Span {
  return span.parent ? outermost(span.parent) : span;
}

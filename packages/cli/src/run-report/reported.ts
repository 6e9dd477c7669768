import { join } from 'node:path';
import { bookPath } from '@octavo/core';
import { diskFailure } from '../disk/faults.ts';
import { hashFile } from '../disk/published-tree.ts';
import { readRun, writeRun } from '../disk/run-file.ts';
import { EXIT, type ExitCode, Failure } from '../exit-code.ts';
import type { Io } from '../io.ts';
import type { Phase } from '../progress/profile.ts';
import type { RunReport } from '../run-report.generated.ts';
import { VERSION } from '../version.ts';
import { type Counted, changeIn, runCounts } from './run-counts.ts';

/** What a run finds out about itself while it goes on. */
export interface RunFacts extends Counted {
  /** The tree that is made. Nothing is reported before it is known and this run may write there. */
  readonly tree?: string | undefined;
  /** The handbook's id. */
  readonly id?: string | undefined;
  /** The formats that were asked for, by name. */
  readonly wanted?: readonly string[];
  readonly isPublished?: boolean;
  /** Another tree, whose run this one is compared with if it has a report. */
  readonly before?: string | undefined;
  readonly phases?: readonly Phase[];
}

/** Adds to what is known of a run. */
export type Note = (facts: RunFacts) => void;

interface Options {
  readonly quiet: boolean;
}

/** The options that a report tells; those that name a file of this machine are only said to be given. */
const TOLD: ReadonlySet<string> = new Set([
  'edition',
  'drafts',
  'lenient',
  'redline',
  'jobs',
  'no-cache',
  'allow-code',
  'allow-dirty',
]);
const GIVEN: ReadonlySet<string> = new Set(['sign', 'previous']);

/**
 * Does the work of a run and then, whether it went well or not, writes the report of the run beside its tree. A report
 * that cannot be written is a warning on stderr.
 */
export async function reported(
  command: RunReport['command'],
  options: Options,
  io: Io,
  work: (note: Note) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [began, started] = [io.moment(), io.now()];
  let facts: RunFacts = {};
  const end = async (exitCode: ExitCode) => {
    const milliseconds = Math.round(io.now() - started);
    await write({ command, began, milliseconds, exitCode, options: told(options) }, facts, options, io);
    return exitCode;
  };
  try {
    const code = await work((more) => {
      facts = { ...facts, ...more };
    });
    return await end(code);
  } catch (error) {
    await end(codeOf(error, io));
    throw error;
  }
}

/** The exit code that `main` gives to an error. */
function codeOf(error: unknown, { signal }: Io): ExitCode {
  if (error instanceof Failure) return error.code;
  return signal.aborted ? EXIT.interrupted : (diskFailure(error)?.code ?? EXIT.bug);
}

type Run = Pick<RunReport, 'command' | 'began' | 'milliseconds' | 'exitCode' | 'options'>;

async function write(run: Run, facts: RunFacts, { quiet }: Options, io: Io): Promise<void> {
  const { tree, id } = facts;
  if (tree === undefined || id === undefined) return;
  try {
    await writeRun(tree, await reportOf(run, facts, tree, id));
  } catch (error) {
    const reason = diskFailure(error)?.reason ?? (error instanceof Error ? error.message : String(error));
    if (!quiet) io.stderr.write(`octavo: the report of this run could not be written: ${reason}\n`);
  }
}

async function reportOf(run: Run, facts: RunFacts, tree: string, id: string): Promise<RunReport> {
  const {
    handbook,
    pressed,
    diagnostics = [],
    wanted = [],
    isPublished = false,
    before,
    phases = [],
  } = facts;
  const counts = runCounts({ handbook, diagnostics, pressed: isPublished ? pressed : undefined });
  const built = isPublished ? (pressed?.formats ?? []).map(({ name }) => name) : [];
  const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  const sums =
    isPublished && handbook
      ? await hashFile(join(tree, ...bookPath(handbook, 'SHA256SUMS').split('/'))).catch(() => undefined)
      : undefined;
  const last = await lastRun(id, tree, before);
  return {
    schemaVersion: 1,
    generator: `octavo ${VERSION}`,
    ...run,
    handbook: id,
    ...(handbook ? { edition: handbook.edition.version } : {}),
    built,
    failed: [...wanted.filter((name) => !built.includes(name)), ...new Set(errors)],
    ...(sums === undefined ? {} : { tree: sums }),
    phases: [...phases],
    counts,
    ...(last ? { last: { ...last, change: changeIn(last.counts, counts) } } : {}),
  };
}

/** The last run of this book that put a tree in place: a failed run hands on the one before it. */
async function lastRun(
  id: string,
  tree: string,
  before: string | undefined,
): Promise<RunReport['last'] | undefined> {
  const run = (before === undefined ? undefined : await readRun(before)) ?? (await readRun(tree));
  if (!run || run.handbook !== id) return undefined;
  if (run.built.length === 0) return run.last;
  const { began, edition, tree: sums, counts } = run;
  return {
    began,
    ...(edition === undefined ? {} : { edition }),
    ...(sums === undefined ? {} : { tree: sums }),
    counts,
    change: { messages: {} },
  };
}

function told(options: Options): RunReport['options'] {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => {
      if (GIVEN.has(name)) return value === undefined ? [] : [[name, true] as const];
      return TOLD.has(name) && isPlain(value) ? [[name, value] as const] : [];
    }),
  );
}

function isPlain(value: unknown): value is string | number | true {
  return typeof value === 'string' || typeof value === 'number' || value === true;
}

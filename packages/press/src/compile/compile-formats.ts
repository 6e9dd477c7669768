import type { FormatResult, Moved, PageMap, ReleaseContent } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { Ports, PressFormat } from '../ports.ts';
import { NO_PROGRESS } from '../progress.ts';
import type { WrittenFile } from '../tally.ts';
import { compileFormat } from './compile-format.ts';
import { type CompileRequest, type Held, handedOn, newRun } from './compile-run.ts';

export interface CompileResult {
  readonly messages: readonly VFileMessage[];
  /** The formats that were compiled; a format that reported an error is not among them. */
  readonly formats: readonly PressFormat[];
  readonly written: Map<string, WrittenFile>;
  /** Files at the root of the work, by path, with marked slots. No volume lists them as its own. */
  readonly work: Map<string, string>;
  /** Files that are written after everything else. */
  readonly afterwards: readonly Held[];
  /** The hash of the book as data, and the name of the format that computed it, if one did. */
  readonly state: { readonly by: string; readonly value: string } | undefined;
  /** What the ledger will record of a release, if a format computed it. */
  readonly record: ReleaseContent | undefined;
  /** Where printed pages begin, if a format has pages. */
  readonly pageMap: PageMap | undefined;
  /** Old names of entries, if a format has addresses that a server must redirect. */
  readonly moved: readonly Moved[] | undefined;
}

/**
 * Compiles the formats in the order of their needs, each with the results of the formats before it, and
 * writes their files to the stage. With threads, formats that do not need each other are compiled side by
 * side.
 */
export async function compileFormats(request: CompileRequest, ports: Ports): Promise<CompileResult> {
  const run = newRun(request);
  const { progress = NO_PROGRESS, executor, stage, signal } = ports;
  const rounds = inRounds(request.formats);
  for (const formats of (executor?.width ?? 1) > 1 ? rounds : rounds.flat().map((format) => [format])) {
    signal?.throwIfAborted();
    const done = await Promise.allSettled(
      formats.map((format) => progress.during(format.name, (own) => compileFormat(format, run, ports, own))),
    );
    for (const one of done) if (one.status === 'rejected') throw one.reason;
    const { spoiler } = run;
    if (!spoiler) continue;
    const others = request.formats.filter(({ name }) => name !== spoiler.format);
    const again = await compileFormats({ ...request, formats: others }, ports);
    return { ...again, messages: [spoiler.message, ...again.messages] };
  }
  for (const { files } of run.strangers)
    for (const { path, content } of files)
      await stage.write(path, content, run.written.get(path)?.sha256 ?? '');
  const of = <Key extends keyof FormatResult>(key: Key) => handedOn(run, key)?.value;
  return {
    messages: [
      ...request.formats.flatMap(({ name }) => run.results.get(name)?.messages ?? []),
      ...run.messages,
    ],
    formats: request.formats.filter(({ name }) => !run.failed.has(name)),
    written: run.written,
    work: run.work,
    afterwards: run.afterwards,
    state: handedOn(run, 'stateHash'),
    record: of('record'),
    pageMap: of('pageMap'),
    moved: of('moved'),
  };
}

/**
 * Groups formats into rounds: a format needs only formats of earlier rounds, so that the formats of one round
 * can be compiled side by side. Formats that need each other share a round: a need is met only where it can
 * be.
 */
export function inRounds(formats: readonly PressFormat[]): readonly (readonly PressFormat[])[] {
  const rounds: PressFormat[][] = [];
  let left = formats;
  while (left.length > 0) {
    const names = new Set(left.map(({ name }) => name));
    const waits = ({ name, needs }: PressFormat): boolean =>
      needs === '*'
        ? left.some((other) => other.needs !== '*')
        : needs.some((need) => need !== name && names.has(need));
    const ready = left.filter((format) => !waits(format));
    // When no format is ready, only formats that need each other are left.
    const round = ready.length > 0 ? ready : [...left];
    rounds.push(round);
    left = left.filter((format) => !round.includes(format));
  }
  return rounds;
}

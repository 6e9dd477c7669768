import type { FormatResult, Moved, PageMap, ReleaseContent } from '@octavo/core';
import type { VFileMessage } from 'vfile-message';
import type { Ports, PressFormat } from '../ports.ts';
import { NO_PROGRESS } from '../progress.ts';
import type { WrittenFile } from '../tally.ts';
import { compileFormat } from './compile-format.ts';
import { type CompileRequest, type Held, handedOn, newRun } from './compile-run.ts';
import { inRounds } from './in-rounds.ts';

export interface CompileResult {
  readonly messages: readonly VFileMessage[];
  /** The formats that were made; one that reported an error was not. */
  readonly formats: readonly PressFormat[];
  readonly written: Map<string, WrittenFile>;
  /** Files at the root of the work, with marked slots, by path: no list of a volume has them. */
  readonly work: Map<string, string>;
  /** Files to be written when everything else is. */
  readonly afterwards: readonly Held[];
  /** The hash of the book as data, and the name of the format that made it, when one did. */
  readonly state: { readonly by: string; readonly value: string } | undefined;
  /** What the ledger will say of a release, when a format made that. */
  readonly record: ReleaseContent | undefined;
  /** Where printed pages begin, when a format has some. */
  readonly pageMap: PageMap | undefined;
  /** Old names of entries, when a format has addresses that a server redirects to. */
  readonly moved: readonly Moved[] | undefined;
}

/**
 * Compiles the formats in the order that their needs ask for, each with what the ones before it made, and
 * writes their files to the stage. With threads, those that do not wait for each other are made side by side.
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

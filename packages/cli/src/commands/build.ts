import { resolve } from 'node:path';
import type { Handbook } from '@octavo/core';
import type { Ledger } from '@octavo/jsonld';
import type { VFile } from 'vfile';
import type { Arguments } from '../arguments.ts';
import { compileFormats } from '../build/compile-formats.ts';
import { readLedger } from '../build/read-ledger.ts';
import { summary } from '../build/summary.ts';
import { writeDocuments } from '../build/write-documents.ts';
import { diagnosticsOf } from '../diagnostics.ts';
import { takeLock } from '../disk/lock.ts';
import { defaultOutput, refuseOutput, workspaceOf } from '../disk/output-folder.ts';
import { openStage } from '../disk/stage.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { type LoadedFolder, loadFolder } from '../load.ts';
import { exitCodeOf, reportDiagnostics } from '../report-diagnostics.ts';

/** `octavo build`: check, compile, and put the finished tree in place; the previous one stays unless all went well. */
export async function build(args: Arguments, io: Io): Promise<ExitCode | Failure> {
  const loaded = await loadFolder(args, io);
  if (isFailure(loaded)) return loaded;
  const { handbook, files, root, prefix } = loaded;
  const ledger = await readLedger(files);
  if (!handbook || !ledger) {
    const diagnostics = diagnosticsOf(files, prefix);
    reportDiagnostics(diagnostics, args, io);
    return exitCodeOf(diagnostics, args.failOn);
  }
  const out = args.out === undefined ? defaultOutput(root, io.cwd, handbook.id) : resolve(io.cwd, args.out);
  const refused = await refuseOutput(out, root);
  if (refused) return refused;
  const lock = await takeLock(out);
  if (isFailure(lock)) return lock;
  try {
    return await buildInto(out, { ...loaded, handbook, ledger }, args, io);
  } finally {
    await lock.release();
  }
}

async function buildInto(
  out: string,
  loaded: LoadedFolder & { readonly handbook: Handbook; readonly ledger: Ledger },
  args: Arguments,
  io: Io,
): Promise<ExitCode> {
  const started = io.now();
  const { handbook, ledger } = loaded;
  const stage = await openStage(out);
  try {
    const result = await compileFormats(
      {
        handbook,
        formats: args.to,
        assets: assetsOf(loaded.files),
        drafts: args.drafts,
        ledger,
        out,
        root: loaded.root,
        signal: io.signal,
        progress: (format) => {
          if (io.stderr.isTTY && !args.quiet) io.stderr.write(`${format} …\n`);
        },
      },
      stage,
    );
    const diagnostics = diagnosticsOf(loaded.files, loaded.prefix, result.messages);
    reportDiagnostics(diagnostics, args, io);
    const code = exitCodeOf(diagnostics, args.failOn);
    if (code !== EXIT.ok) {
      await stage.discard();
      return code;
    }
    await writeDocuments(stage, { handbook, formats: args.to, ledger, sources: loaded.files }, result);
    io.signal.throwIfAborted();
    await stage.publish();
    if (!args.quiet)
      io.stderr.write(
        summary(handbook, out, [...result.written.values()], io.now() - started, workspaceOf(out) ?? io.cwd),
      );
    return code;
  } catch (error) {
    await stage.discard().catch(() => {});
    throw error;
  }
}

/** Every file that is not source text, by path. */
function assetsOf(files: readonly VFile[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    files.flatMap((file) =>
      typeof file.value === 'string' || /\.(md|ya?ml)$/.test(file.path)
        ? []
        : [[file.path, file.value] as const],
    ),
  );
}

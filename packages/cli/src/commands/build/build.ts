import { resolve } from 'node:path';
import { buildTree } from '../../build/build-tree.ts';
import { notBuilt, summary } from '../../build/summary.ts';
import { inputsOf } from '../../cache/build-inputs.ts';
import { explain } from '../../cache/explain.ts';
import { cacheOf, type HandbookCache } from '../../cache/handbook-cache.ts';
import { formatsOf } from '../../choose-formats.ts';
import type { Call } from '../../command-line/command.ts';
import { draftsLeftOut } from '../../counted.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { takeLock } from '../../disk/lock.ts';
import { defaultOutput, refuseOutput, workspaceOf } from '../../disk/output-folder.ts';
import { type Stage, withStage } from '../../disk/stage.ts';
import { EXIT, type ExitCode, type Failure, isFailure } from '../../exit-code.ts';
import { FORMATS } from '../../formats.ts';
import { readHistory } from '../../history/history.ts';
import type { Io } from '../../io.ts';
import { type BookPool, bookPool } from '../../jobs/book-pool.ts';
import { loadLegacy } from '../../legacy/load-legacy.ts';
import { loadFolder } from '../../load.ts';
import type { Progress } from '../../progress/progress.ts';
import { watched } from '../../progress/watched.ts';
import { checkHistory } from '../../release/check-history.ts';
import { exitCodeOf, reportDiagnostics } from '../../report-diagnostics.ts';
import type { BuildOptions } from './command.ts';

/** `octavo build`: check, compile, and put the finished tree in place; the previous one stays unless all went well. */
export async function build(
  { positionals: [path = '.'], options }: Call<BuildOptions>,
  io: Io,
): Promise<ExitCode | Failure> {
  const cache = cacheOf(path, options, io.cwd);
  const pool = bookPool(options.jobs);
  try {
    return await watched(options, io, (progress) => buildWith({ cache, pool, progress }, path, options, io));
  } finally {
    await pool.close();
    cache?.save();
  }
}

/** What a build is helped by, and whom it tells. */
interface Helpers {
  readonly cache: HandbookCache | undefined;
  readonly pool: BookPool;
  readonly progress: Progress;
}

async function buildWith(
  { cache, pool, progress }: Helpers,
  path: string,
  options: Call<BuildOptions>['options'],
  io: Io,
): Promise<ExitCode | Failure> {
  const onFiles = (count: number) => {
    // What the last build was made from is read only where it matters.
    const threaded = FORMATS.find(({ name, threads }) => threads && (options.to?.includes(name) ?? true));
    if (threaded && pool.needsWorkers(count) && cache?.last() === undefined)
      pool.forFiles(count).prepare(threaded.home());
  };
  const loaded =
    (await loadLegacy(path, options, io)) ??
    (await loadFolder(path, options, io, { cache, progress, onFiles }));
  if (isFailure(loaded)) return loaded;
  const { handbook, files, root, prefix } = loaded;
  const chosen = await formatsOf(loaded, options);
  if (isFailure(chosen)) return chosen;
  const history = await readHistory(files);
  const broken = handbook && history ? checkHistory(handbook, history, files) : [];
  if (!handbook || !history || broken.length > 0) {
    const diagnostics = diagnosticsOf(files, prefix, [...broken, ...chosen.messages]);
    reportDiagnostics(diagnostics, options, io);
    return exitCodeOf(diagnostics, options['fail-on']);
  }
  const out =
    options.out === undefined ? defaultOutput(root, io.cwd, handbook.id) : resolve(io.cwd, options.out);
  const refused = await refuseOutput(out, root);
  if (refused) return refused;
  const lock = await takeLock(out);
  if (isFailure(lock)) return lock;
  try {
    const started = io.now();
    const work = async (stage: Stage) => {
      const { drafts } = options;
      const { signal } = io;
      const tree = await buildTree(
        {
          loaded,
          handbook,
          history,
          formats: chosen.formats,
          messages: chosen.messages,
          drafts,
          out,
          signal,
          progress,
          cache,
          executor: pool.forFiles(files.length),
        },
        stage,
      );
      reportDiagnostics(tree.diagnostics, options, io);
      const code = exitCodeOf(tree.diagnostics, options['fail-on']);
      // Warnings may forbid a build; an error keeps back the format that it is about.
      if (tree.formats.length === 0 || code === EXIT.warnings) return code;
      io.signal.throwIfAborted();
      await progress.during('publish', stage.publish);
      if (cache) {
        const inputs = inputsOf(handbook, files, cache.code());
        if (options.explain !== undefined)
          for (const line of explain(handbook, options.explain, inputs, cache.last()))
            io.stderr.write(`${line}\n`);
        cache.remember(inputs);
        cache.rememberTree(out, stage.record());
      }
      const base = workspaceOf(out) ?? io.cwd;
      if (!options.quiet)
        io.stderr.write(
          summary(handbook, tree.formats, out, [...tree.written.values()], io.now() - started, base) +
            draftsLeftOut(drafts ? 0 : loaded.drafts) +
            notBuilt([...chosen.formats.map(({ name }) => name), ...chosen.failed], tree.formats),
        );
      return code;
    };
    return await withStage(out, work, cache?.tree(out));
  } finally {
    await lock.release();
  }
}

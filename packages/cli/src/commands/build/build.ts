import { join, resolve } from 'node:path';
import { createMemory, type Handbook } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import { type Progress, press } from '@octavo/press';
import { type History, readHistory } from '@octavo/press/history';
import { checkHistory } from '@octavo/press/release';
import { cacheOf, type HandbookCache } from '../../cache/handbook-cache.ts';
import { type Chosen, formatsOf } from '../../choose-formats.ts';
import type { Call } from '../../command-line/command.ts';
import type { BuildOptions } from '../../commands.generated.ts';
import { draftsLeftOut } from '../../counted.ts';
import { diagnosticsOf } from '../../diagnostics.ts';
import { idOf } from '../../disk/find-handbook.ts';
import { takeLock } from '../../disk/lock.ts';
import { defaultOutput, refuseOutput, refuseSealed, workspaceOf } from '../../disk/output-folder.ts';
import { readHandbook } from '../../disk/read-handbook.ts';
import { type FolderStage, withStage } from '../../disk/stage.ts';
import { EXIT, type ExitCode, misuse } from '../../exit-code.ts';
import { FORMATS, loadFormats } from '../../formats.ts';
import type { Io } from '../../io.ts';
import { threadsFor } from '../../jobs/threads-for.ts';
import { openWorkerPool, type WorkerPool } from '../../jobs/worker-pool.ts';
import { loadLegacy } from '../../legacy/load-legacy.ts';
import { editionNames, type LoadedFolder, loadFolder, type SharedLoads } from '../../load.ts';
import { portsOf } from '../../pressing/ports-of.ts';
import { notBuilt, summary } from '../../pressing/summary.ts';
import type { Phase } from '../../progress/profile.ts';
import { watched } from '../../progress/watched.ts';
import { exitCodeOf, reportDiagnostics } from '../../report-diagnostics.ts';
import { type Note, reported } from '../../run-report/reported.ts';
import { historyFor } from './history-for.ts';
import { nameOf } from './name-of.ts';
import { earlierOf, markable, nothingMarked } from './redline.ts';

/** The pool of one build, which is opened when it is known how many files the book has. */
interface BookPool {
  /** Returns the same pool every time. */
  readonly forFiles: (count: number) => WorkerPool;
  /** Says whether a book of this many files will need workers. */
  readonly needsWorkers: (count: number) => boolean;
  readonly close: () => Promise<void>;
}

/** A book of this many files has enough chapters to keep a worker busy. */
const FOR_WORKERS = 300;

/** `jobs` is the number of threads that somebody asked for, if anybody did. */
function bookPool(jobs: number | undefined): BookPool {
  let pool: WorkerPool | undefined;
  const forFiles = (count: number): WorkerPool => {
    pool ??= openWorkerPool(threadsFor(jobs, count));
    return pool;
  };
  return {
    forFiles,
    needsWorkers: (count) => count >= FOR_WORKERS && forFiles(count).width > 1,
    close: async () => pool?.close(),
  };
}

/**
 * `octavo build`: checks and compiles the handbook and puts the finished tree in place. The previous tree
 * stays unless everything went well.
 */
export async function build(
  { positionals: [path = '.'], options }: Call<BuildOptions>,
  io: Io,
): Promise<ExitCode> {
  const cache = cacheOf(path, options, io.cwd);
  const pool = bookPool(options.jobs);
  try {
    return await watched(options, io, (progress, phases) =>
      buildAll({ cache, pool, progress, phases }, path, options, io),
    );
  } finally {
    await pool.close();
    cache?.save();
  }
}

/** Helpers that a build may use, and where its progress goes. */
interface Helpers {
  readonly cache: HandbookCache | undefined;
  readonly pool: BookPool;
  readonly progress: Progress;
  readonly phases: () => readonly Phase[];
  /** Where several editions are built. */
  readonly shared?: SharedLoads;
}

type Options = Call<BuildOptions>['options'];

/** Builds the whole book, the edition that was asked for, or every edition, one after the other. */
async function buildAll(helpers: Helpers, path: string, options: Options, io: Io): Promise<ExitCode> {
  if (!options['all-editions']) return buildWith(helpers, path, options, io);
  if (options.edition !== undefined)
    misuse('--edition and --all-editions ask for different things', 'Give one of the two.');
  const files = await readHandbook(resolve(io.cwd, path));
  const editions = editionNames(files);
  if (editions.length === 0)
    misuse(
      'handbook.yaml has no editions',
      'Declare them under "editions:", or build without --all-editions.',
    );
  let worst: ExitCode = EXIT.ok;
  const shared = { files, memory: createMemory() };
  for (const edition of editions) {
    const out = options.out === undefined ? undefined : join(options.out, edition);
    const code = await buildWith({ ...helpers, shared }, path, { ...options, edition, out }, io);
    worst = worst === EXIT.ok ? code : worst;
  }
  return worst;
}

/** Builds one tree, and reports the run. */
async function buildWith(helpers: Helpers, path: string, options: Options, io: Io): Promise<ExitCode> {
  const { length } = helpers.phases();
  return reported('build', options, io, async (note) => {
    const phases = () => helpers.phases().slice(length);
    try {
      return await buildOne({ ...helpers, note }, path, options, io);
    } finally {
      note({ phases: phases() });
    }
  });
}

interface Noting extends Helpers {
  readonly note: Note;
}

async function buildOne(helpers: Noting, path: string, options: Options, io: Io): Promise<ExitCode> {
  const { note } = helpers;
  const now = (await loadLegacy(path, options, io)) ?? (await loadAhead(helpers, path, options, io));
  const asked = await formatsOf(now, options);
  const past = await readHistory(now.files);
  const told = await historyFor(now, past, helpers, path, options, io);
  const broken = now.handbook && told ? checkHistory(now.handbook, told, now.places) : [];
  const treeOf = (id: string, name: string) =>
    options.out === undefined
      ? defaultOutput(now.root, io.cwd, id, join(options.edition ?? '', name))
      : resolve(io.cwd, options.out);
  if (!now.handbook || !past || broken.length > 0) {
    const diagnostics = diagnosticsOf(now.files, now.prefix, [...broken, ...asked.messages]);
    const id = now.handbook?.id ?? idOf(now.root);
    const name = options.redline === undefined ? 'preview' : `redline-${versionSegment(options.redline)}`;
    const tree = id === undefined && options.out === undefined ? undefined : treeOf(id ?? '', name);
    note({ tree, id, handbook: now.handbook, diagnostics, wanted: wantedOf(asked) });
    reportDiagnostics(diagnostics, options, io);
    return exitCodeOf(diagnostics, options['fail-on']);
  }
  const day = options['as-of'];
  const current = { loaded: now, handbook: now.handbook, history: past };
  const book =
    day === undefined
      ? undefined
      : await (await import('./as-of.ts')).releasedBook(day, current, options, io);
  const { loaded, handbook, history } = book ?? { ...current, history: told ?? past };
  const chosen = book ? await formatsOf(loaded, options) : asked;
  const since = earlierOf(options.redline, handbook, { ...history, notices: past.notices }, io);
  const out = treeOf(handbook.id, nameOf(since, book));
  await refuseOutput(out, loaded.root);
  refuseSealed(out, book?.release.version);
  // Statements about the work are made of its sources.
  const chosenHere = since || (book && !book.sources) ? markable(chosen, options.to) : chosen;
  const lock = await takeLock(out);
  note({ tree: out, id: handbook.id, handbook, wanted: wantedOf(chosenHere) });
  const job = { loaded, handbook, history, chosen: chosenHere, since, out, options, io, ...helpers };
  const say = (text: string) => options.quiet || io.stderr.write(`${text}\n`);
  try {
    for (const sentence of book?.said ?? []) say(sentence);
    if (book?.sources && isWhole(options, chosen)) {
      const { pool, progress } = helpers;
      const { edition, quiet } = options;
      const executor = pool.forFiles(loaded.files.length);
      const parts = { book, formats: chosen.formats, edition, out, quiet, executor, progress, io };
      // It reads the formats back: the libraries for that are loaded by no other build.
      const { buildAsReleased } = await import('./as-released.ts');
      const why = await buildAsReleased(parts);
      if (why === undefined) return EXIT.ok;
      say(`It is not byte for byte as released: ${why} It is built as a preview.`);
    }
    return await withStage(out, (stage) => buildOn(stage, job), helpers.cache?.tree(out));
  } finally {
    await lock.release();
  }
}

/** The names of the formats that were asked for. */
function wantedOf({ formats, failed }: Chosen): readonly string[] {
  return [...formats.map(({ name }) => name), ...failed];
}

/** Whether everything is built that a release has, and nothing else. */
function isWhole({ to, without, redline }: Options, { failed }: Chosen): boolean {
  return to === undefined && without === undefined && redline === undefined && failed.length === 0;
}

/** Reads the handbook. If a new book will need workers, they are started meanwhile. */
function loadAhead({ cache, pool, progress, shared }: Helpers, path: string, options: Options, io: Io) {
  const onFiles = (count: number) => {
    const threaded = FORMATS.find(({ name, threads }) => threads && (options.to?.includes(name) ?? true));
    if (threaded && pool.needsWorkers(count) && (cache?.isEmpty ?? true))
      pool.forFiles(count).prepare(threaded.home());
  };
  return loadFolder(path, options, io, { cache, progress, onFiles, shared });
}

interface Job extends Noting {
  readonly loaded: LoadedFolder;
  readonly handbook: Handbook;
  readonly history: History;
  readonly chosen: Chosen;
  /** The edition since which changes are marked. */
  readonly since: Handbook | undefined;
  readonly out: string;
  readonly options: Options;
  readonly io: Io;
}

async function buildOn(stage: FolderStage, job: Job): Promise<ExitCode> {
  const { loaded, handbook, history, chosen, since, out, options, io, cache, pool, progress, note } = job;
  const { files, shown, root, prefix } = loaded;
  const started = io.now();
  const { drafts } = options;
  const { formats } = chosen;
  const executor = pool.forFiles(files.length);
  const ports = portsOf({ root, formats, stage, out, cache, executor, progress, signal: io.signal });
  const facts = { files: shown, history, drafts, since };
  const made = await press(handbook, await loadFormats(formats), ports, facts);
  if (since && made.isUnchanged) nothingMarked(since, history);
  const diagnostics = diagnosticsOf(files, prefix, [...chosen.messages, ...made.messages]);
  note({ diagnostics, pressed: made });
  reportDiagnostics(diagnostics, options, io);
  const code = exitCodeOf(diagnostics, options['fail-on']);
  // Warnings may forbid a build; an error holds back only the format that it concerns.
  if (made.formats.length === 0 || code === EXIT.warnings) return code;
  io.signal.throwIfAborted();
  await progress.during('publish', stage.publish);
  note({ isPublished: true });
  cache?.rememberTree(out, stage.record());
  const base = workspaceOf(out) ?? io.cwd;
  if (!options.quiet)
    io.stderr.write(
      summary(handbook, made.formats, out, [...made.written.values()], io.now() - started, base) +
        draftsLeftOut(drafts ? 0 : loaded.drafts) +
        notBuilt(wantedOf(chosen), made.formats),
    );
  return code;
}

import { dirname, join, resolve } from 'node:path';
import { counted, type Handbook } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import { type History, historyOf } from '@octavo/press/history';
import { checkRelease } from '@octavo/press/release';
import type { VFileMessage } from 'vfile-message';
import { formatsOf } from '../../choose-formats.ts';
import type { Call } from '../../command-line/command.ts';
import type { ReleaseOptions } from '../../commands.generated.ts';
import { type Diagnostic, diagnosticsOf } from '../../diagnostics.ts';
import { idOf } from '../../disk/find-handbook.ts';
import { readRepository } from '../../disk/git.ts';
import { takeLock } from '../../disk/lock.ts';
import { defaultOutput, refuseOutput, workspaceOf } from '../../disk/output-folder.ts';
import { readNamedFile } from '../../disk/read-file.ts';
import { ledgerFolder } from '../../edition-files.ts';
import { EXIT, type ExitCode } from '../../exit-code.ts';
import type { BookFormat } from '../../formats.ts';
import type { Io } from '../../io.ts';
import { threadsFor } from '../../jobs/threads-for.ts';
import { openWorkerPool } from '../../jobs/worker-pool.ts';
import { type LoadedFolder, loadFolder } from '../../load.ts';
import { watched } from '../../progress/watched.ts';
import { makeRelease, type ReleaseResult } from '../../release/make-release.ts';
import { publishedTrees } from '../../release/published-trees.ts';
import { openSecretKey, type SecretKey } from '../../release/signature/secret-key.ts';
import { toldHistory } from '../../release/told-history.ts';
import { type WholeBook, wholeBook } from '../../release/whole-book.ts';
import { reportDiagnostics } from '../../report-diagnostics.ts';
import { requireEdition } from '../../require-edition.ts';
import { type Note, reported } from '../../run-report/reported.ts';
import { releaseSummary } from './release-summary.ts';

/**
 * `octavo release`: checks, builds, verifies and publishes an edition and records it in the ledger, or
 * refuses with every reason.
 */
export async function release(
  { positionals: [version = '', path = '.'], options }: Call<ReleaseOptions>,
  io: Io,
): Promise<ExitCode> {
  return reported('release', options, io, (note) => releaseOne(version, path, options, io, note));
}

async function releaseOne(
  version: string,
  path: string,
  options: Options,
  io: Io,
  note: Note,
): Promise<ExitCode> {
  const loaded = await loadFolder(path, { drafts: false, lenient: false, edition: options.edition }, io);
  requireEdition(loaded.editions, options.edition, `release ${version}`);
  const { handbook, files, prefix, root } = loaded;
  const all =
    options.edition === undefined ? undefined : await loadFolder(path, { drafts: false, lenient: false }, io);
  const whole = all && wholeBook(all, options.edition ?? '');
  const history = await toldHistory(loaded, all?.handbook);
  const id = handbook?.id ?? idOf(root) ?? '';
  const out =
    options.out === undefined
      ? dirname(defaultOutput(root, io.cwd, id, join(options.edition ?? '', 'preview')))
      : resolve(io.cwd, options.out);
  const name = versionSegment(handbook?.edition.version ?? version);
  const facts = { tree: join(out, name), id: id === '' ? undefined : id, handbook };
  const failed = (messages: readonly VFileMessage[] = [], wanted: readonly string[] = []) => {
    const diagnostics = diagnosticsOf(files, prefix, messages);
    note({ ...facts, diagnostics, wanted });
    reportDiagnostics(diagnostics, options, io);
    return EXIT.content;
  };
  if (!handbook || !history) return failed();
  // Without the whole book nobody knows what the edition must not say.
  if (all && !whole) {
    const diagnostics = diagnosticsOf(all.files, prefix);
    note({ ...facts, diagnostics });
    reportDiagnostics(diagnostics, options, io);
    return EXIT.content;
  }
  const chosen = await formatsOf(loaded, { ...options, to: undefined });
  if (chosen.failed.length > 0) return failed(chosen.messages, chosen.failed);
  const key = await secretKey(options.sign, io);
  await refuseOutput(join(out, name), root);
  // There is one ledger, wherever releases go.
  const ledgerLock = await takeLock(join(root, '.octavo', 'ledger'));
  try {
    const lock = await takeLock(join(out, 'release'));
    note({ ...facts, wanted: chosen.formats.map((format) => format.name) });
    try {
      return await locked({
        loaded,
        whole,
        formats: chosen.formats,
        handbook,
        history,
        key,
        out,
        name,
        version,
        options,
        io,
        note,
      });
    } finally {
      await lock.release();
    }
  } finally {
    await ledgerLock.release();
  }
}

type Options = Call<ReleaseOptions>['options'];

interface Job {
  readonly loaded: LoadedFolder;
  /** The whole book, where an edition of it is released. */
  readonly whole: WholeBook | undefined;
  readonly handbook: Handbook;
  readonly formats: readonly BookFormat[];
  readonly history: History;
  readonly key: SecretKey | undefined;
  readonly out: string;
  readonly name: string;
  readonly version: string;
  readonly options: Options;
  readonly io: Io;
  readonly note: Note;
}

async function locked(job: Job): Promise<ExitCode> {
  const { loaded, handbook, key, out, name, version, options, io, note } = job;
  const repository = await readRepository(loaded.root, ledgerFolder(options.edition));
  const { ledger } = job.history;
  const history = historyOf(handbook.edition, job.history, { own: false });
  const allowDirty = options['allow-dirty'];
  const previous = options.previous === undefined ? undefined : resolve(io.cwd, options.previous);
  const trees = await publishedTrees(handbook, out, previous);
  const latest = trees.get('latest')?.version;
  note({ before: latest === undefined ? undefined : join(out, versionSegment(latest)) });
  const { notices } = job.history;
  const found = checkRelease({
    loaded,
    handbook,
    edition: options.edition,
    history,
    ledger,
    notices,
    version,
    repository,
    trees,
    allowDirty,
  });
  if (found.some(isError)) return refuse(diagnosticsOf(sources(loaded), loaded.prefix, found), job);
  const started = io.now();
  // A release is built from nothing: it trusts no cache.
  const executor = openWorkerPool(threadsFor(options.jobs, loaded.files.length));
  const made = await watched({ quiet: options.quiet, profile: false }, io, (progress, phases) =>
    makeRelease({
      loaded,
      edition: options.edition,
      whole: job.whole,
      handbook,
      formats: job.formats,
      history,
      ledger,
      notices,
      repository,
      out,
      name,
      previous,
      published: trees.get('latest'),
      key,
      executor,
      signal: io.signal,
      progress,
    }).finally(() => note({ phases: phases() })),
  ).finally(() => executor.close());
  return conclude(made, found, io.now() - started, job);
}

function conclude(
  { tree, refusals, standing, latest, lacksLinks = false, recorded }: ReleaseResult,
  found: readonly VFileMessage[],
  milliseconds: number,
  job: Job,
): ExitCode {
  const { loaded, handbook, out, name, options, io, note } = job;
  const { files, prefix } = loaded;
  const diagnostics = [
    ...diagnosticsOf(files, prefix, tree.messages),
    ...diagnosticsOf([], prefix, [...found, ...refusals]),
  ];
  note({ diagnostics, pressed: tree });
  if (!standing || refusals.length > 0) {
    // What a compiler could not do is wrong content; differences between formats and broken promises refuse
    // the release.
    const content = diagnostics.some(({ severity, source }) => severity === 'error' && source !== 'octavo');
    refuse(diagnostics, job);
    return content ? EXIT.content : EXIT.refused;
  }
  note({ isPublished: true });
  reportDiagnostics(diagnostics, options, io);
  if (!options.quiet) {
    const base = workspaceOf(out) ?? io.cwd;
    const facts = {
      formats: tree.formats,
      name,
      folder: join(out, name),
      root: loaded.root,
      standing,
      latest,
      lacksLinks,
      recorded,
      milliseconds,
      base,
    };
    io.stderr.write(releaseSummary(handbook, [...tree.written.values()], facts));
  }
  return EXIT.ok;
}

function refuse(diagnostics: readonly Diagnostic[], { handbook, version, options, io, note }: Job): ExitCode {
  note({ diagnostics });
  reportDiagnostics(diagnostics, options, io);
  const reasons = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (options.reporter === 'pretty')
    io.stderr.write(`${handbook.title} ${version} is not released: ${counted(reasons, 'reason')}\n`);
  return EXIT.refused;
}

/** What a release refuses is not reported a second time as a warning. */
function sources({ files }: LoadedFolder): LoadedFolder['files'] {
  for (const file of files) file.messages = file.messages.filter(({ ruleId }) => ruleId !== 'entry-approved');
  return files;
}

async function secretKey(path: string | undefined, io: Io): Promise<SecretKey | undefined> {
  if (path === undefined) return undefined;
  return openSecretKey(await readNamedFile(resolve(io.cwd, path)), io.env.OCTAVO_SIGN_PASSWORD);
}

function isError({ fatal }: VFileMessage): boolean {
  return fatal === true;
}

import { hash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { bookPath, type Executor } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import type { Progress } from '@octavo/press';
import { historyAsOf } from '@octavo/press/history';
import { comparePublished } from '@octavo/press/release';
import { defaultOutput, workspaceOf } from '../../disk/output-folder.ts';
import { readPublished } from '../../disk/published-tree.ts';
import { withStage } from '../../disk/stage.ts';
import type { BookFormat } from '../../formats.ts';
import type { Io } from '../../io.ts';
import { summary } from '../../pressing/summary.ts';
import { buildRelease, sumsOf, zipRelease } from '../../release/build-release.ts';
import type { ReleasedBook } from './as-of.ts';

interface Job {
  readonly book: ReleasedBook;
  readonly formats: readonly BookFormat[];
  /** The edition's name, where the book has several. */
  readonly edition: string | undefined;
  readonly out: string;
  readonly quiet: boolean;
  readonly executor: Executor;
  readonly progress: Progress;
  readonly io: Io;
}

/**
 * Builds an edition from its sources as its release was built, and puts it in place when its SHA256SUMS is the one that
 * the ledger has sealed. Otherwise nothing is put in place, and the result says which files differ and why.
 */
export async function buildAsReleased(job: Job): Promise<string | undefined> {
  const { book, formats, edition, out, executor, progress, io } = job;
  const { release, loaded, handbook, sources } = book;
  const started = io.now();
  const name = versionSegment(release.version);
  const published = defaultOutput(loaded.root, io.cwd, handbook.id, join(edition ?? '', name));
  const parts = {
    loaded,
    // What an edition leaves out was searched for when it was released.
    edition: undefined,
    whole: undefined,
    handbook,
    formats,
    history: historyAsOf(release, book.history, { own: false }),
    out: dirname(out),
    name: basename(out),
    previous: published,
    executor,
    signal: io.signal,
    progress,
  };
  const facts = {
    commit: release.seal.commit,
    commitOf: (path: string) => sources?.commits.get(path),
    lockfile: sources?.lockfile,
  };
  return withStage(out, async (stage) => {
    const tree = await buildRelease(parts, facts, stage);
    const broken = tree.messages.find(({ fatal }) => fatal === true);
    if (broken || !tree.record)
      return `it cannot be released again: ${broken?.reason ?? 'it has no record'}.`;
    const sums = await sumsOf(handbook, stage);
    const standing = comparePublished({
      version: release.version,
      sums,
      record: tree.record,
      ledger: [release],
      published: await sealedTree(),
    });
    if (standing.kind === 'other')
      return standing.refusals.map(({ reason, note }) => `${reason}. ${note ?? ''}`).join(' ');
    await progress.during('zip', () => zipRelease(handbook, name, sums, stage));
    io.signal.throwIfAborted();
    await progress.during('publish', stage.publish);
    const files = [...tree.written.values()];
    const base = workspaceOf(out) ?? io.cwd;
    if (!job.quiet)
      io.stderr.write(
        `${summary(handbook, tree.formats, out, files, io.now() - started, base)}byte for byte as released: SHA256SUMS is the one that the ledger has sealed (${release.seal.sums.slice(0, 12)}…)\n`,
      );
    return undefined;
  });

  /** The release as it was published, if it lies here: it tells which files differ. */
  async function sealedTree() {
    const tree = await readPublished(published, bookPath(handbook, 'SHA256SUMS'));
    return tree && hash('sha256', tree.sums) === release.seal.sums ? tree : undefined;
  }
}

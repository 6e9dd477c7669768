import { join } from 'node:path';
import { bookPath, instant, type Ledger, makeMessage } from '@octavo/core';
import { linesOf, retractionsOf } from '@octavo/core/ledger';
import type { Pressed } from '@octavo/press';
import type { History } from '@octavo/press/history';
import {
  comparePublished,
  type PublishedRelease,
  type Repository,
  type Standing,
  seal,
} from '@octavo/press/release';
import type { VFileMessage } from 'vfile-message';
import { hashLockfile } from '../disk/installed.ts';
import { pointLatest, readPublished } from '../disk/published-tree.ts';
import { folderReader } from '../disk/read-tree.ts';
import { type FolderStage, withStage } from '../disk/stage.ts';
import { writeAtomic } from '../disk/write-file.ts';
import { ledgerPath } from '../edition-files.ts';
import { buildRelease, type ReleaseParts, sumsOf, zipRelease } from './build-release.ts';
import type { SecretKey } from './signature/secret-key.ts';
import { signatures } from './signatures.ts';

export interface Making extends ReleaseParts {
  /** The ledger with the edition's own release, if there is one. */
  readonly ledger: Ledger;
  /** What became of releases, by the whole ledger. */
  readonly notices: History['notices'];
  readonly repository: Repository | undefined;
  /** The release of this handbook that `latest` leads to. */
  readonly published: PublishedRelease | undefined;
  readonly key: SecretKey | undefined;
}

export interface ReleaseResult {
  readonly tree: Pressed;
  /** Why it was not published, when the tree itself has no errors. */
  readonly refusals: readonly VFileMessage[];
  /** How it relates to what was there; undefined when the tree has errors. */
  readonly standing: Standing | undefined;
  /** The release that `latest` leads to. */
  readonly latest: string | undefined;
  /** Whether `latest` should lead to it, and no link can be made there. */
  readonly lacksLinks?: boolean;
  /** Files of the ledger that were written, by path from the handbook's folder. */
  readonly recorded: readonly string[];
}

/**
 * Makes the whole release on a stage, reads it back, and publishes it in this order: the folder by one
 * rename, `latest`, the ledger. A kill at any moment therefore leaves the old release or the new one, and the
 * next run finishes what is left. The ledger is written also where `latest` cannot be.
 */
export function makeRelease(making: Making): Promise<ReleaseResult> {
  const { out, name } = making;
  return withStage(join(out, name), (stage) => onStage(making, stage));
}

async function onStage(making: Making, stage: FolderStage): Promise<ReleaseResult> {
  const { handbook, history, ledger, repository, out, name, key, signal, progress } = making;
  const facts = {
    commit: repository?.commit,
    commitOf: (path: string) => repository?.commits.get(path),
    lockfile: await hashLockfile(making.loaded.root),
  };
  const tree = await buildRelease(making, facts, stage);
  const unfinished = { tree, refusals: [], standing: undefined, latest: name, recorded: [] };
  if (tree.messages.some(({ fatal }) => fatal === true) || tree.formats.length === 0) return unfinished;
  if (!tree.record) return { ...unfinished, refusals: [noRecord(tree)] };
  signal.throwIfAborted();
  const own = (path: string): string => bookPath(handbook, path);
  const sums = await sumsOf(handbook, stage);
  const folder = join(out, name);
  const { version } = handbook.edition;
  const published = await readPublished(folder, own('SHA256SUMS'));
  const standing = comparePublished({ version, sums, record: tree.record, ledger, published });
  if (standing.kind === 'other') return { ...unfinished, refusals: standing.refusals, standing };
  const archive = own(`${handbook.id}-${name}`);
  if (standing.kind !== 'identical') {
    await progress.during('zip', () => zipRelease(handbook, name, sums, stage));
    await sign(stage.folder, stage.write);
    signal.throwIfAborted();
    await stage.publish();
  } else await sign(folder, (path, content) => writeAtomic(join(folder, path), content));
  const { published: last } = making;
  const { isNewest } = linesOf(handbook.edition, history.ledger);
  // A hotfix stands behind the newest edition; an old release that is put back does not know the later ones.
  const leads =
    isNewest &&
    !retractionsOf(making.notices).has(version) &&
    (!last || last.version === version || history.ledger.some((item) => item.version === last.version));
  const isLed = leads && (await pointLatest(out, name).catch((error: Error) => error));
  const sealing = {
    handbook,
    record: tree.record,
    history,
    sums,
    commit: repository?.commit,
  };
  const isRecorded = ledger.some((release) => release.version === version);
  const records = (isRecorded ? [] : seal(sealing)).map(
    ([path, content]) => [ledgerPath(path, making.edition), content] as const,
  );
  // The record comes last: it says that the release is finished.
  for (const [path, content] of records) await writeAtomic(join(making.loaded.root, path), content);
  if (isLed instanceof Error) throw isLed;
  return {
    tree,
    refusals: [],
    standing,
    latest: isLed ? name : last?.version,
    lacksLinks: leads && !isLed,
    recorded: records.map(([path]) => path),
  };

  async function sign(
    from: string,
    write: (path: string, content: Uint8Array) => Promise<void>,
  ): Promise<void> {
    if (!key) return;
    const signed = folderReader(from, [own('SHA256SUMS'), `${archive}.zip`]);
    for (const [path, content] of await signatures(signed, key, instant(handbook.edition.date)))
      await write(path, content);
  }
}

/** A format makes the ledger's record, so a handbook without that format has nothing to seal. */
function noRecord({ formats }: Pressed): VFileMessage {
  const built = formats.map(({ name }) => name).join(', ');
  return makeMessage('release-recorded', {
    reason: `none of its formats (${built}) makes the record that a release writes into the ledger`,
    note: 'Add jsonld to "formats:".',
  });
}

import { join } from 'node:path';
import {
  bookPath,
  type Executor,
  type Handbook,
  indexHandbook,
  instant,
  type Ledger,
  makeMessage,
  type Tree,
} from '@octavo/core';
import { linesOf, retractionsOf } from '@octavo/core/ledger';
import { type Pressed, type PressFormat, type Progress, type Proof, press } from '@octavo/press';
import { holdToSchema } from '@octavo/press/documents';
import { type History, recordedHistory, withHistory } from '@octavo/press/history';
import {
  addArchive,
  comparePublished,
  type PublishedRelease,
  parseSums,
  type Repository,
  type Standing,
  seal,
} from '@octavo/press/release';
import { verify } from '@octavo/verify';
import type { VFileMessage } from 'vfile-message';
import { hashLockfile } from '../disk/installed.ts';
import { pointLatest, readPublished } from '../disk/published-tree.ts';
import { folderReader } from '../disk/read-tree.ts';
import { type FolderStage, withStage } from '../disk/stage.ts';
import { writeAtomic } from '../disk/write-file.ts';
import { ledgerFolder } from '../edition-files.ts';
import { type BookFormat, loadFormats } from '../formats.ts';
import type { LoadedFolder } from '../load.ts';
import { othersOf } from '../pressing/others-of.ts';
import { portsOf } from '../pressing/ports-of.ts';
import { shippedFiles } from '../pressing/shipped-files.ts';
import { leakMessages, publishedWords } from './leak-messages.ts';
import type { SecretKey } from './signature/secret-key.ts';
import { signatures } from './signatures.ts';

export interface Making {
  readonly loaded: LoadedFolder;
  /** The edition that is released, where the book has several. */
  readonly edition: string | undefined;
  /** The whole book, where an edition of it is released. */
  readonly whole: Handbook | undefined;
  readonly handbook: Handbook;
  readonly formats: readonly BookFormat[];
  /** The history without the edition's own release. */
  readonly history: History;
  /** The ledger with the edition's own release, if there is one. */
  readonly ledger: Ledger;
  /** What became of releases, by the whole ledger. */
  readonly notices: History['notices'];
  readonly repository: Repository | undefined;
  /** The folder of all releases; this release becomes the folder `name` in it. */
  readonly out: string;
  readonly name: string;
  readonly previous: string | undefined;
  /** The release of this handbook that `latest` leads to. */
  readonly published: PublishedRelease | undefined;
  readonly key: SecretKey | undefined;
  readonly executor: Executor;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

export interface ReleaseResult {
  readonly tree: Pressed;
  /** Why it was not published, when the tree itself has no errors. */
  readonly refusals: readonly VFileMessage[];
  /** How it relates to what was there; undefined when the tree has errors. */
  readonly standing: Standing | undefined;
  /** The release that `latest` leads to. */
  readonly latest: string | undefined;
  /** Files of the ledger that were written, by path from the handbook's folder. */
  readonly recorded: readonly string[];
}

/**
 * Makes the whole release on a stage, reads it back, and publishes it in this order: the folder by one
 * rename, `latest`, the ledger. A kill at any moment therefore leaves the old release or the new one, and the
 * next run finishes what is left.
 */
export function makeRelease(making: Making): Promise<ReleaseResult> {
  const { out, name } = making;
  return withStage(join(out, name), (stage) => onStage(making, stage));
}

async function onStage(making: Making, stage: FolderStage): Promise<ReleaseResult> {
  const { handbook, history, ledger, repository, out, name, key, signal, progress } = making;
  const tree = await build(making, stage);
  const unfinished = { tree, refusals: [], standing: undefined, latest: name, recorded: [] };
  if (tree.messages.some(({ fatal }) => fatal === true) || tree.formats.length === 0) return unfinished;
  if (!tree.record) return { ...unfinished, refusals: [noRecord(tree)] };
  signal.throwIfAborted();
  const own = (path: string): string => bookPath(handbook, path);
  const sums = new TextDecoder().decode(await folderReader(stage.folder, []).read(own('SHA256SUMS')));
  const folder = join(out, name);
  const { version } = handbook.edition;
  const published = await readPublished(folder, own('SHA256SUMS'));
  const standing = comparePublished({ version, sums, record: tree.record, ledger, published });
  if (standing.kind === 'other') return { ...unfinished, refusals: standing.refusals, standing };
  const archive = own(`${handbook.id}-${name}`);
  if (standing.kind !== 'identical') {
    const paths = [...parseSums(sums).keys(), own('SHA256SUMS'), own('manifest.json')];
    await progress.during('zip', () =>
      addArchive(stage, archive, folderReader(stage.folder, paths), instant(handbook.edition.date)),
    );
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
  if (leads) await pointLatest(out, name);
  const sealing = {
    handbook,
    record: tree.record,
    history,
    sums,
    commit: repository?.commit,
  };
  const isRecorded = ledger.some((release) => release.version === version);
  const records = (isRecorded ? [] : seal(sealing)).map(
    ([path, content]) => [path.replace(/^releases\//, ledgerFolder(making.edition)), content] as const,
  );
  // The record comes last: it says that the release is finished.
  for (const [path, content] of records) await writeAtomic(join(making.loaded.root, path), content);
  return {
    tree,
    refusals: [],
    standing,
    latest: leads ? name : last?.version,
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

async function build(making: Making, stage: FolderStage): Promise<Pressed> {
  const { loaded, handbook, history, repository, out, name, formats } = making;
  const ports = portsOf({ ...making, root: loaded.root, stage, out: join(out, name) });
  const chosen = await loadFormats(formats);
  return press(
    handbook,
    chosen,
    {
      ...ports,
      prove: (paths, within) =>
        within.during('verify', () => prove(making, chosen, folderReader(stage.folder, paths))),
    },
    {
      files: loaded.shown,
      history,
      release: {
        commit: repository?.commit,
        commitOf: (path) => repository?.commits.get(path),
        lockfile: await hashLockfile(loaded.root),
      },
    },
  );
}

/** A format makes the ledger's record, so a handbook without that format has nothing to seal. */
function noRecord({ formats }: Pressed): VFileMessage {
  const built = formats.map(({ name }) => name).join(', ');
  return makeMessage('release-recorded', {
    reason: `none of its formats (${built}) makes the record that a release writes into the ledger`,
    note: 'Add jsonld to "formats:".',
  });
}

/**
 * Reads every format of a finished tree back and compares it with the handbook, and searches an edition for what it
 * leaves out. Returns parity.json, and a refusal for each difference and each find.
 */
async function prove(
  { handbook: book, history, edition, whole }: Making,
  formats: readonly PressFormat[],
  { paths, read }: Tree,
): Promise<Proof> {
  const handbook = withHistory(book, history);
  // The lists are written last, because they list the proof too; pages that link to them are right.
  const lists = ['manifest.json', 'SHA256SUMS'].map((path) => bookPath(handbook, path));
  const shipped = await shippedFiles();
  const parity = await verify({
    files: { paths: [...paths, ...lists], read },
    handbook,
    formats: formats.map(({ name }) => name),
    others: othersOf(formats),
    shipped,
    released: recordedHistory(book.edition, history),
  });
  holdToSchema('parity.json', 'parity', parity);
  const content = new TextEncoder().encode(`${JSON.stringify(parity, null, 2)}\n`);
  const leaks =
    edition !== undefined && whole
      ? await leakMessages({
          name: edition,
          whole,
          edition: book,
          files: { paths, read },
          published: publishedWords(history),
          shipped: shipped.keys(),
        })
      : [];
  const { entry } = indexHandbook(handbook);
  return {
    files: [{ path: 'parity.json', mediaType: 'application/json', content }],
    objections: [
      ...leaks,
      ...parity.differences.map((difference) =>
        makeMessage('formats-agree', {
          at: (difference.entry === undefined ? undefined : entry.get(difference.entry)?.source) ?? {
            path: 'handbook.yaml',
          },
          reason: `${difference.file}: ${difference.message}`,
          note: `What was built differs from the source (${difference.subject}). This is a bug of Octavo: please report it with the entry.`,
        }),
      ),
    ],
  };
}

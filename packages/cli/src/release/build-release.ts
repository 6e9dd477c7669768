import { join } from 'node:path';
import {
  bookPath,
  type Executor,
  type Handbook,
  indexHandbook,
  instant,
  makeMessage,
  type Tree,
} from '@octavo/core';
import {
  type Pressed,
  type PressFacts,
  type PressFormat,
  type Progress,
  type Proof,
  press,
} from '@octavo/press';
import { holdToSchema } from '@octavo/press/documents';
import { type History, recordedHistory, withHistory } from '@octavo/press/history';
import { addArchive, parseSums } from '@octavo/press/release';
import { verify } from '@octavo/verify';
import { folderReader } from '../disk/read-tree.ts';
import type { FolderStage } from '../disk/stage.ts';
import { type BookFormat, loadFormats } from '../formats.ts';
import type { LoadedFolder } from '../load.ts';
import { othersOf } from '../pressing/others-of.ts';
import { portsOf } from '../pressing/ports-of.ts';
import { shippedFiles } from '../pressing/shipped-files.ts';
import { leakMessages, publishedWords } from './leak-messages.ts';
import type { WholeBook } from './whole-book.ts';

/** What the tree of a release is made of. */
export interface ReleaseParts {
  readonly loaded: LoadedFolder;
  /** The edition that is released, where the book has several. */
  readonly edition: string | undefined;
  /** The whole book, where an edition of it is released. */
  readonly whole: WholeBook | undefined;
  readonly handbook: Handbook;
  readonly formats: readonly BookFormat[];
  /** The history without the edition's own release. */
  readonly history: History;
  /** The folder of all releases; this release becomes the folder `name` in it. */
  readonly out: string;
  readonly name: string;
  readonly previous: string | undefined;
  readonly executor: Executor;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** SHA256SUMS of a tree on a stage. */
export async function sumsOf(handbook: Handbook, { folder }: FolderStage): Promise<string> {
  const path = bookPath(handbook, 'SHA256SUMS');
  return new TextDecoder().decode(await folderReader(folder, []).read(path));
}

/** Adds the zip of a release, under its name, to the tree on its stage. */
export async function zipRelease(
  handbook: Handbook,
  name: string,
  sums: string,
  stage: FolderStage,
): Promise<void> {
  const own = (path: string): string => bookPath(handbook, path);
  const paths = [...parseSums(sums).keys(), own('SHA256SUMS'), own('manifest.json')];
  const files = folderReader(stage.folder, paths);
  await addArchive(stage, own(`${handbook.id}-${name}`), files, instant(handbook.edition.date));
}

/** Builds the whole tree of a release on a stage, and reads it back. */
export async function buildRelease(
  making: ReleaseParts,
  facts: NonNullable<PressFacts['release']>,
  stage: FolderStage,
): Promise<Pressed> {
  const { loaded, handbook, history, out, name, formats } = making;
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
      release: facts,
    },
  );
}

/**
 * Reads every format of a finished tree back and compares it with the handbook, and searches an edition for what it
 * leaves out. Returns parity.json, and a refusal for each difference and each find.
 */
async function prove(
  { handbook: book, history, edition, whole }: ReleaseParts,
  formats: readonly PressFormat[],
  { paths, read }: Tree,
): Promise<Proof> {
  const handbook = withHistory(book, history);
  // The lists are written last, because they list the proof too; pages that link to them are right.
  const lists = ['manifest.json', 'SHA256SUMS'].map((path) => bookPath(handbook, path));
  // Sealed pages of earlier releases lie in one tree and not in another: only the tree's own files are counted.
  const own = new Set(paths);
  const files = {
    paths: [...paths, ...lists],
    read: async (path: string) => (own.has(path) ? read(path) : undefined),
  };
  const shipped = await shippedFiles();
  const parity = await verify({
    files,
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
          ...whole,
          edition: book,
          files: { paths, read },
          published: publishedWords(history),
          ledger: history.ledger,
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

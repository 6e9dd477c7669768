import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Tree } from '@octavo/core';
import { parseSums } from '@octavo/press/release';
import { EXIT, fail } from '../exit-code.ts';
import { filesUnder } from './read-file.ts';

/** Lists a folder's files, sorted. A link as the folder itself (`latest`) is followed; links inside it are not. */
export async function readTree(folder: string, cwd: string): Promise<Tree> {
  const given = resolve(cwd, folder);
  const root = await realpath(given).catch(() => undefined);
  if (root === undefined) fail(EXIT.usage, `there is no folder "${folder}"`);
  if (!(await stat(root)).isDirectory())
    fail(EXIT.usage, `"${folder}" is a file`, 'Give the folder that it is in.');
  const paths = filesUnder(root);
  const known = new Set(paths);
  return {
    paths,
    read: async (path) =>
      known.has(path) ? new Uint8Array(await readFile(join(root, ...path.split('/')))) : undefined,
  };
}

/** A built or published tree of one book, and the book's folder in it. */
export interface BookTree extends Tree {
  /** `volume/<id>/`, or nothing for a book that is no volume. */
  readonly folder: string;
  /** The web root that its paths start from, as the user would name it. */
  readonly top: string;
}

/**
 * Opens the tree of one book by the folder that `build` or `release` made, or by that of a volume in a
 * published work. In a published work, the files of other volumes are left out, except what they contribute
 * to common files.
 */
export async function readBookTree(folder: string, cwd: string): Promise<BookTree> {
  const given = resolve(cwd, folder);
  const root = await treeRoot(given);
  if (!('top' in root))
    fail(
      EXIT.usage,
      `"${folder}" holds ${root.length} volumes of a work`,
      `Give the folder of one: ${root.map((path) => join(folder, path.slice(given.length + 1))).join(', ')}.`,
    );
  const tree = withoutKept(await readTree(root.folder === '' ? folder : root.top, cwd), root.folder);
  if (root.folder === '') return { ...tree, folder: '', top: folder };
  const others = tree.paths.some(
    (path) => /^volume\/[^/]+\/manifest\.json$/.test(path) && !path.startsWith(root.folder),
  );
  // The folder was named from within the tree: the web root is two steps up.
  const top = (await realpath(given)) === root.top ? folder : join(folder, '..', '..');
  if (!others) return { ...tree, folder: root.folder, top };
  const listed = new Set(await listedIn(tree, root.folder));
  return {
    ...tree,
    folder: root.folder,
    top,
    paths: tree.paths.filter(
      (path) =>
        path.startsWith(root.folder) ||
        listed.has(path) ||
        OF_WORK.test(path) ||
        !/^(?:entry|volume)\//.test(path),
    ),
  };
}

/** Leaves out the editions that publishing keeps below the address of a book: each is a tree of its own. */
function withoutKept(tree: Tree, folder: string): Tree {
  const all = new Set(tree.paths);
  const isKept = (path: string): boolean => {
    if (!path.startsWith(`${folder}edition/`)) return false;
    const [segment = ''] = path.slice(`${folder}edition/`.length).split('/');
    return all.has(`${folder}edition/${segment}/${folder}manifest.json`);
  };
  return { ...tree, paths: tree.paths.filter((path) => !isKept(path)) };
}

/** What tells of each volume how its work is put together. */
const OF_WORK = /^volume\/[^/]+\/(?:work|manifest)\.json$/;

async function listedIn(tree: Tree, folder: string): Promise<readonly string[]> {
  const sums = new TextDecoder().decode(await tree.read(`${folder}SHA256SUMS`));
  return [...parseSums(sums).keys()];
}

/** Where a built or published book lies on the disk. */
export interface TreeRoot {
  /** The web root of the book's IRI. */
  readonly top: string;
  /** The book's folder below it: `volume/<id>/`, or nothing for a book that is no volume. */
  readonly folder: string;
}

/**
 * Finds the book that a folder holds by its manifest, in the folder itself or in its only volume. The folder
 * of a volume in a published work is recognized from within. When there are several volumes, their folders
 * are returned.
 */
export async function treeRoot(given: string): Promise<TreeRoot | readonly string[]> {
  const top = await realpath(given).catch(() => given);
  if (existsSync(join(top, 'manifest.json'))) {
    const work = dirname(dirname(top));
    const isVolume = basename(dirname(top)) === 'volume' && existsSync(join(top, 'work.json'));
    return isVolume ? { top: work, folder: `volume/${basename(top)}/` } : { top, folder: '' };
  }
  const names = await readdir(join(top, 'volume')).catch(() => []);
  const volumes = names.filter((name) => existsSync(join(top, 'volume', name, 'manifest.json'))).sort();
  const [only, another] = volumes;
  if (only === undefined) return { top, folder: '' };
  if (another === undefined) return { top, folder: `volume/${only}/` };
  return volumes.map((name) => join(given, 'volume', name));
}

/** Says what a folder is: a tree that was built, the sources of a handbook, or neither. */
export async function folderKind(folder: string): Promise<'built' | 'handbook' | undefined> {
  const root = await treeRoot(folder);
  if (!('top' in root) || existsSync(join(root.top, root.folder, 'handbook.json'))) return 'built';
  return existsSync(join(folder, 'handbook.yaml')) ? 'handbook' : undefined;
}

/** Returns a reader of the folder's files at the given paths; a file is read when it is asked for. */
export function folderReader(folder: string, paths: readonly string[]): Tree {
  return {
    paths,
    async read(path) {
      const bytes = await readFile(join(folder, ...path.split('/'))).catch(() => undefined);
      // pdf.js refuses a Buffer, so the bytes are plain.
      return bytes && new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}

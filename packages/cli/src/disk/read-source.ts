import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { EXIT, fail } from '../exit-code.ts';
import { handbooksBelow } from './find-handbook.ts';
import { isForeignFolder, isForeignName } from './foreign.ts';
import { isOutside, nearestFolder } from './paths.ts';

/** A legacy source, read: one document, or those of a folder. */
export interface Source {
  /** The name of the file or folder. */
  readonly name: string;
  /** The folder that paths are relative to. */
  readonly root: string;
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Returns an image that a document names, or a file about the build that made it, if it lies in the same project. */
  readonly asset: (path: string) => Uint8Array | undefined;
}

/** Larger files are not documents. */
const MAX_BYTES = 100_000_000;
const IMAGES: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.gif', '.webp', '.svg']);

/** A folder that holds one of these files is a handbook. */
const HANDBOOK_FILES: readonly string[] = ['handbook.yaml', 'handbook.yml'];

/** What a build writes of a handbook beside its formats: of such a folder it is the source. */
const BUILT = 'handbook.json';
/** The files that tell what the files of a build were made of. */
const OF_BUILDS: ReadonlySet<string> = new Set([BUILT, 'manifest.json']);

/** Returns the version of the format that a handbook's file says it has, and the line. */
function versionOf(path: string): string {
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((line) => /^\W*schemaVersion\W*\d/.test(line));
  return at < 0 ? '' : ` (line ${at + 1}: ${lines[at]?.trim()})`;
}

/**
 * Says whether a path is that of a document or of a folder of documents. A handbook, and a folder that
 * contains one, is neither.
 */
export function legacyKind(path: string): 'file' | 'folder' | undefined {
  if (!existsSync(path)) return undefined;
  if (!statSync(path).isDirectory()) return 'file';
  const isKnown = HANDBOOK_FILES.some((name) => existsSync(join(path, name)));
  return isKnown || handbooksBelow(path).length > 0 ? undefined : 'folder';
}

/** Reads a document, or every document of a folder whose name `isSource` knows. Symbolic links in a folder are not followed. */
export async function readSource(
  path: string,
  shown: string,
  isSource: (path: string) => boolean,
): Promise<Source> {
  if (!existsSync(path))
    fail(EXIT.usage, `there is no file or folder "${shown}"`, 'Give a document, or a folder of documents.');
  const real = await realpath(path);
  const isFolder = statSync(real).isDirectory();
  const own = isFolder ? HANDBOOK_FILES.find((name) => existsSync(join(real, name))) : undefined;
  if (own !== undefined)
    fail(
      EXIT.usage,
      `"${shown}" is a handbook already: it holds ${own}${versionOf(join(real, own))}`,
      `Build it: octavo build ${shown}`,
    );
  const root = isFolder ? real : dirname(real);
  const isBuilt = isFolder && existsSync(join(real, BUILT));
  const paths = isBuilt ? [BUILT] : isFolder ? (await pathsIn(real, '')).filter(isSource) : [basename(real)];
  if (paths.length === 0)
    fail(
      EXIT.usage,
      `"${shown}" holds no document that can be imported`,
      'Markdown, text, HTML, CSV, JSON, YAML, reStructuredText, AsciiDoc, Org, Word, OpenDocument, Excel and EPUB documents can, and a zip of them.',
    );
  const files: { path: string; bytes: Uint8Array }[] = [];
  for (const each of paths) {
    const full = join(root, ...each.split('/'));
    if (statSync(full).size > MAX_BYTES)
      fail(EXIT.usage, `"${each}" is larger than ${MAX_BYTES / 1e6} MB`, 'Split it.');
    files.push({ path: each, bytes: await readFile(full) });
  }
  return { name: basename(path), root, files, asset: assetFinder(root) };
}

async function pathsIn(folder: string, prefix: string): Promise<readonly string[]> {
  const paths: string[] = [];
  const items = await readdir(folder, { withFileTypes: true });
  const names = items.map(({ name }) => name);
  if (prefix !== '' && isForeignFolder(folder, names)) return [];
  for (const item of items) {
    if (isForeignName(item.name)) continue;
    const path = prefix === '' ? item.name : `${prefix}/${item.name}`;
    if (item.isDirectory()) paths.push(...(await pathsIn(join(folder, item.name), path)));
    else if (item.isFile()) paths.push(path);
  }
  return paths.sort();
}

/**
 * A document may name any image, but only image files inside its project (up to the folder with `.git`, or of the
 * build that made it) are read, and what that build says of itself.
 */
function assetFinder(root: string): Source['asset'] {
  const top = realpathSync(
    nearestFolder(root, (folder) => ['.git', BUILT].some((name) => existsSync(join(folder, name)))) ?? root,
  );
  return (path) => {
    const full = resolve(root, ...path.split('/'));
    const isWanted = IMAGES.has(extname(full).toLowerCase()) || OF_BUILDS.has(basename(full));
    if (!isWanted || !existsSync(full)) return undefined;
    const real = realpathSync(full);
    if (isOutside(top, real) || !lstatSync(real).isFile()) return undefined;
    return statSync(real).size > MAX_BYTES ? undefined : readFileSync(real);
  };
}

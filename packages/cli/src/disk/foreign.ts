import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { textWhereThere } from './paths.ts';

/** Folders that package managers, build tools and Octavo itself make. */
const FOLDERS: ReadonlySet<string> = new Set(['node_modules', 'dist', '__pycache__']);

/**
 * Left-over names: `~$x.md` of Office, `x.md~` and `#x.md#` of editors, and `public.next` and
 * `public.previous` of a build that was killed, and `public.run.json`, the report of a run.
 */
const LEFT_OVER = /^~\$|~$|^#.*#$|\.(?:next|previous|run\.json)$/;

/**
 * Says whether a file or folder of this name is never content, wherever it lies: it is hidden, left over, or
 * a tool's own.
 */
export function isForeignName(name: string): boolean {
  return name.startsWith('.') || FOLDERS.has(name) || LEFT_OVER.test(name);
}

/** Says whether a path, with forward slashes, leads through such a name. */
export function isForeignPath(path: string): boolean {
  return path.split('/').some(isForeignName);
}

/**
 * Says whether a folder inside a handbook belongs to something else: a tree that Octavo built (it has a
 * manifest), a clone or a worktree of another branch, or a Python environment. `names` are the names in the
 * folder. A submodule is content.
 */
export function isForeignFolder(folder: string, names: readonly string[]): boolean {
  if (names.includes('pyvenv.cfg')) return true;
  if ((names.includes('manifest.json') || names.includes('volume')) && isBuild(folder)) return true;
  if (!names.includes('.git')) return false;
  const pointer = textWhereThere(join(folder, '.git'));
  return pointer === undefined || /^gitdir: .*[\\/]worktrees[\\/]/.test(pointer);
}

/** Says whether a manifest of ours is there, of a book or of a volume in it. */
export function isBuild(folder: string): boolean {
  return manifestsIn(folder).length > 0;
}

/** The manifests of ours in a folder, of a book or of the volumes in it. Those of large trees are not parsed for this. */
export function manifestsIn(folder: string): readonly string[] {
  const volumes = join(folder, 'volume');
  const names = foldersIn(volumes);
  return ['', ...names.map((name) => join('volume', name))].flatMap((name) => {
    const manifest = textWhereThere(join(folder, name, 'manifest.json')) ?? '';
    return /^\s*\{/.test(manifest) && /"generator":\s*\{\s*"name":\s*"octavo"/.test(manifest)
      ? [manifest]
      : [];
  });
}

/** The names in a folder; none in what is no folder, or cannot be read. */
function foldersIn(path: string): readonly string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** Says whether a folder is a handbook's. */
export function isHandbook(folder: string): boolean {
  return existsSync(join(folder, 'handbook.yaml'));
}

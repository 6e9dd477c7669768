import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

/** Yields a folder and those above it, up to the root of the disk. */
export function* foldersUp(from: string): Generator<string> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    yield folder;
    if (folder === dirname(folder)) return;
  }
}

/** Returns the first folder, from this one upwards, for which something holds. */
export function nearestFolder(from: string, holds: (folder: string) => boolean): string | undefined {
  for (const folder of foldersUp(from)) if (holds(folder)) return folder;
  return undefined;
}

/** Says whether a path lies outside a folder; both are resolved. */
export function isOutside(root: string, target: string): boolean {
  const path = relative(root, target);
  return path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path;
}

/** Returns the text of a file; undefined for a folder, and for a file that cannot be read. */
export function textWhereThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

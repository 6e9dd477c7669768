import { lstatSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a published tree looked like when it was put in place, by path with forward slashes. */
export interface TreeRecord {
  readonly files: Readonly<Record<string, RecordedFile>>;
  /**
   * Modification times of the folders, with the tree's own as `.`: they change when a file is added or
   * removed.
   */
  readonly folders: Readonly<Record<string, number>>;
}

/** A file: the SHA-256 of its bytes (empty when it is unknown) and what the disk said about it. */
export type RecordedFile = readonly [sha256: string, stamp: string];

/**
 * Records a tree that was just put in place, from the hashes of all its files. For `kept` files and their
 * folders, the stamps of the previous record still hold.
 */
export function recordTree(
  folder: string,
  hashes: ReadonlyMap<string, string>,
  before?: TreeRecord,
  kept: ReadonlySet<string> = new Set(),
): TreeRecord {
  const files: Record<string, RecordedFile> = {};
  const folders = new Set(['.']);
  const touched = new Set(['.']);
  for (const [path, sha256] of hashes) {
    const known = kept.has(path) ? before?.files[path] : undefined;
    files[path] = known ?? [sha256, stampOf(lstatSync(join(folder, path)))];
    addFolders(folders, path);
    if (!known) addFolders(touched, path);
  }
  for (const path of Object.keys(before?.files ?? {})) if (!hashes.has(path)) addFolders(touched, path);
  return {
    files,
    folders: Object.fromEntries(
      [...folders].map((path) => {
        const known = touched.has(path) ? undefined : before?.folders[path];
        return [path, known ?? lstatSync(join(folder, path)).mtimeMs];
      }),
    ),
  };
}

/** Says whether no file was added to the tree, removed or replaced since it was recorded. */
export function hasSameNames(folder: string, { folders }: TreeRecord): boolean {
  return Object.entries(folders).every(([path, mtime]) => {
    const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
    return stats?.isDirectory() === true && stats.mtimeMs === mtime;
  });
}

/** Says whether a file holds what is to be written: it had this hash, and nobody has touched it since. */
export function isUntouched(folder: string, path: string, sha256: string, record: TreeRecord): boolean {
  const [known, stamp] = record.files[path] ?? ['', ''];
  if (sha256 === '' || known !== sha256) return false;
  const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
  return stats?.isFile() === true && stampOf(stats) === stamp;
}

/** Adds the folders that a file is in, innermost first. */
export function addFolders(folders: Set<string>, path: string): void {
  for (let each = dirname(path); !folders.has(each); each = dirname(each)) folders.add(each);
}

/** Only the system sets the time of change (`ctime`), so a write that hides itself shows in it. */
function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

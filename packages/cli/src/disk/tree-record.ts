import { lstatSync, type Stats } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a published tree was when it was put in place, by path with forward slashes. */
export interface TreeRecord {
  readonly files: Readonly<Record<string, RecordedFile>>;
  /** Modification times of the folders, the tree's own as `.`: they change when a file comes or goes. */
  readonly folders: Readonly<Record<string, number>>;
}

/** A file: SHA-256 of its bytes (empty when it is not known), and what the disk said of it. */
export type RecordedFile = readonly [sha256: string, stamp: string];

/**
 * Makes the record of a tree that was just put in place, from the hashes of all its files. Of `kept`
 * files and their folders the stamps of the record before still hold.
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

/** Whether no file was added to the tree, removed, or put in another's place since it was recorded. */
export function hasSameNames(folder: string, { folders }: TreeRecord): boolean {
  return Object.entries(folders).every(([path, mtime]) => {
    const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
    return stats?.isDirectory() === true && stats.mtimeMs === mtime;
  });
}

/** Whether a file holds what is to be written: it had this hash, and nobody has touched it since. */
export function isUntouched(folder: string, path: string, sha256: string, record: TreeRecord): boolean {
  const [known, stamp] = record.files[path] ?? ['', ''];
  if (sha256 === '' || known !== sha256) return false;
  const stats = lstatSync(join(folder, path), { throwIfNoEntry: false });
  return stats?.isFile() === true && stampOf(stats) === stamp;
}

/** The folders that a file is in, from the innermost. */
export function addFolders(folders: Set<string>, path: string): void {
  for (let each = dirname(path); !folders.has(each); each = dirname(each)) folders.add(each);
}

/** The time of change (`ctime`) is set by the system alone: a touch that hides itself shows in it. */
function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

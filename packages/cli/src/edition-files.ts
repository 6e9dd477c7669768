import { VFile } from 'vfile';

/** The same object for the same file, so that what was read from it before is found again. */
const known = new WeakMap<VFile, VFile>();

/** Where the ledger of an edition lies; that of a book without editions is in `releases/` itself. */
export function ledgerFolder(edition: string | undefined): string {
  return edition === undefined ? 'releases/' : `releases/${edition}/`;
}

/** The path of a file of the ledger as it lies on the disk, by its path in a book without editions. */
export function ledgerPath(path: string, edition: string | undefined): string {
  return path.replace(/^releases\//, ledgerFolder(edition));
}

/**
 * The files of a handbook as one of its editions sees them: it has a ledger of its own, and no other. The records
 * have the paths of those of a book without editions; messages show where they are (`shownPath`).
 */
export function editionFiles(files: readonly VFile[], edition: string | undefined): readonly VFile[] {
  if (edition === undefined) return files;
  const own = ledgerFolder(edition);
  return files.flatMap((file) => {
    if (!file.path.startsWith('releases/')) return [file];
    return file.path.startsWith(own) ? [renamed(file, `releases/${file.path.slice(own.length)}`)] : [];
  });
}

/** The path of a file as its reader knows it. */
export function shownPath(file: VFile): string {
  const { shownPath: shown } = file.data;
  return typeof shown === 'string' ? shown : file.path;
}

function renamed(file: VFile, path: string): VFile {
  const made = known.get(file) ?? new VFile({ path, value: file.value, data: { shownPath: file.path } });
  known.set(file, made);
  return made;
}

import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Where a built or published book lies on the disk. */
export interface TreeRoot {
  /** The web root of the book's IRI. */
  readonly top: string;
  /** The book's folder below it: `volume/<id>/`, or nothing for a book that is no volume. */
  readonly folder: string;
}

/**
 * Finds the book that a folder holds, by its manifest: in the folder itself, or in its one volume. The
 * folder of a volume in a published work is found from within. Several: the folders of all volumes.
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

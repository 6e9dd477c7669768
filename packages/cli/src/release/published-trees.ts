import { join } from 'node:path';
import { bookFolder, type Handbook, type Ledger } from '@octavo/core';
import { versionSegment } from '@octavo/core/ledger';
import type { PublishedRelease } from '@octavo/press/release';
import { readPublishedRelease } from '../disk/published-tree.ts';
import { namesIn } from '../disk/read-file.ts';

/**
 * Returns the releases of a handbook in the output folder, `latest` first, and in the folder of `--previous`,
 * each by what a user calls it.
 */
export async function publishedTrees(
  handbook: Pick<Handbook, 'id' | 'iri' | 'volume'>,
  out: string,
  previous: string | undefined,
): Promise<ReadonlyMap<string, PublishedRelease>> {
  const names = await namesIn(out);
  const folders = new Map([['latest', join(out, 'latest')]]);
  if (previous !== undefined) folders.set('the folder of --previous', previous);
  for (const name of names === 'file' ? [] : names)
    if (name !== 'latest') folders.set(`the folder ${name}`, join(out, name));
  const trees = new Map<string, PublishedRelease>();
  for (const [name, folder] of folders) {
    const tree = await readPublishedRelease(folder, bookFolder(handbook));
    if (tree?.id === handbook.id && tree.iri === handbook.iri) trees.set(name, tree);
  }
  return trees;
}

/**
 * Returns the folder of each release of a book, by version: the one below the first of the folders that holds it, or
 * where it would be below the first.
 */
export async function releaseFolders(
  handbook: Pick<Handbook, 'id' | 'iri' | 'volume'>,
  ledger: Ledger,
  [first, ...others]: readonly [string, ...string[]],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { version } of ledger) {
    const name = versionSegment(version);
    found.set(version, join(first, name));
    for (const folder of [first, ...others].map((out) => join(out, name)).reverse()) {
      const tree = await readPublishedRelease(folder, bookFolder(handbook));
      if (tree?.id === handbook.id && tree.iri === handbook.iri && tree.version === version)
        found.set(version, folder);
    }
  }
  return found;
}

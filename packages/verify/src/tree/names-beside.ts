import type { Handbook, Manifest } from '@octavo/core';
import { ownPlace } from '../expected/book-place.ts';
import { readText, type TreeFiles } from './tree-files.ts';

/**
 * What a page that offers the other formats says about them: the names of their files, and the titles of
 * formats from outside Octavo.
 */
export async function namesBeside(files: TreeFiles, handbook: Handbook): Promise<readonly string[]> {
  const own = ownPlace(handbook, '');
  const names = files.paths
    .filter((path) => path.startsWith(`${own}${handbook.id}.`))
    .map((path) => path.slice(own.length));
  const manifest = await readText(files, ownPlace(handbook, 'manifest.json'));
  return [
    ...names,
    ...othersIn(manifest).flatMap(({ title, file }) => [title, file.split('/').at(-1) ?? '']),
  ];
}

/** The formats of others that a manifest tells of; none of what is no manifest. */
export function othersIn(manifest: string | undefined): NonNullable<Manifest['others']> {
  try {
    const { others } = JSON.parse(manifest ?? '{}') as Partial<Manifest>;
    return Array.isArray(others) ? others : [];
  } catch {
    return [];
  }
}

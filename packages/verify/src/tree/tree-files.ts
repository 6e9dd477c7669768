import type { Tree } from '@octavo/core';

/** A built folder. */
export type TreeFiles = Tree;

/** Files that are in memory already, as a folder. */
export function treeOf(files: ReadonlyMap<string, Uint8Array> | TreeFiles): TreeFiles {
  if ('paths' in files) return files;
  return { paths: [...files.keys()], read: async (path) => files.get(path) };
}

/** The text of a file (UTF-8, ill-formed bytes replaced), or undefined when it is not there. */
export async function readText(files: TreeFiles, path: string): Promise<string | undefined> {
  const bytes = await files.read(path);
  return bytes && new TextDecoder().decode(bytes);
}

/** A built folder: the paths of its files from its top, with forward slashes, and their bytes when asked for. */
export interface TreeFiles {
  readonly paths: readonly string[];
  /** The bytes of a file, or undefined when there is none at the path. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

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

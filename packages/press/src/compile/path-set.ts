/** A set of file paths that can exist together on one disk, each with its owner. */
export interface PathSet<Owner> {
  readonly add: (path: string, owner: Owner) => void;
  /** Returns what the given path cannot exist beside: the same path, or a file where a folder has to be. */
  readonly clash: (path: string) => { readonly path: string; readonly owner: Owner } | undefined;
}

/** Makes an empty set that compares paths as a case-insensitive disk does. */
export function pathSet<Owner>(): PathSet<Owner> {
  type Claim = { readonly path: string; readonly owner: Owner };
  const files = new Map<string, Claim>();
  const folders = new Map<string, Claim>();
  return {
    add: (path, owner) => {
      files.set(folded(path), { path, owner });
      for (const folder of foldersOf(path)) folders.set(folder, { path, owner });
    },
    clash: (path) =>
      [folded(path), ...foldersOf(path)].map((one) => files.get(one)).find((one) => one !== undefined) ??
      folders.get(folded(path)),
  };
}

/** Returns `a` and `a/b` for `a/b/c`. */
function foldersOf(path: string): readonly string[] {
  const steps = folded(path).split('/').slice(0, -1);
  return steps.map((_step, at) => steps.slice(0, at + 1).join('/'));
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** Paths of files that are to stand beside each other, each with whose it is. */
export interface PathSet<Owner> {
  readonly add: (path: string, owner: Owner) => void;
  /** What another path cannot stand beside: the same one, or a file where a folder has to be. */
  readonly clash: (path: string) => { readonly path: string; readonly owner: Owner } | undefined;
}

/** An empty set of paths, as a disk sees them that knows no capitals. */
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

/** `a` and `a/b` of `a/b/c`. */
function foldersOf(path: string): readonly string[] {
  const steps = folded(path).split('/').slice(0, -1);
  return steps.map((_step, at) => steps.slice(0, at + 1).join('/'));
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

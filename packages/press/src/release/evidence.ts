/** What version control knows of a handbook's folder; paths are from the folder, with forward slashes. */
export interface Repository {
  /** Files that are not as committed: changed, new or gone. */
  readonly dirty: readonly string[];
  /** Of those, the handbook's that are no longer there. */
  readonly gone: ReadonlySet<string>;
  /** Not all of the history is here, so that it cannot be said which commit touched a file last. */
  readonly shallow: boolean;
  readonly tags: Tags;
  /** The last commit that touched the folder, `releases/` aside; undefined before a first one. */
  readonly commit: string | undefined;
  /** The last commit of each file that is as committed. */
  readonly commits: ReadonlyMap<string, string>;
}

/** The tags of a repository, and the releases that the ledger had at one of them. */
export interface Tags {
  readonly names: readonly string[];
  /** The tag by the name of a record: `1.1` of `releases/1.1.json`. The first of several tags. */
  readonly released: ReadonlyMap<string, string>;
}

/** A tree that was published: its checksums as written, and which of its files are not what they say. */
export interface PublishedTree {
  readonly sums: string;
  readonly damaged: readonly string[];
}

/** Which release a published folder is. */
export interface PublishedRelease {
  /** The handbook's. */
  readonly id: string;
  readonly iri: string;
  readonly version: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sums: string;
}

/** The lines of a SHA256SUMS: hash by path. */
export function parseSums(sums: string): ReadonlyMap<string, string> {
  const lines = sums.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** What version control knows about a handbook's folder; paths are from the folder, with forward slashes. */
export interface Repository {
  /** Files that differ from their commit: changed, new or deleted. */
  readonly dirty: readonly string[];
  /** The handbook's own files among those that no longer exist. */
  readonly gone: ReadonlySet<string>;
  /** Part of the history is missing, so that the last commit of a file is unknown. */
  readonly shallow: boolean;
  readonly tags: Tags;
  /** The last commit that touched the folder, ignoring `releases/`; undefined before the first one. */
  readonly commit: string | undefined;
  /** The last commit of each file whose content is as committed. */
  readonly commits: ReadonlyMap<string, string>;
}

/** The tags of a repository, and the releases that the ledger had at one of them. */
export interface Tags {
  readonly names: readonly string[];
  /** The tag for each record by name: `1.1` for `releases/1.1.json`. The first of several tags counts. */
  readonly released: ReadonlyMap<string, string>;
}

/** A published tree: its checksums as written, and the files that differ from them. */
export interface PublishedTree {
  readonly sums: string;
  readonly damaged: readonly string[];
}

/** Identifies the release in a published folder. */
export interface PublishedRelease {
  /** The id of the handbook. */
  readonly id: string;
  readonly iri: string;
  readonly version: string;
  /** SHA-256 of its SHA256SUMS. */
  readonly sums: string;
}

/** Parses the lines of a SHA256SUMS: returns hashes by path. */
export function parseSums(sums: string): ReadonlyMap<string, string> {
  const lines = sums.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

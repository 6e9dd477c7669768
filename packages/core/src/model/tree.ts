/** The files of a folder, built, published or in memory, by path from its top with forward slashes; bytes are read when they are asked for. */
export interface Tree {
  readonly paths: readonly string[];
  /** The bytes of a file, or undefined when there is none at the path. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

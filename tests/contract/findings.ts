import type { Handbook } from '@octavo/core';

/** What was read back from a format's output: entry numbers in order, and which numbers each links to. */
export interface Findings {
  readonly numbers: readonly string[];
  readonly links: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads the output of a format back, sharing no code with its compiler. */
export type Finder = (
  files: ReadonlyMap<string, Uint8Array>,
  handbook: Handbook,
) => Findings | Promise<Findings>;

/** The bytes of a file that must be there. */
export function fileOf(files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) throw new Error(`there is no ${path} among ${files.size} files`);
  return bytes;
}

/** The text of a file that must be there. */
export function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  return new TextDecoder().decode(fileOf(files, path));
}

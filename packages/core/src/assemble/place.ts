import type { VFile } from 'vfile';
import type { KeyPath, ParsedYaml } from '../read/parse-yaml.ts';

/** Where each file's keys stand: what a rule needs to point at the value it blames. */
export interface SourceMap {
  readonly file: (path: string) => VFile | undefined;
  /** The place of a value in the YAML (or front matter) of a file; its first line when unknown. */
  readonly locate: (path: string, keys: KeyPath) => { line: number; column: number };
}

/** Joins the files and their parsed YAML, where they have any, into one look-up. */
export function sourceMap(
  sources: Iterable<{ readonly file: VFile; readonly yaml?: ParsedYaml }>,
): SourceMap {
  const byPath = new Map([...sources].map((source) => [source.file.path, source]));
  return {
    file: (path) => byPath.get(path)?.file,
    locate: (path, keys) => byPath.get(path)?.yaml?.locate(keys) ?? { line: 1, column: 1 },
  };
}

import { VFile } from 'vfile';
import { type KeyPath, type ParsedYaml, parseYaml } from '../read/parse-yaml.ts';

/** Where each file's keys stand: what a rule needs to point at the value it blames. */
export interface SourceMap {
  readonly file: (path: string) => VFile | undefined;
  /** The place of a value in the YAML (or front matter) of a file, or in JSON; its first line when unknown. */
  readonly locate: (path: string, keys: KeyPath) => { line: number; column: number };
  /** The place of a key itself. */
  readonly locateKey: (path: string, keys: KeyPath) => { line: number; column: number };
}

/**
 * Joins all files, by path, and the YAML of those that are parsed into one look-up. A JSON file, such as a
 * record of the ledger, is parsed for its places (JSON is YAML) when one of them is asked for.
 */
export function sourceMap(
  files: ReadonlyMap<string, VFile>,
  sources: Iterable<{ readonly file: VFile; readonly yaml?: ParsedYaml }> = [],
): SourceMap {
  const parsed = new Map([...sources].map(({ file, yaml }) => [file.path, yaml]));
  const parse = (path: string) => {
    const file = files.get(path);
    if (file && path.endsWith('.json') && !parsed.has(path))
      parsed.set(path, parseYaml(new VFile(), String(file)));
    return parsed.get(path);
  };
  return {
    file: (path) => files.get(path),
    locate: (path, keys) => parse(path)?.locate(keys) ?? { line: 1, column: 1 },
    locateKey: (path, keys) => parse(path)?.locateKey(keys) ?? { line: 1, column: 1 },
  };
}

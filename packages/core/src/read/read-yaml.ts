import type { VFile } from 'vfile';
import { decode } from './decode.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import type { SchemaName } from './schema.ts';
import { validateData } from './validate-data.ts';

/** A YAML file, read and held against its schema. */
export interface YamlSource<Data> {
  readonly file: VFile;
  /** Only the top-level keys that were right. */
  readonly data: Partial<Data>;
  readonly yaml: ParsedYaml;
}

/** Reads a YAML file. Reports what is wrong; returns undefined when it is no YAML at all. */
export function readYaml<Data>(file: VFile, schema: SchemaName): YamlSource<Data> | undefined {
  const text = decode(file);
  const yaml = text === undefined ? undefined : parseYaml(file, text);
  return yaml && { file, data: validateData(file, schema, yaml) as Partial<Data>, yaml };
}

import type { VFile } from 'vfile';
import { report } from '../message/report.ts';
import { decode } from './decode.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';
import type { SchemaName } from './schema-name.ts';
import { validateData } from './validate-data.ts';

/** The longest YAML file, in UTF-16 units: enough for a glossary of 20,000 terms. */
const MAX_LENGTH = 5_000_000;

/** A YAML file, read and validated against its schema. */
export interface YamlSource<Data> {
  readonly file: VFile;
  /** Only the top-level keys that were right. */
  readonly data: Partial<Data>;
  readonly yaml: ParsedYaml;
}

/** Reads a YAML file. Reports what is wrong; returns undefined when it is no YAML at all. */
export function readYaml<Data>(file: VFile, schema: SchemaName): YamlSource<Data> | undefined {
  const text = decode(file);
  if (text !== undefined && text.length > MAX_LENGTH) {
    report(file, 'nesting-bounded', {
      reason: `the file holds ${(text.length / 1_000_000).toFixed(1)} million characters, more than 5 million`,
      note: 'Split the handbook.',
    });
    return undefined;
  }
  const yaml = text === undefined ? undefined : parseYaml(file, text);
  return yaml && { file, data: validateData(file, schema, yaml) as Partial<Data>, yaml };
}

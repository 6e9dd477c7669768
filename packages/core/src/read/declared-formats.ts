import type { ErrorObject } from 'ajv/dist/2020.js';
import type { HandbookSource } from '../model/source.generated.ts';
import type { KeyPath } from './parse-yaml.ts';
import type { YamlSource } from './read-yaml.ts';
import { reportSchemaErrors } from './validate-data.ts';

/** A format that handbook.yaml asks for. */
export interface DeclaredFormat {
  /** A format's name, a module's path from the handbook's folder, or a package. */
  readonly use: string;
  /** Its own options, not yet validated; undefined when none are given. */
  readonly own: unknown;
  readonly place: { readonly line: number; readonly column: number };
  /** Adds faults in its options, given as ajv's errors for its schema, to the messages of handbook.yaml. */
  readonly reportOptions: (errors: readonly { readonly keyword: string }[]) => void;
}

/** Returns the formats that `formats:` in handbook.yaml names; none when the key is missing or wrong. */
export function declaredFormats(source: YamlSource<HandbookSource> | undefined): readonly DeclaredFormat[] {
  if (!source) return [];
  const { file, data, yaml } = source;
  const items = (data.formats ?? []) as readonly (
    | string
    | { readonly use: string; readonly options?: unknown }
  )[];
  return items.map((item, at) => {
    const { use, options: own } = typeof item === 'string' ? { use: item, options: undefined } : item;
    const within = (path: KeyPath): KeyPath => ['formats', at, 'options', ...path];
    const places = {
      locate: (path: KeyPath) => yaml.locate(within(path)),
      locateKey: (path: KeyPath) => yaml.locateKey(within(path)),
    };
    return {
      use,
      own,
      place: yaml.locate(['formats', at]),
      reportOptions: (errors) => void reportSchemaErrors(file, errors as readonly ErrorObject[], own, places),
    };
  });
}

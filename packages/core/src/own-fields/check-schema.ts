import { didYouMean } from '../message/nearest.ts';
import { report } from '../message/report.ts';
import { partOf } from '../model/map-strings.ts';
import type { TypesSource } from '../model/source.generated.ts';
import type { KeyPath } from '../read/parse-yaml.ts';
import type { YamlSource } from '../read/read-yaml.ts';
import { reportSchemaErrors } from '../read/validate-data.ts';
import { ownErrors } from './own-errors.ts';
import { FORMATS, type SchemaTools } from './schema-tools.ts';
import { typedSchema } from './typed-schema.ts';

/** Keywords that lead out of a schema or to another place in it: a field has none. */
const LEADING = [
  '$ref',
  '$dynamicRef',
  '$id',
  '$schema',
  '$anchor',
  '$dynamicAnchor',
  '$vocabulary',
  '$defs',
];
/** Keywords whose keys are names of the writer's own, with a schema each. */
const NAMED = ['properties', 'patternProperties', 'dependentSchemas'];
/** Keywords whose values are data or names. */
const DATA = ['enum', 'const', 'default', 'examples', 'required', 'dependentRequired'];
const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];
/** How deep the schema of a field may nest. */
const DEEPEST = 10;

interface SchemaFault {
  readonly keys: KeyPath;
  readonly reason: string;
  readonly note: string;
}

/**
 * Reports what is wrong with the schema of a field: what leads out of it, unknown words, patterns that may take
 * too long (`types-sound`), and what the meta-schema of JSON Schema refuses (`schema-valid`).
 */
export function checkSchema(
  { data, file, yaml }: YamlSource<TypesSource>,
  field: string,
  schema: object,
  tools: SchemaTools,
): void {
  const path = ['fields', field, 'schema'];
  const faults = [...faultsIn(schema, path, tools, 0)];
  for (const { keys, reason, note } of faults)
    report(file, 'types-sound', { reason, note, place: yaml.locateKey(keys) });
  if (faults.length > 0) return;
  const typed = typedSchema(partOf(schema as never));
  const errors = ownErrors(tools.schemaErrors(typed));
  const placed = errors.map((error) => ({
    ...error,
    instancePath: `/${path.join('/')}${error.instancePath}`,
  }));
  reportSchemaErrors(file, placed, data, yaml);
  if (errors.length > 0) return;
  try {
    tools.compile(typed);
  } catch (error) {
    const reason = `this schema cannot be used: ${error instanceof Error ? error.message : String(error)}`;
    report(file, 'types-sound', {
      reason,
      place: yaml.locate(path),
      note: 'See json-schema.org, draft 2020-12.',
    });
  }
}

function* faultsIn(
  schema: unknown,
  path: KeyPath,
  tools: SchemaTools,
  depth: number,
): Generator<SchemaFault, void> {
  if (typeof schema !== 'object' || schema === null) return;
  if (depth > DEEPEST) {
    const reason = `the schema nests more than ${DEEPEST} deep`;
    yield { keys: path, reason, note: 'Flatten it.' };
    return;
  }
  const inner = (part: unknown, ...keys: KeyPath) => faultsIn(part, [...path, ...keys], tools, depth + 1);
  for (const [key, value] of Object.entries(schema)) {
    yield* keywordFaults(key, value, [...path, key], tools);
    if (Array.isArray(value) && !DATA.includes(key))
      for (const [at, part] of value.entries()) yield* inner(part, key, at);
    else if (NAMED.includes(key)) for (const name of Object.keys(value)) yield* inner(value[name], key, name);
    else if (!DATA.includes(key)) yield* inner(value, key);
  }
}

function* keywordFaults(
  key: string,
  value: unknown,
  keys: KeyPath,
  { keywords, patternFault }: SchemaTools,
): Generator<SchemaFault, void> {
  if (LEADING.includes(key)) {
    const reason = `the schema of a field cannot have "${key}"`;
    yield { keys, reason, note: 'Write the schema out where it is used.' };
  } else if (!keywords.has(key)) {
    const reason = `"${key}" is no keyword of JSON Schema${hintOf(key, [...keywords])}`;
    yield { keys, reason, note: 'Correct it, or remove it.' };
  }
  const patterns = key === 'patternProperties' ? Object.keys(value ?? {}) : key === 'pattern' ? [value] : [];
  for (const pattern of patterns) {
    const fault = typeof pattern === 'string' ? patternFault(pattern) : undefined;
    const note = 'Write it without repetitions in repetitions, look-ahead and back-references.';
    if (fault !== undefined) yield { keys, reason: `the pattern cannot be used: ${fault}`, note };
  }
  for (const [name, known] of [
    ['format', Object.keys(FORMATS)],
    ['type', TYPES],
  ] as const) {
    for (const one of key === name ? [value].flat() : [])
      if (typeof one === 'string' && !known.includes(one))
        yield {
          keys,
          reason: `no ${name} "${one}"${hintOf(one, known)}`,
          note: `There are ${known.join(', ')}.`,
        };
  }
}

function hintOf(word: string, known: readonly string[]): string {
  return didYouMean(word, known, (found) => `"${found}"`);
}

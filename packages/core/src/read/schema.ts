import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { entry, glossary, handbook, page, topics } from './validators.generated.js';

/** The source files that have a schema, by name: ajv's code for `schemas/<name>.schema.json`, made beforehand. */
const VALIDATORS: Readonly<Record<SchemaName, ValidateFunction>> = { handbook, entry, page, topics, glossary };

export type SchemaName = 'handbook' | 'entry' | 'page' | 'topics' | 'glossary';

/** The errors of a value against a schema of the source format (JSON Schema 2020-12); empty when it is valid. */
export function schemaErrors(name: SchemaName, value: unknown): readonly ErrorObject[] {
  const validate = VALIDATORS[name];
  return validate(value) ? [] : (validate.errors ?? []);
}

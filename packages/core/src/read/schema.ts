import type { ErrorObject } from 'ajv/dist/2020.js';
import type { SchemaName } from './schema-name.ts';
import { VALIDATORS } from './validators.generated.js';

/** The errors of a value against a schema of the source format (JSON Schema 2020-12); empty when it is valid. */
export function schemaErrors(name: SchemaName, value: unknown): readonly ErrorObject[] {
  const validate = VALIDATORS[name];
  return validate(value) ? [] : (validate.errors ?? []);
}

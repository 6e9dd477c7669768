import type { ErrorObject } from 'ajv/dist/2020.js';
import { VALIDATORS } from './validators.generated.js';

/** What is written by hand or by approvers and has a schema. */
export type SchemaName = keyof typeof VALIDATORS;

/** The errors of a value against a schema of the source format (JSON Schema 2020-12); empty when it is valid. */
export function schemaErrors(name: SchemaName, value: unknown): readonly ErrorObject[] {
  const validate = VALIDATORS[name];
  return validate(value) ? [] : (validate.errors ?? []);
}

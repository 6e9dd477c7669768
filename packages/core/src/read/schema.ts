import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { SchemaName } from './schema-name.ts';
import { approval, entry, glossary, handbook, inventory, page, topics } from './validators.generated.js';

/** What is written by hand or by approvers and has a schema, by name: ajv's code for `schemas/<name>.schema.json`, made beforehand. */
const VALIDATORS: Readonly<Record<SchemaName, ValidateFunction>> = {
  handbook,
  entry,
  page,
  topics,
  glossary,
  approval,
  inventory,
};

/** The errors of a value against a schema of the source format (JSON Schema 2020-12); empty when it is valid. */
export function schemaErrors(name: SchemaName, value: unknown): readonly ErrorObject[] {
  const validate = VALIDATORS[name];
  return validate(value) ? [] : (validate.errors ?? []);
}

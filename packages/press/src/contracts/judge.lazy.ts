import type { ValidateFunction } from 'ajv/dist/2020.js';
import { VALIDATORS } from './validators.generated.js';

const validators: ReadonlyMap<string, ValidateFunction> = new Map(Object.entries(VALIDATORS));

/** The names of all documents that have a schema here. */
export function judgedNames(): readonly string[] {
  return [...validators.keys()];
}

/**
 * Says what is wrong with a document against the named schema, or returns undefined. A document of ours that
 * breaks its own contract is a bug.
 */
export function schemaFault(name: string, value: unknown): string | undefined {
  const validate = validators.get(name);
  if (!validate) throw new Error(`there is no schema "${name}"`);
  if (validate(value)) return undefined;
  return (validate.errors ?? [])
    .slice(0, 3)
    .map(({ instancePath, message }) => `data${instancePath} ${message}`)
    .join(', ');
}

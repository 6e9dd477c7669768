import approvalSchema from '@octavo/schemas/approval.schema.json' with { type: 'json' };
import entrySchema from '@octavo/schemas/entry.schema.json' with { type: 'json' };
import glossarySchema from '@octavo/schemas/glossary.schema.json' with { type: 'json' };
import handbookSchema from '@octavo/schemas/handbook.schema.json' with { type: 'json' };
import inventorySchema from '@octavo/schemas/inventory.schema.json' with { type: 'json' };
import pageSchema from '@octavo/schemas/page.schema.json' with { type: 'json' };
import topicsSchema from '@octavo/schemas/topics.schema.json' with { type: 'json' };
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

/** What is written by hand or by approvers and has a schema, by name. */
const SCHEMAS: Readonly<Record<SchemaName, object>> = {
  handbook: handbookSchema,
  entry: entrySchema,
  page: pageSchema,
  topics: topicsSchema,
  glossary: glossarySchema,
  approval: approvalSchema,
  inventory: inventorySchema,
};

export type SchemaName = 'handbook' | 'entry' | 'page' | 'topics' | 'glossary' | 'approval' | 'inventory';

const validators = new Map<SchemaName, ValidateFunction>();

/** The errors of a value against a schema of the source format (JSON Schema 2020-12); empty when it is valid. */
export function schemaErrors(name: SchemaName, value: unknown): readonly ErrorObject[] {
  let validate = validators.get(name);
  if (!validate) {
    validate = new Ajv2020({ allErrors: true, verbose: true, strict: true, allowUnionTypes: true }).compile(
      SCHEMAS[name],
    );
    validators.set(name, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []);
}

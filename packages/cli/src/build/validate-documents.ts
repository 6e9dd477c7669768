import type { Handbook, Manifest } from '@octavo/core';
import documentSchema from '@octavo/schemas/handbook-document.schema.json' with { type: 'json' };
import manifestSchema from '@octavo/schemas/manifest.schema.json' with { type: 'json' };
import { Ajv2020 } from 'ajv/dist/2020.js';

/** Holds what the CLI writes against its schemas. Throws: a document of ours that breaks its own contract is a bug. */
export function validateDocuments({
  handbook,
  manifest,
}: {
  readonly handbook: Handbook;
  readonly manifest: Manifest;
}): void {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  for (const [name, schema, value] of [
    ['handbook.json', documentSchema, handbook],
    ['manifest.json', manifestSchema, manifest],
  ] as const) {
    if (ajv.validate(schema, value)) continue;
    throw new Error(`${name} breaks its schema: ${ajv.errorsText(ajv.errors?.slice(0, 3))}`);
  }
}

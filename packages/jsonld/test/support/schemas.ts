import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const FOLDER = dirname(fileURLToPath(import.meta.resolve('@octavo/schemas/package.json')));
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
for (const name of readdirSync(FOLDER)) {
  if (/^(jsonld-.*|ledger)\.schema\.json$/.test(name))
    ajv.addSchema(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
}

/** The validator of `schemas/<name>.schema.json`. */
export function schema(name: string): ValidateFunction {
  const validate = ajv.getSchema(`https://octavo.dev/schemas/${name}.schema.json`);
  if (!validate) throw new Error(`No schema ${name}`);
  return validate as ValidateFunction;
}

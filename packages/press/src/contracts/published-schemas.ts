import { createRequire } from 'node:module';
import { entrySchema, type Handbook, type OutputFile } from '@octavo/core';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { VALIDATORS } from './validators.generated.js';

/** Documents that are made for whoever makes the book, and are in no tree. */
const OURS: ReadonlySet<string> = new Set(['report', 'run']);

/** The names of the schemas (`schemas/<name>.schema.json`) of the documents that Octavo publishes. */
const PUBLISHED: readonly string[] = Object.keys(VALIDATORS).filter((name) => !OURS.has(name));

const validators: ReadonlyMap<string, ValidateFunction> = new Map(Object.entries(VALIDATORS));

const require = createRequire(import.meta.url);
const load = (name: string) => require(`@octavo/schemas/${name}.schema.json`) as object;

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

/** Throws when a document breaks its schema. */
export function holdToSchema(path: string, name: string, value: unknown): void {
  const fault = schemaFault(name, value);
  if (fault !== undefined) throw new Error(`${path} breaks its schema: ${fault}`);
}

/** The schemas as files of the output, so that a consumer can hold us to them. */
export function schemaFiles(): readonly OutputFile[] {
  return PUBLISHED.map((name) => schemaFile(name, load(name)));
}

/** The schema of what the entries of a book with own types may say of themselves; none for any other book. */
export function entrySchemaFile({ types, chapters }: Handbook): readonly OutputFile[] {
  return types ? [schemaFile('entry', entrySchema(types, chapters.length))] : [];
}

function schemaFile(name: string, schema: object): OutputFile {
  return {
    path: `schemas/${name}.schema.json`,
    mediaType: 'application/schema+json',
    content: new TextEncoder().encode(`${JSON.stringify(schema, null, 2)}\n`),
  };
}

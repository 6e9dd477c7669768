import { createRequire } from 'node:module';
import { entrySchema, type Handbook, type OutputFile } from '@octavo/core';
import { judgedNames, schemaFault } from './judge.lazy.ts';

export { schemaFault };

/** Documents that are made for whoever makes the book, and are in no tree. */
const OURS: ReadonlySet<string> = new Set(['report', 'run']);

const require = createRequire(import.meta.url);
const load = (name: string) => require(`@octavo/schemas/${name}.schema.json`) as object;

/** Throws when a document breaks its schema. */
export function holdToSchema(path: string, name: string, value: unknown): void {
  const fault = schemaFault(name, value);
  if (fault !== undefined) throw new Error(`${path} breaks its schema: ${fault}`);
}

/** The schemas (`schemas/<name>.schema.json`) of what Octavo publishes as files of the output, so that a consumer can hold us to them. */
export function schemaFiles(): readonly OutputFile[] {
  return judgedNames()
    .filter((name) => !OURS.has(name))
    .map((name) => schemaFile(name, load(name)));
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

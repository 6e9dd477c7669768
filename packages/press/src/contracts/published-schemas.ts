import { createRequire } from 'node:module';
import type { OutputFile } from '@octavo/core';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import * as validators from './validators.generated.js';

/** The contract of every document we publish, by name (`schemas/<name>.schema.json`). */
export const PUBLISHED: readonly string[] = [
  'changes',
  'handbook-document',
  'inventory',
  'jsonld-chapter',
  'jsonld-entry',
  'jsonld-feed-index',
  'jsonld-feed-page',
  'jsonld-glossary',
  'jsonld-handbook',
  'jsonld-nodes',
  'jsonld-page',
  'jsonld-release',
  'jsonld-snapshot',
  'jsonld-topic',
  'jsonld-topics',
  'ledger',
  'ledger-text',
  'manifest',
  'pages',
  'parity',
  'work',
];

const VALIDATORS: ReadonlyMap<string, ValidateFunction> = new Map(Object.entries(validators));

const require = createRequire(import.meta.url);
const load = (name: string) => require(`@octavo/schemas/${name}.schema.json`) as object;

/** `jsonld-feed-page` is the validator `jsonldFeedPage`, ajv's code for the schema, made beforehand. */
export function validatorName(name: string): string {
  return name.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

/**
 * What is wrong with a document against the schema of the given name, or undefined. A document of
 * ours that breaks its own contract is a bug.
 */
export function schemaFault(name: string, value: unknown): string | undefined {
  const validate = VALIDATORS.get(validatorName(name));
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
  return PUBLISHED.map((name) => ({
    path: `schemas/${name}.schema.json`,
    mediaType: 'application/schema+json',
    content: new TextEncoder().encode(`${JSON.stringify(load(name), null, 2)}\n`),
  }));
}

import type { JsonValue } from '../model/compile.ts';
import type { Schema } from './schema-walk.ts';

const MEASURES: readonly (readonly [keyword: string, measure: (value: JsonValue) => number | undefined])[] = [
  ['minLength', lengthOf],
  ['maxLength', lengthOf],
  ['minimum', (value) => (typeof value === 'number' ? value : undefined)],
  ['maximum', (value) => (typeof value === 'number' ? value : undefined)],
  ['minItems', (value) => (Array.isArray(value) ? value.length : undefined)],
  ['maxItems', (value) => (Array.isArray(value) ? value.length : undefined)],
];

/** The keyword on whose bound a value lies (JSON Schema 2020-12, Validation 6.2 to 6.4). */
export function edgeOf(schema: Schema, value: JsonValue): string | undefined {
  return MEASURES.find(
    ([keyword, measure]) => schema[keyword] !== undefined && measure(value) === schema[keyword],
  )?.[0];
}

function lengthOf(value: JsonValue): number | undefined {
  return typeof value === 'string' ? [...value].length : undefined;
}

import type { JsonValue } from '../model/compile.ts';
import { itemSchema, partOf } from '../model/map-strings.ts';
import type { OwnField } from '../model/own-types.ts';

/** Keywords whose schemas are about the same value. */
const SAME = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'];

/**
 * A schema whose values are of its type: YAML is read as text, and a constant becomes a number where the schema, or
 * the one that it is a choice of, is about numbers.
 */
export function typedSchema(schema: OwnField['schema'], above?: JsonValue): OwnField['schema'] {
  const type = schema.type ?? above;
  const typed = (value: JsonValue): JsonValue => numberIf(type, value);
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]): [string, JsonValue] => {
      if (key === 'enum' && Array.isArray(value)) return [key, value.map(typed)];
      if (key === 'const') return [key, typed(value)];
      if (key === 'properties')
        return [key, mapValues(partOf(value), (part) => (isSchema(part) ? typedSchema(part) : part))];
      const below = SAME.includes(key) ? type : key === 'contains' ? partOf(schema.items).type : undefined;
      if (Array.isArray(value))
        return [key, value.map((part: JsonValue) => (isSchema(part) ? typedSchema(part, below) : part))];
      return [key, isSchema(value) ? typedSchema(value, below) : value];
    }),
  );
}

/**
 * A value of front matter as its schema has it: text becomes a number where the schema, or what it is a choice of, is
 * about numbers and not about text.
 */
export function typedValue(schema: OwnField['schema'], value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) {
    const types = typesIn(schema);
    return types.includes('string') ? value : numberIf(types, value);
  }
  if (Array.isArray(value))
    return value.map((item: JsonValue, at) => typedValue(itemSchema(schema, at), item));
  const properties = partOf(schema.properties);
  return mapValues(partOf(value), (item, key) => typedValue(partOf(properties[key]), item));
}

function typesIn(schema: OwnField['schema']): JsonValue[] {
  const parts = ['allOf', 'anyOf', 'oneOf'].flatMap((key) => schema[key] ?? []);
  return [
    ...[schema.type ?? []].flat(),
    ...parts.flatMap((part) => typesIn(partOf(part as JsonValue))),
  ] as JsonValue[];
}

/** A text that is a number, where the type is that of numbers. */
export function numberIf(type: JsonValue | undefined, value: JsonValue): JsonValue {
  const isNumeric = [type].flat().some((one) => one === 'number' || one === 'integer');
  return isNumeric && typeof value === 'string' && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value)
    ? Number(value)
    : value;
}

function isSchema(value: JsonValue): value is OwnField['schema'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(
  object: OwnField['schema'],
  map: (value: JsonValue, key: string) => JsonValue,
): OwnField['schema'] {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value, key)]));
}

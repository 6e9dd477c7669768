import type { JsonValue } from './compile.ts';
import type { OwnField } from './own-types.ts';

/** A part of a schema that is a schema, such as `items`; an empty one, which says nothing, where there is none. */
export function partOf(schema: JsonValue | undefined): OwnField['schema'] {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
    ? (schema as OwnField['schema'])
    : {};
}

/** The schema of an item of a list: that of its place, or of all others (JSON Schema 2020-12, Core 10.3.1). */
export function itemSchema({ prefixItems, items }: OwnField['schema'], at: number): OwnField['schema'] {
  return partOf(Array.isArray(prefixItems) && at < prefixItems.length ? prefixItems[at] : items);
}

/** A value with every text in it mapped, by the `format` that the schema gives it. */
export function mapStrings(
  schema: OwnField['schema'],
  value: JsonValue,
  map: (format: string | undefined, text: string) => string,
): JsonValue {
  if (typeof value === 'string')
    return map(typeof schema.format === 'string' ? schema.format : undefined, value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((item: JsonValue, at) => mapStrings(itemSchema(schema, at), item, map));
  const properties = partOf(schema.properties);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(partOf(properties[key]), item, map)]),
  );
}

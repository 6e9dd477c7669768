import type { JsonValue } from '../model/compile.ts';
import type { OwnField } from '../model/own-types.ts';

/** A part of a schema that is a schema, such as `items`; an empty one, which says nothing, where there is none. */
export function partOf(schema: JsonValue | undefined): OwnField['schema'] {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema)
    ? (schema as OwnField['schema'])
    : {};
}

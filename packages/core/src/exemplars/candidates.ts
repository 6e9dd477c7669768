import type { JsonValue } from '../model/compile.ts';
import { partOf } from '../model/map-strings.ts';
import { typedValue } from '../own-fields/typed-schema.ts';
import { listCandidates } from './list-candidates.ts';
import { numberCandidates } from './number-candidates.ts';
import { objectCandidates } from './object-candidates.ts';
import type { Schema, World } from './schema-walk.ts';
import { textCandidates } from './text-candidates.ts';

/** Deeper parts of a schema have no candidates of their own. */
const DEEPEST = 4;
const MOST = 120;

/**
 * Values to try with a schema, in an order in which a typical one stands first: its examples and constants, values on
 * both sides of every bound, and values of other types. Which are valid is for a validator to say.
 */
export function candidates(schema: Schema, world: World, depth = 0): readonly JsonValue[] {
  const given = [schema.examples, schema.default === undefined ? [] : [schema.default]]
    .flat()
    .flatMap((value) => (value === undefined ? [] : [typedValue(schema, value as JsonValue)]));
  const constants = constantsOf(schema);
  if (constants) return distinct([...given, ...constants, 'none of these']);
  const choices = ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => partsOf(schema[keyword]));
  const conditional = ['then', 'else', 'not'].flatMap((keyword) =>
    schema[keyword] ? [partOf(schema[keyword])] : [],
  );
  const within = { isValid: world.isValid, inner: (part: Schema) => candidates(part, world, depth + 1) };
  const made = typesOf(schema).flatMap((type) => {
    if (depth > DEEPEST) return [];
    if (type === 'object') return objectCandidates(schema, within);
    if (type === 'array') return listCandidates(schema, within);
    if (type === 'number' || type === 'integer') return numberCandidates(schema, type);
    if (type === 'boolean') return [true, false, 'perhaps'];
    return type === 'null' ? [null] : textCandidates(schema, world);
  });
  const nested = [...choices, ...conditional].flatMap((choice) =>
    candidates({ ...schema, oneOf: [], anyOf: [], allOf: [], ...choice }, world, depth + 1),
  );
  return distinct([...given, ...made, ...nested]).slice(0, MOST);
}

/** The values that a schema lists, plain or as a choice of constants. */
function constantsOf({ const: only, enum: listed, oneOf, anyOf }: Schema): readonly JsonValue[] | undefined {
  if (only !== undefined) return [only];
  if (Array.isArray(listed)) return listed;
  const choices = partsOf(oneOf ?? anyOf);
  const values = choices.flatMap((choice) => (choice.const === undefined ? [] : [choice.const]));
  return choices.length > 0 && values.length === choices.length ? values : undefined;
}

function typesOf(schema: Schema): readonly string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.map(String);
  if (schema.properties) return ['object'];
  if (schema.items || schema.prefixItems) return ['array'];
  return schema.minimum !== undefined || schema.maximum !== undefined ? ['number'] : ['string'];
}

function partsOf(value: JsonValue | undefined): readonly Schema[] {
  return Array.isArray(value) ? value.map(partOf) : [];
}

/** Values, each once. */
export function distinct(values: readonly JsonValue[]): readonly JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

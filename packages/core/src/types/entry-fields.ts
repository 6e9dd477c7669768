import type { ErrorObject } from 'ajv/dist/2020.js';
import type { JsonValue } from '../model/compile.ts';
import { digest } from '../model/digest.ts';
import { DEFAULT_TYPE, type OwnField, type OwnTypes } from '../model/own-types.ts';
import type { HandbookSource, TypesSource } from '../model/source.generated.ts';
import { ENTRY_KEYS } from './check-types.ts';
import { ownErrors } from './own-errors.ts';
import { fieldSet, resolveTypes } from './resolve-types.ts';
import { numberIf, partOf } from './schema-part.ts';
import type { SchemaTools } from './schema-tools.ts';

/** What the front matter of the entries of one chapter may hold beside Octavo's own keys. */
export interface FieldRules {
  /** Stands for everything that decides, in the key of a cache. */
  readonly key: string;
  /** The names of all fields of the book. */
  readonly names: ReadonlySet<string>;
  /** The errors of front matter: those of Octavo's own schema, which knows no own field, and those of the fields. */
  readonly errors: (value: object, own: readonly ErrorObject[]) => readonly ErrorObject[];
  /** The value of a field: YAML is read as text, and becomes a number where the schema asks for one. */
  readonly typed: (name: string, value: JsonValue) => JsonValue;
}

/** The rules for the front matter of each chapter. */
export function fieldRules(
  source: Partial<TypesSource>,
  book: Partial<HandbookSource>,
  { compile }: SchemaTools,
): (chapter: string) => FieldRules {
  const types = resolveTypes(source);
  const state = digest(source);
  const made = new Map<string, FieldRules>();
  return (chapter) => {
    const demanded = demandedIn(chapter, book).filter((name) => source.mixins?.[name]);
    const key = digest([state, demanded]);
    const known = made.get(key);
    if (known) return known;
    const validators = new Map(
      types.types.map(({ name }) => [name, compile(frontMatterSchema(name, types, demanded, source))]),
    );
    const names = types.types.map(({ name }) => name);
    const ofNoType = compile({ properties: { type: { enum: names } } });
    const schemas = new Map(types.fields.map(({ name, schema }) => [name, schema]));
    const typed: FieldRules['typed'] = (name, value) => numbersIn(schemas.get(name) ?? {}, value);
    const errors: FieldRules['errors'] = (value, own) => {
      const given = value as Readonly<Record<string, JsonValue>>;
      const type = given.type ?? DEFAULT_TYPE;
      const validate = typeof type === 'string' ? validators.get(type) : undefined;
      const settled = Object.entries(given).map(([name, one]) => [name, typed(name, one)]);
      const found = (validate ?? ofNoType)(Object.fromEntries(settled));
      return [...own.filter(isKnownKey), ...ownErrors(found)];
    };
    const rules = { key, names: new Set(schemas.keys()), errors, typed };
    made.set(key, rules);
    return rules;
  };
}

/** The mixins that the book, the part and the chapter demand of every entry in the chapter. */
export function demandedIn(
  chapter: string,
  { requires = [], parts, chapters }: Partial<HandbookSource>,
): readonly string[] {
  const part = parts?.find((one) => one.chapters.includes(chapter));
  const own = chapters?.find(({ id }) => id === chapter);
  return [...new Set([...requires, ...(part?.requires ?? []), ...(own?.requires ?? [])])];
}

/**
 * The JSON Schema of the front matter of a type's entries, as far as it goes beyond Octavo's own keys: they
 * are named, so that a misspelled one finds its nearest among all keys.
 */
export function frontMatterSchema(
  type: string,
  types: OwnTypes,
  demanded: readonly string[],
  source: Partial<TypesSource>,
): object {
  const own = types.types.find(({ name }) => name === type);
  const sets = demanded.map((name) => fieldSet(source.mixins?.[name] ?? {}, source));
  const admitted = new Set([...(own?.fields ?? []), ...sets.flatMap(({ fields }) => fields)]);
  // A mixin that requires nothing of itself demands all that it has.
  const required = sets.flatMap((set) => (set.required.length > 0 ? set.required : set.fields));
  return {
    type: 'object',
    additionalProperties: false,
    required: [...new Set([...(own?.required ?? []), ...required])],
    properties: Object.fromEntries([
      ...Object.keys(ENTRY_KEYS).map((key) => [key, true] as const),
      ...types.fields
        .filter(({ name }) => admitted.has(name))
        .map(({ name, schema, description }) => [
          name,
          { ...(description === undefined ? {} : { description }), ...schema },
        ]),
    ]),
  };
}

/** The own fields decide on a key that Octavo's own schema does not know. */
function isKnownKey({ keyword, instancePath }: ErrorObject): boolean {
  return keyword !== 'additionalProperties' || instancePath !== '';
}

/** Front matter whose types.yaml has errors of its own is held to nothing beside Octavo's keys. */
export function unheld(source: Partial<TypesSource>): FieldRules {
  return {
    key: 'unheld',
    names: new Set(Object.keys(source.fields ?? {})),
    errors: (_value, own) => own.filter(isKnownKey),
    typed: (_name, value) => value,
  };
}

function numbersIn(schema: OwnField['schema'], value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return numberIf(schema.type, value);
  if (Array.isArray(value)) return value.map((item: JsonValue) => numbersIn(partOf(schema.items), item));
  const properties = partOf(schema.properties);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, numbersIn(partOf(properties[key]), item)]),
  );
}

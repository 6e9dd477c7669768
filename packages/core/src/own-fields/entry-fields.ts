import type { ErrorObject } from 'ajv/dist/2020.js';
import type { JsonValue } from '../model/compile.ts';
import { digest } from '../model/digest.ts';
import { DEFAULT_TYPE, type OwnTypes } from '../model/own-types.ts';
import { frontMatterSchema, NAMED_ALONE } from './front-matter-schema.ts';
import { ownErrors } from './own-errors.ts';
import type { SchemaTools } from './schema-tools.ts';
import { typedValue } from './typed-schema.ts';

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

/** The rules for the front matter of each chapter. `declared`: there is a types.yaml, and a type that it lacks is an error here. */
export function fieldRules(
  types: OwnTypes,
  { compile }: SchemaTools,
  declared: boolean,
): (chapter: string) => FieldRules {
  const state = digest([types.fields, types.types]);
  const made = new Map<string, FieldRules>();
  const unchecked = unheld(types);
  return (chapter) => {
    const demand = types.demands.find((one) => one.chapter === chapter);
    const key = digest([state, demand?.fields ?? null, demand?.required ?? null]);
    const known = made.get(key);
    if (known) return known;
    const names = types.types.map(({ name }) => name);
    const validators = new Map(
      names.map((name) => [name, compile(frontMatterSchema(name, types, demand, NAMED_ALONE))]),
    );
    const ofNoType = compile({ properties: { type: { enum: names } } });
    const errors: FieldRules['errors'] = (value, own) => {
      const given = value as Readonly<Record<string, JsonValue>>;
      const type = given.type ?? DEFAULT_TYPE;
      const validate = validators.get(declared ? `${type}` : DEFAULT_TYPE);
      const settled = Object.entries(given).map(([name, one]) => [name, unchecked.typed(name, one)]);
      const found = (validate ?? ofNoType)(Object.fromEntries(settled));
      return [...own.filter(isKnownKey), ...ownErrors(found)];
    };
    const rules = { ...unchecked, key, errors };
    made.set(key, rules);
    return rules;
  };
}

/** The own fields decide on a key that Octavo's own schema does not know. */
function isKnownKey({ keyword, instancePath }: ErrorObject): boolean {
  return keyword !== 'additionalProperties' || instancePath !== '';
}

/** Front matter that is held to nothing beside Octavo's keys: that of a types.yaml with errors, or where nothing is checked. */
export function unheld({ fields }: OwnTypes): FieldRules {
  const schemas = new Map(fields.map(({ name, schema }) => [name, schema]));
  return {
    key: 'unheld',
    names: new Set(schemas.keys()),
    errors: (_value, own) => own.filter(isKnownKey),
    typed: (name, value) => typedValue(schemas.get(name) ?? {}, value),
  };
}

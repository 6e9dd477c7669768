import type { JsonValue } from '../model/compile.ts';
import { type ChapterDemand, DEFAULT_TYPE, type OwnTypes } from '../model/own-types.ts';
import { frontMatterSchema, NAMED_ALONE } from '../own-fields/front-matter-schema.ts';
import { ownErrors } from '../own-fields/own-errors.ts';
import type { SchemaTools } from '../own-fields/schema-tools.ts';
import { candidates } from './candidates.ts';
import { edgeOf } from './edge-of.ts';
import type { Draft } from './exemplar.ts';
import type { Schema, World } from './schema-walk.ts';
import { isReference } from './text-candidates.ts';

/** How many valid values of one field are shown. */
const MOST_VALUES = 10;

/** A name that nothing in a book has. */
const NOBODY = 'nobody-has-this-name';

/** A type of entries in a chapter, with what is demanded there. */
export interface TypePlace {
  readonly type: string;
  readonly chapter: string;
  readonly demand: ChapterDemand | undefined;
}

/** What can be shown of the types of a book. */
export interface OwnExemplars {
  readonly drafts: readonly Draft[];
  /** What cannot be shown, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Entries of one type in one chapter: with what is required alone, with everything, with each value of each field that
 * is not yet `shown` (and then is), and with one fault each: for every keyword that a value can break, for a name that
 * nothing in the book has, for each field that is missing, and a field that the type does not have.
 */
export function ownExemplars(
  { type, chapter, demand }: TypePlace,
  types: OwnTypes,
  world: World,
  tools: SchemaTools,
  shown: Set<string>,
): OwnExemplars {
  const schema = frontMatterSchema(type, types, demand, NAMED_ALONE) as {
    readonly required: readonly string[];
    readonly properties: Readonly<Record<string, unknown>>;
  };
  const validate = tools.compile(schema);
  const fields = types.fields.filter(({ name }) => typeof schema.properties[name] === 'object');
  const values = fields.map((field) => {
    const all = candidates(field.schema, world);
    const valid = all.filter((value) => world.isValid(field.schema, value));
    return { field, all, valid };
  });
  const notes = values.flatMap(({ field, valid }) =>
    valid.length > 0
      ? []
      : [`no value was found for the field "${field.name}": give its schema one under "examples"`],
  );
  const usual = new Map<string, JsonValue | undefined>([
    ['effective', { from: '2026-01-01' }],
    ['reviewBy', '9999-12-31'],
    ...values.map(({ field, valid }) => [field.name, valid[0]] as const),
  ]);
  const withUsual = (names: readonly string[]): Record<string, JsonValue> =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = usual.get(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  const base = withUsual(schema.required);
  const typed = type === DEFAULT_TYPE ? {} : { type };
  const draft = (kind: Draft['kind'], about: Draft['about'], data: Record<string, JsonValue>): Draft => ({
    ...{ kind, type, chapter, about },
    data: { ...typed, ...data },
  });
  const whole = withUsual(fields.map(({ name }) => name));
  const fresh = values.filter(({ field }) => !shown.has(field.name));
  for (const { field } of fresh) shown.add(field.name);
  const drafts = [
    draft('valid', { keyword: 'required' }, base),
    ...(fields.length > schema.required.length ? [draft('valid', { keyword: 'properties' }, whole)] : []),
    ...fresh.flatMap(({ field, valid }) =>
      valid.slice(0, MOST_VALUES).map((value) => {
        const edge = edgeOf(field.schema, value);
        const about = { field: field.name, ...(edge === undefined ? {} : { keyword: edge }) };
        return draft(edge === undefined ? 'valid' : 'boundary', about, { ...base, [field.name]: value });
      }),
    ),
    ...fresh.flatMap(({ field, all }) => {
      const broken = new Set<string>();
      return all.flatMap((value) => {
        const data = { ...base, [field.name]: value };
        const errors = ownErrors(validate(data));
        const keyword = errors[0]?.keyword;
        if (errors.length !== 1 || keyword === undefined || broken.has(keyword)) return [];
        broken.add(keyword);
        return [draft('faulty', { field: field.name, keyword }, data)];
      });
    }),
    ...fresh.flatMap(({ field: { name, schema: own } }) =>
      namesOfNothing(own, world).map((value) =>
        draft('faulty', { field: name, keyword: 'format' }, { ...base, [name]: value }),
      ),
    ),
    ...schema.required.map((name) =>
      draft(
        'faulty',
        { field: name, keyword: 'required' },
        withUsual(schema.required.filter((one) => one !== name)),
      ),
    ),
    draft('faulty', { keyword: 'additionalProperties' }, { ...base, unforeseen: 'a value' }),
  ];
  return { drafts, notes };
}

/** A value that is right for a schema and names what is not in the book; none where the schema has no names. */
function namesOfNothing(schema: Schema, world: World): readonly JsonValue[] {
  const formats = Object.fromEntries(
    Object.keys(world.formats)
      .filter(isReference)
      .map((format) => [format, [NOBODY]]),
  );
  return candidates(schema, { ...world, formats })
    .filter((value) => JSON.stringify(value).includes(NOBODY) && world.isValid(schema, value))
    .slice(0, 1);
}

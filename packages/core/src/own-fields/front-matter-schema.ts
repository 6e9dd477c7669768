import { type ChapterDemand, DEFAULT_TYPE, type OwnTypes } from '../model/own-types.ts';
import { ENTRY_SCHEMA } from '../read/validators.generated.js';

type Demand = Pick<ChapterDemand, 'fields' | 'required'>;
type Properties = Readonly<Record<string, unknown>>;

/** Octavo's own keys, whose values have been checked: they are named, so that a misspelled one finds its nearest. */
export const NAMED_ALONE: Properties = Object.fromEntries(
  Object.keys(ENTRY_SCHEMA.properties).map((key) => [key, true]),
);

/** The JSON Schema of the front matter of a type's entries; `own` are Octavo's own keys. */
export function frontMatterSchema(
  type: string,
  { fields, types }: OwnTypes,
  demand: Demand | undefined,
  own: Properties,
): object {
  const declared = types.find(({ name }) => name === type);
  const admitted = new Set([...(declared?.fields ?? []), ...(demand?.fields ?? [])]);
  const added = fields
    .filter(({ name }) => admitted.has(name))
    .map(({ name, title, schema, description }) => [
      name,
      { title, ...(description === undefined ? {} : { description }), ...schema },
    ]);
  return {
    type: 'object',
    additionalProperties: false,
    required: [...new Set([...(declared?.required ?? []), ...(demand?.required ?? [])])],
    properties: { ...own, ...Object.fromEntries(added) },
  };
}

/**
 * The JSON Schema of the front matter of a book's entries, Octavo's keys and the publisher's: what `octavo schema
 * entry` prints and a build publishes. What is demanded of some chapters alone is not in it, because front matter does
 * not say its chapter. `chapters`: how many the book has.
 */
export function entrySchema(types: OwnTypes | undefined, chapters: number): object {
  if (!types) return ENTRY_SCHEMA;
  const names = types.types.map(({ name }) => name);
  const everywhere = types.demands.length === chapters ? types.demands : [];
  const [first] = everywhere;
  const demand: Demand = {
    fields: [...new Set(types.demands.flatMap(({ fields }) => fields))],
    required: (first?.required ?? []).filter((name) =>
      everywhere.every(({ required }) => required.includes(name)),
    ),
  };
  const { $id: _, additionalProperties: __, properties, ...head } = ENTRY_SCHEMA;
  return {
    ...head,
    properties: { ...properties, type: { enum: names, description: properties.type?.description } },
    allOf: names.map((name) => ({
      if: {
        properties: { type: { const: name } },
        ...(name === DEFAULT_TYPE ? {} : { required: ['type'] }),
      },
      // biome-ignore lint/suspicious/noThenProperty: it is a keyword of JSON Schema.
      then: frontMatterSchema(name, types, demand, NAMED_ALONE),
    })),
  };
}

import {
  DEFAULT_TYPE,
  type Entry,
  type FieldValue,
  itemSchema,
  type JsonValue,
  type OwnField,
  type OwnTypes,
  taxonomyIn,
  toText,
} from '@octavo/core';
import type { Scope } from './scope.ts';

const XSD = 'http://www.w3.org/2001/XMLSchema#';

/**
 * The type and the own fields of an entry, under the absolute IRIs of their properties: our own context is
 * frozen, and a term of it keeps its meaning whatever a field is called.
 */
export function ownProperties(
  { type = DEFAULT_TYPE, fields = [] }: Entry,
  scope: Scope,
): Readonly<Record<string, JsonValue>> {
  const { types, iris } = scope;
  if (!types) return {};
  const own = type === DEFAULT_TYPE ? {} : { 'http://schema.org/additionalType': { '@id': iris.type(type) } };
  const values = fields.flatMap((value): (readonly [string, JsonValue])[] => {
    const field = types.fields.find(({ name }) => name === value.name);
    return field ? [[propertyOf(field, scope), propertyValue(field, value, scope)]] : [];
  });
  return { ...own, ...Object.fromEntries(values) };
}

/** The IRI of a field's property. */
export function propertyOf({ iri, name }: OwnTypes['fields'][number], { iris }: Pick<Scope, 'iris'>): string {
  return iri ?? iris.property(name);
}

function propertyValue(field: OwnField, { value, prose = [] }: FieldValue, scope: Scope): JsonValue {
  const texts = prose.map((nodes) => toText(nodes));
  if (!Array.isArray(value)) return itemOf(field.schema, value, scope, texts);
  return value.flatMap((item: JsonValue, at) => itemOf(itemSchema(field.schema, at), item, scope, texts));
}

function itemOf(
  { format }: OwnField['schema'],
  value: JsonValue,
  { iris, local, types }: Scope,
  texts: string[],
): JsonValue {
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? value : { '@value': `${value}`, '@type': `${XSD}decimal` };
  if (typeof value !== 'string') return { '@value': value, '@type': '@json' };
  switch (format) {
    case 'date':
      return { '@value': value, '@type': `${XSD}date` };
    case 'entry':
      texts.shift();
      return { '@id': iris.entry(value) };
    case 'topic':
      return { '@id': iris.topic(value) };
    case 'term':
      return { '@id': iris.term(value) };
    case 'uri':
      return { '@id': value };
    case 'markdown':
      return [...local.all([texts.shift() ?? value])];
    default: {
      const taxonomy = types && taxonomyIn(types, format);
      return taxonomy ? { '@id': iris.taxonomy(taxonomy.id, value) } : value;
    }
  }
}

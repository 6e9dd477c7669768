import { IN_FORCE_IRI, type OwnField } from '@octavo/core';
import type { SaidField, SaidFields } from './derived-types.ts';

/** A value of linked data, and its schema: an address of the handbook is an id or the number of an entry. */
type Value = readonly [value: unknown, schema: OwnField['schema']];

const TYPE = 'http://schema.org/additionalType';
const PLACES = { topic: 'topic/', term: 'glossary#' } as const;

/** The type and the own fields of an entry in linked data, whose properties have whole addresses as their names. */
export function fieldsOfGraph(
  thing: Readonly<Record<string, unknown>>,
  iri: string,
  numbers: ReadonlyMap<string, string>,
): SaidFields {
  const vocabulary = `${iri}vocabulary#`;
  const [, type] = (nodeOf(thing[TYPE])['@id'] ?? '').split('#type-');
  const fields = Object.entries(thing).flatMap(([property, said]): SaidField[] => {
    if (!property.includes('://') || property === TYPE || property === IN_FORCE_IRI) return [];
    const isOwn = property.startsWith(vocabulary);
    const name = isOwn ? property.slice(vocabulary.length) : plainName(property);
    const items = [said].flat().map((one) => valueIn(one, iri, numbers));
    const kinds = new Map(items.map(([, kind]) => [JSON.stringify(kind), kind]));
    const [schema = {}] = kinds.size === 1 ? kinds.values() : [];
    const values = items.map(([one]) => one);
    // One text of Markdown stands in a list.
    const isOne = !Array.isArray(said) || (said.length === 1 && nodeOf(said[0])['@language'] !== undefined);
    const value = isOne ? values[0] : values;
    return [{ name, title: name, value, schema, ...(isOwn ? {} : { iri: property }) }];
  });
  return { type: type === undefined ? undefined : { name: type, title: type }, fields };
}

/** `effective:` of an entry, from the interval of ISO 8601 that linked data has. */
export function daysOf(thing: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const [from = '..', until = '..'] = String(thing[IN_FORCE_IRI] ?? '').split('/');
  const days = Object.entries({ from, until }).filter(([, day]) => /^\d/.test(day));
  return Object.fromEntries(days);
}

/** The last name of an address, as a field can be called. */
function plainName(address: string): string {
  const name =
    address
      .split(/[/#]/)
      .at(-1)
      ?.replace(/[^A-Za-z0-9]/g, '') ?? '';
  return /^[a-z]/i.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : `field${name}`;
}

function nodeOf(value: unknown): Readonly<Record<string, string | undefined>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, string>) : {};
}

function valueIn(said: unknown, iri: string, numbers: ReadonlyMap<string, string>): Value {
  if (typeof said !== 'object' || said === null) return [said, { type: typeof said }];
  const { '@id': id, '@type': type = '', '@value': value } = nodeOf(said);
  if (id === undefined) {
    if (type.endsWith('#decimal')) return [Number(value), { type: 'number' }];
    if (type === '@json') return [value, { type: Array.isArray(value) ? 'array' : 'object' }];
    return [value, { type: 'string', ...(type.endsWith('#date') ? { format: 'date' } : {}) }];
  }
  const text = (format: string, one: string): Value => [one, { type: 'string', format }];
  const own = id.startsWith(iri) ? id.slice(iri.length) : '';
  const [, taxonomy, concept] = /^vocabulary#taxonomy-([^.]+)\.(.+)/.exec(own) ?? [];
  if (concept !== undefined) return text(`taxonomy/${taxonomy}`, concept);
  const number = numbers.get(own.replace(/^entry\//, ''));
  if (number !== undefined) return text('entry', number);
  for (const [format, place] of Object.entries(PLACES))
    if (own.startsWith(place)) return text(format, own.slice(place.length));
  return text('uri', id);
}

import type { JsonValue } from '../model/compile.ts';
import { partOf } from '../model/map-strings.ts';
import type { Inner, Schema } from './schema-walk.ts';

/** Objects with all properties, with those that are required, without each one, with one too many, and with each value of each. */
export function objectCandidates(schema: Schema, { inner, isValid }: Inner): readonly JsonValue[] {
  const properties = Object.entries(partOf(schema.properties)).map(([name, part]) => {
    const values = inner(partOf(part));
    return { name, values, usual: values.find((value) => isValid(partOf(part), value)) };
  });
  const usual: Readonly<Record<string, JsonValue>> = Object.fromEntries(
    properties.flatMap(({ name, usual: value }) => (value === undefined ? [] : [[name, value]])),
  );
  const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
  const without = (names: readonly string[]): Record<string, JsonValue> =>
    Object.fromEntries(Object.entries(usual).filter(([name]) => !names.includes(name)));
  const optional = Object.keys(usual).filter((name) => !required.includes(name));
  return [
    usual,
    without(optional),
    ...Object.keys(usual).map((name) => without([name])),
    { ...usual, unforeseen: 'a value' },
    ...properties.flatMap(({ name, values }) => values.map((value) => ({ ...usual, [name]: value }))),
    'no object',
  ];
}

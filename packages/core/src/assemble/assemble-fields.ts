import type { Phrasing } from '../model/answer.ts';
import type { JsonValue } from '../model/compile.ts';
import type { FieldValue, OwnField, OwnTypes } from '../model/own-types.ts';
import type { EntryFile } from '../read/read.ts';
import { partOf } from '../types/schema-part.ts';
import type { InlineContext } from './body/context.ts';
import { inlineSource } from './inline-source.ts';

/**
 * The values of an entry's own fields, in the order in which its type shows them: references to entries are
 * numbers and cross-references, Markdown is read. `types` is what types.yaml declares.
 */
export function assembleFields(
  source: EntryFile,
  type: string,
  types: OwnTypes,
  context: InlineContext,
): readonly FieldValue[] {
  const order = types.types.find(({ name }) => name === type)?.fields ?? [];
  const rest = Object.keys(source.fields).filter((name) => !order.includes(name));
  return [...order, ...rest].flatMap((name): FieldValue[] => {
    const value = source.fields[name];
    const field = types.fields.find((one) => one.name === name);
    if (value === undefined || !field) return [];
    const prose: (readonly Phrasing[])[] = [];
    const read = mapStrings(field.schema, value, (format, text) => {
      if (format === 'markdown') prose.push(inlineSource(text, source.yaml.locate([name]), context));
      if (format !== 'entry') return text;
      const number = context.resolve(text)?.number ?? text;
      const children = [{ type: 'text', value: number }] as const;
      prose.push([{ type: 'crossReference', number, written: text, automatic: true, children }]);
      return number;
    });
    return [{ name, value: read, ...(prose.length > 0 ? { prose } : {}) }];
  });
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
  if (Array.isArray(value)) {
    const items = partOf(schema.items);
    return value.map((item: JsonValue) => mapStrings(items, item, map));
  }
  const properties = partOf(schema.properties);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapStrings(partOf(properties[key]), item, map)]),
  );
}

import { groupBy, type OwnField } from '@octavo/core';
import type { Book } from '../assign/book.ts';
import type { OwnEntry } from './own-book.ts';

/** A field of an entry, as a document that declares no types says it. */
export interface SaidField {
  readonly name: string;
  readonly title: string;
  readonly value: unknown;
  /** The schema of its value, or of the items of its list. */
  readonly schema: OwnField['schema'];
  readonly iri?: string;
}

/** What such a document says of an entry's type and fields. */
export interface SaidFields {
  readonly type?: { readonly name: string; readonly title: string } | undefined;
  readonly fields: readonly SaidField[];
}

/** An entry with its type and fields in front matter. */
export function withSaid(entry: OwnEntry, { type, fields }: SaidFields): OwnEntry {
  const values = fields.map(({ name, value }) => [name, value]);
  const matter = { ...entry.matter, ...(type ? { type: type.name } : {}), ...Object.fromEntries(values) };
  return { ...entry, matter };
}

/** Fields that have a list in one entry have one in each. */
export function listedAlike(entries: readonly SaidFields[]): readonly SaidFields[] {
  const all = entries.flatMap(({ fields }) => fields);
  const lists = new Set(all.filter(({ value }) => Array.isArray(value)).map(({ name }) => name));
  const alike = (field: SaidField) =>
    lists.has(field.name) ? { ...field, value: [field.value].flat() } : field;
  return entries.map(({ fields, ...entry }) => ({ ...entry, fields: fields.map(alike) }));
}

/** What a document does not hold, and where entries have fields, what it does not say of these. */
export function withoutTypes(lacks: string, entries: readonly SaidFields[]): string {
  const hasFields = entries.some(({ fields }) => fields.length > 0);
  return hasFields ? `${lacks}, and of fields what may be said in them and what is not shown` : lacks;
}

/** The types.yaml and the taxonomies that are known from what entries say: every field that there is, and nothing demanded. */
export function derivedTypes(entries: readonly SaidFields[]): Pick<Book, 'types' | 'taxonomies'> {
  const all = entries.flatMap(({ fields }) => fields);
  if (all.length === 0 && entries.every(({ type }) => type === undefined)) return {};
  const fields = new Map<string, object>();
  const concepts = new Map<string, Set<string>>();
  for (const [name, same] of groupBy(all, (one) => one.name)) {
    const { title = name, iri } = same.at(-1) ?? {};
    const [schema = {}, ...others] = new Set(same.map((one) => JSON.stringify(one.schema)));
    const item = others.length > 0 || typeof schema !== 'string' ? {} : JSON.parse(schema);
    const isList = same.some(({ value }) => Array.isArray(value));
    fields.set(name, {
      title,
      schema: isList ? { type: 'array', items: item } : item,
      ...(iri === undefined ? {} : { iri }),
    });
    const [, taxonomy] = /^taxonomy\/(.+)/.exec(String(item.format)) ?? [];
    if (taxonomy === undefined) continue;
    const known = concepts.get(taxonomy) ?? new Set<string>();
    for (const { value } of same) for (const id of [value].flat()) known.add(String(id));
    concepts.set(taxonomy, known);
  }
  const types = new Map(entries.flatMap(({ type }) => (type ? [[type.name, type.title] as const] : [])));
  const fieldsOf = (type: string) =>
    entries.filter((entry) => entry.type?.name === type).flatMap((entry) => entry.fields);
  return {
    types: {
      fields: Object.fromEntries(fields),
      types: Object.fromEntries(
        [...types].map(([name, title]) => {
          const names = new Set(fieldsOf(name).map((field) => field.name));
          return [name, { title, fields: [...names] }];
        }),
      ),
    },
    taxonomies: Object.fromEntries(
      [...concepts].map(([id, ids]) => [
        id,
        { title: id, concepts: [...ids].map((one) => ({ id: one, title: one })) },
      ]),
    ),
  };
}

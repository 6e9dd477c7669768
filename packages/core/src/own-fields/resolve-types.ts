import type { JsonValue } from '../model/compile.ts';
import { partOf } from '../model/map-strings.ts';
import {
  DEFAULT_TYPE,
  type EntryType,
  type OwnField,
  type OwnTypes,
  type Taxonomy,
} from '../model/own-types.ts';
import type {
  FieldSource,
  HandbookSource,
  MixinSource,
  TaxonomySource,
  TypesSource,
} from '../model/source.generated.ts';
import { BUILT_IN_KEYS, BUILT_IN_MIXINS, type TypeSources } from './type-sources.ts';
import { typedSchema } from './typed-schema.ts';

/** A set of fields with its mixins resolved. */
export interface FieldSet {
  readonly fields: readonly string[];
  readonly required: readonly string[];
}

/**
 * What types.yaml declares, its mixins resolved, and what handbook.yaml demands of each chapter. Names that lead
 * nowhere, and circles of mixins, are left out.
 */
export function resolveTypes({ types, handbook, taxonomies }: TypeSources): OwnTypes {
  const source = withBuiltIn(types?.data ?? {});
  const book = handbook?.data ?? {};
  const fields = Object.entries(source.fields ?? {}).map(([name, field]) => ownField(name, field));
  const known = new Set(fields.map(({ name }) => name));
  const demandable = new Set([...known, ...BUILT_IN_KEYS]);
  const declared = Object.entries(source.types ?? {}).map(([name, type]): EntryType => {
    const { title, description } = type;
    const set = fieldSet(type, source);
    return {
      name,
      title,
      ...(description === undefined ? {} : { description }),
      fields: set.fields.filter((field) => known.has(field)),
      required: set.required.filter((field) => demandable.has(field)),
    };
  });
  // An entry of no declared type may have every field and needs none.
  const plain = { name: DEFAULT_TYPE, title: '', fields: [...known], required: [] };
  const demands = (book.chapters ?? []).flatMap(({ id }) => {
    const sets = demandedIn(id, book).flatMap((name) => {
      const mixin = source.mixins?.[name];
      return mixin ? [fieldSet(mixin, source)] : [];
    });
    const all = sets.flatMap((set) => set.fields).filter((field) => known.has(field));
    // A mixin that requires nothing of itself demands all that it has.
    const required = sets.flatMap((set) => (set.required.length > 0 ? set.required : set.fields));
    const wanted = new Set(required.filter((field) => demandable.has(field)));
    return all.length + wanted.size === 0
      ? []
      : [{ chapter: id, fields: [...new Set(all)], required: [...wanted] }];
  });
  return {
    fields,
    types: source.types?.[DEFAULT_TYPE] ? declared : [plain, ...declared],
    demands,
    taxonomies: [...taxonomies].map(([id, { data }]) => taxonomyFrom(id, data)),
  };
}

/** What types.yaml declares, with the mixins that every book has. */
export function withBuiltIn(source: Partial<TypesSource>): Partial<TypesSource> {
  return { ...source, mixins: { ...source.mixins, ...BUILT_IN_MIXINS } };
}

function taxonomyFrom(id: string, { title = id, description, concepts }: Partial<TaxonomySource>): Taxonomy {
  return { id, title, ...(description === undefined ? {} : { description }), concepts: concepts ?? [] };
}

/** The mixins that the book, the part and the chapter demand of every entry in the chapter. */
function demandedIn(chapter: string, { requires = [], parts, chapters }: Partial<HandbookSource>) {
  const part = parts?.find((one) => one.chapters.includes(chapter));
  const own = chapters?.find(({ id }) => id === chapter);
  return [...new Set([...requires, ...(part?.requires ?? []), ...(own?.requires ?? [])])];
}

/** The fields of a type or mixin: those of its mixins first, each once. */
export function fieldSet(
  { mixins = [], fields = [], required = [] }: MixinSource,
  source: Partial<TypesSource>,
  above: readonly string[] = [],
): FieldSet {
  const sets = mixins
    .filter((name) => !above.includes(name))
    .flatMap((name) => {
      const mixin = source.mixins?.[name];
      return mixin ? [fieldSet(mixin, source, [...above, name])] : [];
    });
  return {
    fields: [...new Set([...sets.flatMap((set) => set.fields), ...fields])],
    required: [...new Set([...sets.flatMap((set) => set.required), ...required])],
  };
}

function ownField(name: string, field: FieldSource): OwnField {
  const { title, description, iri, shown = 'facts' } = field;
  return {
    name,
    title,
    ...(description === undefined ? {} : { description }),
    schema: typedSchema(partOf((field.schema as JsonValue | undefined) ?? { type: 'string' })),
    shown,
    search: field.search ?? false,
    filter: field.filter ?? false,
    index: field.index ?? false,
    approved: field.approved ?? shown !== 'data',
    ...(iri === undefined ? {} : { iri }),
  };
}

import type { OwnField, OwnTypes } from '@octavo/core';
import type { Book } from '../assign/book.ts';

/** types.yaml and taxonomies as files declare them, and the mixins that chapters demand, by their ids. */
interface DeclaredTypes extends Pick<Book, 'types' | 'taxonomies'> {
  readonly requires: ReadonlyMap<string, readonly string[]>;
}

/** The declarations that a handbook was read with. Its mixins are resolved, so each demand of a chapter is a mixin of its own. */
export function declaredTypes(types: OwnTypes | undefined): DeclaredTypes {
  if (!types) return { requires: new Map() };
  const { fields, demands, taxonomies } = types;
  const sets = [...new Set(demands.map(({ chapter: _, ...set }) => JSON.stringify(set)))];
  const mixinOf = (set: string) => `demand${sets.length > 1 ? sets.indexOf(set) + 1 : ''}`;
  // The type of plain questions has no title where nobody declares it.
  const kinds = types.types.filter(({ title }) => title !== '');
  return {
    types: {
      fields: Object.fromEntries(fields.map(({ name, ...field }) => [name, fieldOf(field)])),
      mixins: Object.fromEntries(sets.map((set) => [mixinOf(set), JSON.parse(set)])),
      types: Object.fromEntries(kinds.map(({ name, ...kind }) => [name, kind])),
    },
    taxonomies: Object.fromEntries(taxonomies.map(({ id, ...taxonomy }) => [id, taxonomy])),
    requires: new Map(demands.map(({ chapter, ...set }) => [chapter, [mixinOf(JSON.stringify(set))]])),
  };
}

/** A field with what is not said of any other. */
function fieldOf({ shown, search, filter, index, approved, ...field }: Omit<OwnField, 'name'>) {
  return {
    ...field,
    ...(shown === 'facts' ? {} : { shown }),
    ...(search ? { search } : {}),
    ...(filter ? { filter } : {}),
    ...(index ? { index } : {}),
    ...(approved === (shown !== 'data') ? {} : { approved }),
  };
}

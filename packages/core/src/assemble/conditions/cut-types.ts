import type { Entry } from '../../model/documents.generated.ts';
import { DEFAULT_TYPE, type OwnTypes, TAXONOMY_FORMAT } from '../../model/own-types.ts';

/** What of a book's entries an edition keeps. */
export interface KeptEntries {
  readonly all: readonly Entry[];
  readonly kept: readonly Entry[];
  /** The ids of the chapters that the edition has. */
  readonly chapters: ReadonlySet<string>;
}

/**
 * The types and fields of an edition: without the fields that `for:` of types.yaml leaves out, the types and fields
 * that only left-out entries have, and the taxonomies that only those name.
 */
export function cutTypes(
  types: OwnTypes,
  left: ReadonlySet<string>,
  { all, kept, chapters }: KeptEntries,
): OwnTypes {
  const isLost = (has: (entry: Entry) => boolean) => all.some(has) && !kept.some(has);
  const fields = types.fields.filter(
    ({ name }) =>
      !left.has(name) && !isLost((entry) => entry.fields?.some((one) => one.name === name) === true),
  );
  const gone = new Set(types.fields.filter((field) => !fields.includes(field)).map(({ name }) => name));
  const without = <Set extends { readonly fields: readonly string[]; readonly required: readonly string[] }>(
    set: Set,
  ) => ({
    ...set,
    fields: set.fields.filter((name) => !gone.has(name)),
    required: set.required.filter((name) => !gone.has(name)),
  });
  const names = (some: OwnTypes['fields'], id: string) =>
    JSON.stringify(some.map(({ schema }) => schema)).includes(`"${TAXONOMY_FORMAT}${id}"`);
  return {
    fields,
    types: types.types
      .filter(({ name }) => name === DEFAULT_TYPE || !isLost(({ type = DEFAULT_TYPE }) => type === name))
      .map(without),
    demands: types.demands.filter(({ chapter }) => chapters.has(chapter)).map(without),
    taxonomies: types.taxonomies.filter(({ id }) => names(fields, id) || !names(types.fields, id)),
  };
}

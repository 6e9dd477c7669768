import type { OwnTypes, Taxonomy } from './documents.generated.ts';

export type * from './documents.generated.ts';

/** The taxonomy that a format of a schema names: `taxonomy/parts`. */
export function taxonomyIn(
  { taxonomies }: Pick<OwnTypes, 'taxonomies'>,
  format: unknown,
): Taxonomy | undefined {
  return typeof format === 'string' && format.startsWith(TAXONOMY_FORMAT)
    ? taxonomies.find(({ id }) => id === format.slice(TAXONOMY_FORMAT.length))
    : undefined;
}

/** What the format of a reference to a concept begins with. */
export const TAXONOMY_FORMAT = 'taxonomy/';

/** The type of an entry that names none. */
export const DEFAULT_TYPE = 'question';

/** The id of the taxonomy that a file holds: `taxonomies/parts.yaml`. */
export function taxonomyOf(path: string): string | undefined {
  return /^taxonomies\/([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(path)?.[1];
}

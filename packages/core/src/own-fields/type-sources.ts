import type { HandbookSource, MixinSource, TaxonomySource, TypesSource } from '../model/source.generated.ts';
import type { YamlSource } from '../read/read-yaml.ts';

/** What a handbook says of its own types and fields. */
export interface TypeSources {
  readonly handbook: YamlSource<HandbookSource> | undefined;
  readonly types: YamlSource<TypesSource> | undefined;
  /** By id. */
  readonly taxonomies: ReadonlyMap<string, YamlSource<TaxonomySource>>;
}

/** The mixins that every book has: each demands a key of Octavo's own. */
export const BUILT_IN_MIXINS: Readonly<
  Record<string, MixinSource & { readonly required: readonly string[] }>
> = {
  effective: { required: ['effective'] },
  review: { required: ['reviewBy'] },
};

/** Octavo's own keys that a type or a mixin may require. */
export const BUILT_IN_KEYS: readonly string[] = Object.values(BUILT_IN_MIXINS).flatMap(
  ({ required }) => required,
);

/** Whether a book asks more of front matter than Octavo does: by a types.yaml, or by a mixin of Octavo's own that handbook.yaml demands. */
export function asksMore({ types, handbook }: Pick<TypeSources, 'types' | 'handbook'>): boolean {
  const { requires, parts = [], chapters = [] } = handbook?.data ?? {};
  const demanded = [requires ?? [], ...[...parts, ...chapters].map((one) => one.requires ?? [])].flat();
  return types !== undefined || demanded.some((name) => Object.hasOwn(BUILT_IN_MIXINS, name));
}

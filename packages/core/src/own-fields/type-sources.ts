import type { HandbookSource, TaxonomySource, TypesSource } from '../model/source.generated.ts';
import type { YamlSource } from '../read/read-yaml.ts';

/** What a handbook says of its own types and fields. */
export interface TypeSources {
  readonly handbook: YamlSource<HandbookSource> | undefined;
  readonly types: YamlSource<TypesSource> | undefined;
  /** By id. */
  readonly taxonomies: ReadonlyMap<string, YamlSource<TaxonomySource>>;
}

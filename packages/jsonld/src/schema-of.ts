/** The documents of this format that have a JSON Schema, `schemas/<name>.schema.json`. */
export type DocumentSchema =
  | 'jsonld-chapter'
  | 'jsonld-entry'
  | 'jsonld-feed-index'
  | 'jsonld-feed-page'
  | 'jsonld-glossary'
  | 'jsonld-history'
  | 'jsonld-handbook'
  | 'jsonld-page'
  | 'jsonld-release'
  | 'jsonld-snapshot'
  | 'jsonld-topic'
  | 'jsonld-topics';

const BY_PATH: readonly (readonly [RegExp, DocumentSchema])[] = [
  [/^entry\/[^/]+\.jsonld$/, 'jsonld-entry'],
  [/^entry\/[^/]+\/history\.jsonld$/, 'jsonld-history'],
  [/^chapter\/[^/]+\.jsonld$/, 'jsonld-chapter'],
  [/^page\/[^/]+\.jsonld$/, 'jsonld-page'],
  [/^topic\/[^/]+\.jsonld$/, 'jsonld-topic'],
  [/^topics\.jsonld$/, 'jsonld-topics'],
  [/^glossary\.jsonld$/, 'jsonld-glossary'],
  [/^handbook\.jsonld$/, 'jsonld-handbook'],
  [/^release\.jsonld$/, 'jsonld-release'],
  [/^feed\/index\.jsonld$/, 'jsonld-feed-index'],
  [/^feed\/[^/]+\/\d+\.jsonld$/, 'jsonld-feed-page'],
  [/^[^/]+\.jsonld$/, 'jsonld-snapshot'],
];

/** The schema that a file of this format keeps to, by its path in a book or a volume; undefined for context, shapes and N-Quads. */
export function schemaOf(path: string): DocumentSchema | undefined {
  const own = path.replace(/^volume\/[^/]+\//, '');
  return BY_PATH.find(([form]) => form.test(own))?.[1];
}

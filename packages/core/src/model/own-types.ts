import type { Phrasing } from './answer.ts';
import type { JsonValue } from './compile.ts';

/** Where readers see a field of the publisher's own. */
export type Shown = 'badge' | 'facts' | 'after' | 'data';

/** A field that the publisher's own types.yaml declares. */
export interface OwnField {
  /** The key in front matter. */
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  /** What its value may be: JSON Schema 2020-12, without references. */
  readonly schema: { readonly [keyword: string]: JsonValue };
  readonly shown: Shown;
  readonly search: boolean;
  readonly filter: boolean;
  readonly index: boolean;
  /** Part of the fingerprint, and so of what is approved. */
  readonly approved: boolean;
  /** Its property in linked data; absent where that is `<iri>vocabulary#<name>`. */
  readonly iri?: string;
}

/** An entry type; its mixins are resolved. */
export interface EntryType {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
  /** Names of the fields that its entries may have, in the order in which they are shown. */
  readonly fields: readonly string[];
  readonly required: readonly string[];
}

/** What the entries of a chapter must have, whatever their type: what handbook.yaml demands of them. */
export interface ChapterDemand {
  /** A chapter's id. */
  readonly chapter: string;
  /** Names of the fields that they may have beside those of their type. */
  readonly fields: readonly string[];
  readonly required: readonly string[];
}

/** A taxonomy beside that of the topics. */
export interface Taxonomy {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** In the order of its file. */
  readonly concepts: readonly TaxonomyConcept[];
}

export interface TaxonomyConcept {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** The id of a concept of the same taxonomy. */
  readonly broader?: string;
  /** IRIs of other vocabularies (SKOS). */
  readonly exactMatch?: readonly string[];
  readonly broadMatch?: readonly string[];
}

/**
 * What types.yaml declares, with all mixins resolved: all that is needed to check the front matter of an entry, to
 * show it and to write it. It holds only names that are declared.
 */
export interface OwnTypes {
  /** In the order of types.yaml. */
  readonly fields: readonly OwnField[];
  /** The type "question" is always among them: without fields of its own, every field may stand in it. */
  readonly types: readonly EntryType[];
  /** Chapters of which nothing is demanded are left out. */
  readonly demands: readonly ChapterDemand[];
  /** A text with the format `taxonomy/<id>` is the id of one of its concepts. */
  readonly taxonomies: readonly Taxonomy[];
}

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

/** The value of an entry's own field. */
export interface FieldValue {
  readonly name: string;
  /** As it is written; references to entries are numbers. */
  readonly value: JsonValue;
  /** Every text of it whose format is `markdown` or `entry`, read, in the order of the value: an entry is a cross-reference. */
  readonly prose?: readonly (readonly Phrasing[])[];
}

/** The id of the taxonomy that a file holds: `taxonomies/parts.yaml`. */
export function taxonomyOf(path: string): string | undefined {
  return /^taxonomies\/([a-z0-9]+(?:-[a-z0-9]+)*)\.yaml$/.exec(path)?.[1];
}

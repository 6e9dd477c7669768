import { checkTypes } from './check-types.ts';
import { type FieldRules, fieldRules, unheld } from './entry-fields.ts';
import { checkTaxonomy } from './read-taxonomies.ts';
import { resolveTypes } from './resolve-types.ts';
import type { SchemaTools } from './schema-tools.ts';
import { asksMore, type TypeSources } from './type-sources.ts';

/**
 * Checks what is declared, and returns the rules of own fields by chapter; undefined for a book that asks nothing of front matter beside Octavo.
 * Without tools nothing is checked.
 */
export function ownRules(
  sources: TypeSources,
  tools: SchemaTools | undefined,
): ((chapter: string) => FieldRules) | undefined {
  for (const taxonomy of sources.taxonomies.values()) checkTaxonomy(taxonomy);
  if (!asksMore(sources)) return undefined;
  if (tools && sources.types) checkTypes(sources.types, tools);
  const types = resolveTypes(sources);
  const isSound = !sources.types?.file.messages.some(({ fatal }) => fatal === true);
  return tools && isSound ? fieldRules(types, tools, sources.types !== undefined) : () => unheld(types);
}

import type { Definition, FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { BodyContext } from '../body-context.ts';

/** The definitions of addresses and of notes in a tree, the first of two that are named alike, and the notes that are named so again. */
export function definedIn(tree: Root): Pick<BodyContext, 'definitions' | 'footnoteSources'> & {
  readonly repeated: readonly FootnoteDefinition[];
} {
  const definitions = new Map<string, Definition>();
  const footnoteSources = new Map<string, FootnoteDefinition>();
  const repeated: FootnoteDefinition[] = [];
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type !== 'footnoteDefinition') return;
    if (!footnoteSources.has(node.identifier)) footnoteSources.set(node.identifier, node);
    else repeated.push(node);
  });
  return { definitions, footnoteSources, repeated };
}

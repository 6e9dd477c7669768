import type { Definition, FootnoteDefinition, Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Makes reference links and images direct ones; definitions and footnote definitions leave the flow. Returns the footnotes. */
export function resolveReferences(tree: Root): Map<string, FootnoteDefinition> {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  const cited = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node);
    if (node.type === 'footnoteReference') cited.add(node.identifier);
  });
  resolveIn(tree, definitions, footnotes, cited);
  for (const note of footnotes.values()) resolveIn(note, definitions, footnotes, cited);
  return footnotes;
}

function resolveIn(
  parent: Parents,
  definitions: ReadonlyMap<string, Definition>,
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
  cited: ReadonlySet<string>,
): void {
  parent.children = (parent.children as Nodes[]).flatMap((node): Nodes[] => {
    if (node.type === 'definition') return [];
    if (node.type === 'footnoteDefinition') {
      // A note that nothing cites, or that is there twice, is read where it stands.
      if (cited.has(node.identifier) && footnotes.get(node.identifier) === node) return [];
      resolveIn(node, definitions, footnotes, cited);
      return node.children;
    }
    if ('children' in node) resolveIn(node, definitions, footnotes, cited);
    if (node.type === 'linkReference') {
      const to = definitions.get(node.identifier);
      const { position, children } = node;
      return to ? [{ type: 'link', url: to.url, title: to.title ?? null, children, position }] : children;
    }
    if (node.type === 'imageReference') {
      const to = definitions.get(node.identifier);
      const { position, alt } = node;
      if (!to) return [{ type: 'text', value: alt ?? '' }];
      return [{ type: 'image', url: to.url, title: to.title ?? null, alt: alt ?? '', position }];
    }
    return [node];
  }) as typeof parent.children;
}

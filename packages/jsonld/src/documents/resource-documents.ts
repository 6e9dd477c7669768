import type { OutputFile } from '@octavo/core';
import type { GraphNode } from '../graph/node.ts';
import type { Iris } from '../iris.ts';
import type { Resource } from '../resources/resource.ts';
import { resourceDocument, withNested } from './resource-document.ts';

/**
 * Makes a document for every resource. A chapter's contains its entries in full and the taxonomy's its
 * topics; those of the book and of a topic only name them.
 */
export function resourceDocuments(resources: readonly Resource[], iris: Iris): readonly OutputFile[] {
  const nodes = new Map(resources.map(({ node }) => [node['@id'], node]));
  const about = entriesAbout(resources);
  return resources.map(({ path, node }) => {
    if (node['@id'] === iris.book) return resourceDocument(path, node, iris);
    if (node['@id'] === iris.topics)
      return resourceDocument(path, withNested(node, 'hasDefinedTerm', nodes), iris);
    if (node['@id'].startsWith(iris.chapter('')))
      return resourceDocument(path, withNested(node, 'hasPart', nodes), iris);
    const entries = about.get(node['@id']);
    return resourceDocument(path, entries ? { ...node, entries } : node, iris);
  });
}

/** The IRIs of the entries about each topic, in reading order. */
function entriesAbout(resources: readonly Resource[]): ReadonlyMap<string, readonly string[]> {
  const about = new Map<string, string[]>();
  for (const { node } of resources) {
    if (node['@type'] !== 'Question') continue;
    for (const topic of topicsOf(node)) {
      const entries = about.get(topic);
      if (entries) entries.push(node['@id']);
      else about.set(topic, [node['@id']]);
    }
  }
  return about;
}

function topicsOf(node: GraphNode): readonly string[] {
  const topics = node.about;
  return Array.isArray(topics) ? topics : [];
}

import type { JsonValue, OutputFile } from '@octavo/core';
import type { GraphNode } from '../graph/node.ts';
import type { Iris } from '../iris.ts';
import { documentBytes, jsonLdFile } from './json-file.ts';

/** Makes the document of one thing, `<path>.jsonld`. The snapshot says the same. */
export function resourceDocument(path: string, node: GraphNode, iris: Iris): OutputFile {
  return jsonLdFile(`${path}.jsonld`, documentBytes({ '@context': iris.context, ...node }));
}

/** Replaces the IRIs that a node lists under `term` with the nodes themselves, where there are any. */
export function withNested(node: GraphNode, term: string, nested: ReadonlyMap<string, GraphNode>): GraphNode {
  const list = node[term];
  if (!Array.isArray(list)) return node;
  const items: JsonValue[] = list.map((item: JsonValue) =>
    typeof item === 'string' ? (nested.get(item) ?? item) : item,
  );
  return { ...node, [term]: items };
}

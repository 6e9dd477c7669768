import jsonld, { type JsonLdDocument } from 'jsonld';
import type { TreeFiles } from '../tree/tree-files.ts';
import { readText } from '../tree/tree-files.ts';

/** A node of an expanded document (JSON-LD 1.1, 9): properties are absolute IRIs, values lists. */
export type Expanded = {
  readonly [property: string]: readonly Value[] | string | readonly string[] | undefined;
};
type Value = {
  readonly '@id'?: string;
  readonly '@value'?: string | number | boolean;
  readonly '@language'?: string;
  readonly '@type'?: string | readonly string[];
};

/** Reads documents of a folder with a JSON-LD processor; contexts come from the folder, never from the network. */
export interface Processor {
  /** The nodes of a document in its order. Throws when it is no JSON or no JSON-LD. */
  readonly expand: (path: string) => Promise<readonly Expanded[]>;
  /** The statements of a document's nodes as N-Quads, sorted. */
  readonly statements: (nodes: readonly Expanded[]) => Promise<readonly string[]>;
}

/** What is handed over is expanded already. */
const EXPANDED: { readonly format: 'application/n-quads' } = Object.assign(
  { format: 'application/n-quads' as const },
  { skipExpansion: true },
);

/** Makes a processor for a folder whose documents have IRIs under `iri`. */
export function processorFor(files: TreeFiles, iri: string): Processor {
  const contexts = new Map<string, Promise<unknown>>();
  const load = async (path: string): Promise<JsonLdDocument> => {
    const text = await readText(files, path);
    if (text === undefined) throw new Error(`there is no ${path}`);
    const document = JSON.parse(text) as Record<string, unknown>;
    const { '@context': context } = document;
    if (typeof context !== 'string') return document as JsonLdDocument;
    const known = contexts.get(context) ?? contextAt(context);
    contexts.set(context, known);
    return { ...document, '@context': await known } as JsonLdDocument;
  };
  const contextAt = async (url: string): Promise<unknown> => {
    const text = url.startsWith(iri) ? await readText(files, url.slice(iri.length)) : undefined;
    if (text === undefined) throw new Error(`the context ${url} is not in the folder`);
    return (JSON.parse(text) as { '@context'?: unknown })['@context'];
  };
  const options = {
    safe: true,
    documentLoader: async (url: string): Promise<never> => {
      throw new Error(`it asks for ${url}`);
    },
  };
  return {
    expand: async (path) =>
      (await jsonld.expand(await load(path), options)) as unknown as readonly Expanded[],
    async statements(nodes) {
      const expanded = nodes as unknown as JsonLdDocument;
      const quads = await jsonld.toRDF(expanded, { ...options, ...EXPANDED });
      return String(quads).split('\n').filter(Boolean).sort();
    },
  };
}

/** The values of a property as text; IRIs as they are. */
export function valuesOf(node: Expanded | undefined, property: string): readonly string[] {
  const values = node?.[property];
  if (!Array.isArray(values)) return [];
  return (values as readonly Value[]).map((value) => String(value['@value'] ?? value['@id'] ?? ''));
}

/** The nodes that a property holds. */
export function nodesOf(node: Expanded | undefined, property: string): readonly Expanded[] {
  const values = node?.[property];
  return Array.isArray(values) ? (values as readonly Expanded[]) : [];
}

/** Whether a node is of a type. */
export function isA(node: Expanded, type: string): boolean {
  return Array.isArray(node['@type']) && (node['@type'] as readonly string[]).includes(type);
}

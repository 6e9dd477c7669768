import { staticFile } from '../static-file.ts';

/** How a term of the own context becomes RDF. */
export interface TermDefinition {
  readonly iri: string;
  /** `iri`: a string value is an IRI; `vocab`: a term; otherwise a literal of `datatype` or plain. */
  readonly kind: 'iri' | 'vocab' | 'literal';
  readonly datatype?: string;
  readonly languageMap: boolean;
  /** The triple runs from the value to the node. */
  readonly reverse: boolean;
}

export const CONTEXT_TEXT: string = staticFile('context-v1.jsonld');

/** Every term of the context: the one table that the documents and the N-Quads writer share. */
export const TERMS: ReadonlyMap<string, TermDefinition> = readTerms(CONTEXT_TEXT);

interface ExpandedDefinition {
  readonly '@id'?: string;
  readonly '@reverse'?: string;
  readonly '@type'?: string;
  readonly '@prefix'?: boolean;
  readonly '@container'?: string | readonly string[];
}

function readTerms(text: string): ReadonlyMap<string, TermDefinition> {
  const document = JSON.parse(text) as { readonly '@context': Record<string, string | ExpandedDefinition> };
  const definitions = Object.entries(document['@context']).filter(([term]) => !term.startsWith('@'));
  const prefixes = new Map<string, string>();
  for (const [term, definition] of definitions) {
    if (typeof definition === 'object' && definition['@prefix'] && definition['@id']) {
      prefixes.set(term, definition['@id']);
    }
  }
  return new Map(definitions.map(([term, definition]) => [term, readTerm(definition, prefixes)]));
}

function readTerm(
  written: string | ExpandedDefinition,
  prefixes: ReadonlyMap<string, string>,
): TermDefinition {
  const definition = typeof written === 'string' ? { '@id': written } : written;
  const type = definition['@type'];
  const iri = expand(definition['@reverse'] ?? definition['@id'] ?? '', prefixes);
  return {
    iri,
    kind: type === '@id' ? 'iri' : type === '@vocab' ? 'vocab' : 'literal',
    ...(type && !type.startsWith('@') ? { datatype: expand(type, prefixes) } : {}),
    languageMap: [definition['@container'] ?? []].flat().includes('@language'),
    reverse: definition['@reverse'] !== undefined,
  };
}

function expand(compact: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = compact.indexOf(':');
  const prefix = prefixes.get(compact.slice(0, colon));
  return prefix === undefined ? compact : prefix + compact.slice(colon + 1);
}

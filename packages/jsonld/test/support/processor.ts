import type { JsonValue } from '@octavo/core';
import jsonld from 'jsonld';

/** schema.org's own context maps every term so; the few IRI-valued ones do not occur in our blocks. */
const SCHEMA_ORG = { '@context': { '@vocab': 'http://schema.org/', id: '@id', type: '@type' } };

export interface Processor {
  readonly expand: (document: JsonValue) => Promise<readonly object[]>;
  /** Sorted N-Quads lines, as RDFC-1.0 makes them. */
  readonly canonize: (document: JsonValue) => Promise<readonly string[]>;
}

interface Jsonld {
  expand(document: JsonValue, options: object): Promise<object[]>;
  canonize(document: JsonValue, options: object): Promise<string>;
}

/** jsonld.js in safe mode with the network cut: our context from the output, nothing else. */
export function processor(contextIri: string, contextText: string): Processor {
  const documentLoader = async (url: string): Promise<object> => {
    if (url === contextIri) return { documentUrl: url, document: JSON.parse(contextText) };
    if (url === 'https://schema.org') return { documentUrl: url, document: SCHEMA_ORG };
    throw new Error(`No document may be fetched: ${url}`);
  };
  const options = { safe: true, documentLoader };
  // The published types are of an older version.
  const api = jsonld as unknown as Jsonld;
  return {
    expand: (document) => api.expand(document, options),
    canonize: async (document) => {
      const format = { algorithm: 'RDFC-1.0', format: 'application/n-quads' };
      const text = await api.canonize(document, { ...options, ...format });
      return text.split('\n').filter(Boolean);
    },
  };
}

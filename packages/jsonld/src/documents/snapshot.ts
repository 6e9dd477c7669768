import type { OutputFile } from '@octavo/core';
import type { Iris } from '../iris.ts';
import type { State } from '../state.ts';
import { jsonLdFile, listBytes } from './json-file.ts';

/** Names of other documents at the web root. An underscore, which no id can contain, avoids them. */
const RESERVED: ReadonlySet<string> = new Set(['handbook', 'topics', 'glossary', 'release']);

/** The whole graph in one file, as JSON-LD and as canonical N-Quads. */
export function snapshot(id: string, state: State, iris: Iris): readonly [OutputFile, OutputFile] {
  const name = RESERVED.has(id) ? `${id}_` : id;
  const nodes = state.resources.map(({ node }) => node);
  return [
    jsonLdFile(`${iris.folder}${name}.jsonld`, listBytes({ '@context': iris.context }, '@graph', nodes)),
    { path: `${iris.folder}${name}.nq`, mediaType: 'application/n-quads', content: state.nQuads },
  ];
}

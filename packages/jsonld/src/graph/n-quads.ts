import type { JsonValue } from '@octavo/core';
import type { LanguageString } from '../localised.ts';
import type { GraphNode } from './node.ts';
import { TERMS, type TermDefinition } from './term-table.ts';

const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const RDF_JSON = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/**
 * Returns the statements of a node and of the nodes nested in it, one canonical N-Quads line each (without
 * its line feed), in no particular order, in the default graph. The nodes have no blank nodes, so the sorted
 * lines are what RDFC-1.0 makes of the same document.
 * @throws TypeError for a term that the context lacks or a value that it cannot express, which is a bug in
 * Octavo.
 */
export function nQuads(node: GraphNode, lines: string[] = []): string[] {
  const subject = `<${node['@id']}>`;
  for (const [term, value] of Object.entries(node)) {
    if (term === '@id') continue;
    if (term === '@type') {
      for (const type of [value].flat())
        lines.push(`${subject} ${RDF_TYPE} <${definitionOf(String(type)).iri}> .`);
      continue;
    }
    const definition = definitionOf(term);
    for (const item of definition.languageMap ? languageStrings(value) : listOf(value)) {
      const object =
        typeof item === 'string' && definition.languageMap ? item : objectOf(item, definition, lines);
      lines.push(
        definition.reverse
          ? `${object} <${definition.iri}> ${subject} .`
          : `${subject} <${definition.iri}> ${object} .`,
      );
    }
  }
  return lines;
}

function definitionOf(term: string): TermDefinition {
  // A field of the publisher's own stands under the IRI of its property.
  const definition = term.includes(':')
    ? ({ iri: term, kind: 'literal', languageMap: false, reverse: false } as const)
    : TERMS.get(term);
  if (!definition) throw new TypeError(`The context has no term "${term}".`);
  return definition;
}

function listOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value];
}

function* languageStrings(map: JsonValue): Generator<string> {
  for (const [language, text] of Object.entries(map as Record<string, string>)) {
    yield `"${escapeLiteral(text)}"@${language}`;
  }
}

function objectOf(value: JsonValue, definition: TermDefinition, lines: string[]): string {
  if (typeof value === 'string') {
    if (definition.kind === 'iri') return `<${value}>`;
    if (definition.kind === 'vocab') return `<${definitionOf(value).iri}>`;
    return literal(value, definition.datatype);
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    return literal(String(value), definition.datatype ?? `${XSD}integer`);
  }
  if (typeof value === 'boolean') return literal(String(value), `${XSD}boolean`);
  if (isNode(value)) {
    nQuads(value, lines);
    return `<${value['@id']}>`;
  }
  if (isTyped(value)) {
    const { '@value': given, '@type': type } = value;
    return type === '@json' ? literal(canonicalJson(given), RDF_JSON) : literal(String(given), type);
  }
  if (isLanguageString(value)) return `"${escapeLiteral(value['@value'])}"@${value['@language']}`;
  throw new TypeError(`A value of ${definition.iri} has no reading in RDF: ${JSON.stringify(value)}`);
}

function isNode(value: JsonValue): value is GraphNode {
  return typeof value === 'object' && value !== null && '@id' in value;
}

function isTyped(value: JsonValue): value is { readonly '@value': JsonValue; readonly '@type': string } {
  return typeof value === 'object' && value !== null && '@value' in value && '@type' in value;
}

/** JSON in its canonical form (RFC 8785): keys in the order of their UTF-16 units. */
function canonicalJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const keys = Object.keys(value).sort();
  const object = value as Readonly<Record<string, JsonValue>>;
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(object[key] ?? null)}`).join(',')}}`;
}

function isLanguageString(value: JsonValue): value is LanguageString {
  return typeof value === 'object' && value !== null && '@value' in value && '@language' in value;
}

function literal(value: string, datatype: string | undefined): string {
  return `"${escapeLiteral(value)}"${datatype === undefined ? '' : `^^<${datatype}>`}`;
}

const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** Canonical N-Quads (RDF 1.2 N-Quads, section 3): short escapes, other controls as \\u00XX, the rest as it is. */
function escapeLiteral(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what the standard escapes.
  return text.replace(/[\u0000-\u001f"\\\u007f]/g, (character) => {
    const short = SHORT_ESCAPES[character];
    if (short) return short;
    return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}
